import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useState, type SubmitEvent } from 'react';
import type { FormSchema, Property } from '../forms/schema';
import { textOf } from '../forms/values';
import { useWords } from '../language';
import type { Entry } from '../outbox/database';
import { entryOf, give } from '../outbox/entries';
import { useOutbox } from '../outbox/use-outbox';
import { useMe } from '../session';
import { Failed, Loading, State } from '../shell/states';
import { dropDraft, keepCurrency, lastCurrency } from './draft';
import { FieldInput } from './field-input';
import { laidOut } from './form-schema';
import { dataOf, valuesOf, type Faults } from './form-values';
import { FormContext, type FormSurroundings } from './form-context';
import { filesIn } from './files-in';
import { useCommandName } from './use-command-name';
import { useForms } from './use-day';
import { useTyped } from './use-typed';
import { useVisit } from './visit-page';
import { DAY_WORDS } from './words';

/** The form of a command at a visit, or of one that waits in the outbox. */
export function CommandPage() {
  const { number, command: type } = useParams({ from: '/phone/day/$number/$command' });
  const { entry: order } = useSearch({ from: '/phone/day/$number/$command' });
  const t = useWords(DAY_WORDS);
  const forms = useForms();
  const [entry, setEntry] = useState<Entry | 'none'>();
  useEffect(() => {
    void (async () => setEntry((order === undefined ? undefined : await entryOf(order)) ?? 'none'))();
  }, [order]);
  if (forms.error && !forms.data)
    return (
      <State title={t('noForm')}>
        <Failed error={forms.error} retry={() => void forms.refetch()} />
      </State>
    );
  if (!forms.data || entry === undefined) return <Loading />;
  const form = forms.data.value.forms.find((one) => one.type === type);
  if (!form) return <State title={t('noForm')} />;
  return (
    <Form
      key={order ?? 'new'}
      number={number}
      type={form.type as Entry['command']['type']}
      // As GET /v1/commands describes it.
      schema={form.schema}
      codes={forms.data.value.codes}
      {...(entry !== 'none' && { entry })}
    />
  );
}

interface FormOf {
  readonly number: string;
  readonly type: Entry['command']['type'];
  readonly schema: FormSchema;
  readonly codes: FormSurroundings['codes'];
  readonly entry?: Entry;
}

function Form({ number, type, schema, codes, entry }: FormOf) {
  const t = useWords(DAY_WORDS);
  const nameOf = useCommandName();
  const { id: ownerId } = useMe();
  const { sendNow } = useOutbox();
  const { visit } = useVisit(number);
  const navigate = useNavigate();
  const draft = [ownerId, number, type, String(entry?.order ?? '')];
  const { values, change, changeAt, reading, whole } = useTyped(draft, () =>
    entry ? valuesOf(schema, entry.command.data) : { currency: lastCurrency() },
  );
  const [faults, setFaults] = useState<Faults>({});
  const [isBusy, setBusy] = useState(false);
  const [isSent, setSent] = useState(false);
  const [isNotKept, setNotKept] = useState(false);
  const { shown, folded } = laidOut(type, schema);
  const isUnclear = entry?.isUnclear === true;

  const submit = async (form: HTMLFormElement): Promise<void> => {
    const typed = await whole();
    const made = dataOf(schema, typed);
    setFaults(made.faults);
    if (Object.keys(made.faults).length > 0) {
      setBusy(false);
      requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    const fileIds = await filesIn(made.data);
    if (!(await give({ ownerId, caseNumber: number, type, data: made.data, fileIds }, entry))) {
      setSent(true);
      return;
    }
    dropDraft(draft);
    if (textOf(typed['currency'])) keepCurrency(textOf(typed['currency']));
    sendNow();
    await navigate({ to: '/day/$number', params: { number } });
  };
  const submitted = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setBusy(true);
    setNotKept(false);
    submit(event.currentTarget).catch(() => {
      setBusy(false);
      setNotKept(true);
    });
  };
  const input = (property: Property) => (
    <FieldInput
      key={property.name}
      {...property}
      path={property.name}
      value={values[property.name]}
      onChange={(value) => change(property.name, value)}
    />
  );
  return (
    <FormContext value={{ number, codes, faults, visit, changeAt, reading }}>
      <Link to="/day/$number" params={{ number }} className="day-back">
        ‹ {number}
      </Link>
      <h1>{nameOf(type)}</h1>
      {entry?.refusal && (
        <div className="day-refused" role="alert">
          <strong>{t('refusedTitle')}</strong>
          <p>{entry.refusal.detail}</p>
        </div>
      )}
      {isSent && (
        <p className="day-as-of" role="alert">
          {t('sentMeanwhile')}
        </p>
      )}
      {isUnclear && <p className="day-as-of">{t('unclear')}</p>}
      <form className="day-form" noValidate onSubmit={submitted}>
        {shown.map(input)}
        {folded.length > 0 && (
          <details>
            <summary>{t('optional')}</summary>
            {folded.map(input)}
          </details>
        )}
        <p className="day-fault" role="alert">
          {isNotKept && t('notKept')}
        </p>
        <button type="submit" className="button-main day-step" disabled={isBusy || isUnclear}>
          {nameOf(type)}
        </button>
      </form>
    </FormContext>
  );
}
