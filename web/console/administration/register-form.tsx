import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState, type ReactNode, type SubmitEvent } from 'react';
import { instantText } from '../../shared/instants';
import { Refused } from '../api';
import type { Place } from '../forms/field';
import { faultsOf, type Faults } from '../forms/faults';
import { dropDraft, keepDraft, readDraft } from '../forms/draft';
import '../forms/forms.css';
import { Fields } from '../forms/group-field';
import { useCurrencies } from '../forms/queries';
import type { FormSchema } from '../forms/schema';
import { dataOf, type TypedGroup } from '../forms/values';
import { FORM_WORDS } from '../forms/words';
import { useLanguage, useWords } from '../language';
import { newId } from '../../shared/ids';
import { faultText } from '../shell/faults';
import { SHELL_WORDS } from '../shell/words';
import { Meanwhile } from './meanwhile';
import { changedIn, rebased, type Correction } from './rebase';
import { ADMINISTRATION_WORDS } from './words';

interface Form<Data> {
  /** Under which what is typed is kept in this tab. */
  readonly place: string;
  readonly title: string;
  readonly schema: FormSchema;
  /** Stands in the fields before somebody types. */
  readonly filled: TypedGroup;
  /** True where `filled` is on record and is corrected: others may change it meanwhile. */
  readonly isOnRecord?: boolean;
  readonly choices?: Place['choices'];
  /** @param key the same while the same is sent again. @param changed names of the fields that differ from what is on record. */
  readonly save: (data: Data, key: string, changed: readonly string[]) => Promise<unknown>;
  /** Place in the form of a field that a refusal names. */
  readonly pathOf?: (field: string) => string;
  /** Shows the consequences of the draft before it is saved; undefined while it has faults. */
  readonly preview?: (data: Data | undefined) => ReactNode;
  readonly onClose: () => void;
}

const asIs = (field: string): string => field;

/** Enters something that the company lays down: drawn from its fields, kept while it is typed, refused in words at the field. */
export function RegisterForm<Data>(props: Form<Data>) {
  const {
    place,
    title,
    schema,
    filled,
    isOnRecord = false,
    choices = {},
    save,
    pathOf = asIs,
    preview,
    onClose,
  } = props;
  const t = useWords(FORM_WORDS);
  const own = useWords(ADMINISTRATION_WORDS);
  const shell = useWords(SHELL_WORDS);
  const { language } = useLanguage();
  const queries = useQueryClient();
  const currencies = useCurrencies();
  const id = useId();
  const box = useRef<HTMLElement>(null);
  const [begun] = useState(() => {
    const draft = readDraft(place);
    // Without what it was written on, a correction would take back the changes of others.
    return isOnRecord && draft?.base === undefined ? undefined : draft;
  });
  const [key, setKey] = useState(() => begun?.id ?? newId());
  const [typed, setTyped] = useState<Correction>(() => ({
    values: begun?.values ?? filled,
    base: begun?.base ?? filled,
    before: begun?.before ?? {},
  }));
  const entry = isOnRecord ? rebased(typed, filled) : typed;
  if (entry !== typed) setTyped(entry);
  const { values } = entry;
  const [isTouched, setTouched] = useState(begun !== undefined);
  const [faults, setFaults] = useState<Faults>({});
  const [said, setSaid] = useState('');
  const [isBusy, setBusy] = useState(false);

  useEffect(() => {
    box.current?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }, []);
  useEffect(() => {
    if (!isTouched) return;
    const { values: now, ...record } = entry;
    keepDraft(place, { id: key, values: now, ...(isOnRecord && record), at: new Date().toISOString() });
  }, [entry, isOnRecord, isTouched, key, place]);
  useEffect(() => {
    if (Object.keys(faults).length > 0) box.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [faults]);

  // The form is drawn from the fields of the data.
  const data = () => dataOf(schema, values, currencies) as Data;
  const close = () => {
    dropDraft(place);
    onClose();
  };
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const found = faultsOf(schema, values, t);
    setFaults(found);
    if (Object.keys(found).length > 0) {
      setSaid(t('faults'));
      return;
    }
    const changed = changedIn(values, entry.base);
    if (isOnRecord && changed.length === 0) {
      close();
      return;
    }
    setSaid('');
    setBusy(true);
    try {
      await save(data(), key, changed);
      setTouched(false);
      dropDraft(place);
      await queries.invalidateQueries({ queryKey: ['administration'] });
      onClose();
    } catch (error) {
      setBusy(false);
      const status = error instanceof Refused ? error.problem.status : undefined;
      if (error instanceof Refused && status !== 401) {
        setKey(newId());
        setFaults(Object.fromEntries(error.problem.errors.map((one) => [pathOf(one.field), one.reason])));
      }
      setSaid(status === 412 ? own('stale') : faultText(error, shell));
      if (status === 412) await queries.invalidateQueries({ queryKey: ['administration'] });
    }
  };
  const fieldPlace: Place = { id, caseNumber: undefined, choices };
  return (
    <section className="card command-form" aria-labelledby={`${id}-title`} ref={box}>
      <h2 id={`${id}-title`}>{title}</h2>
      <form noValidate onSubmit={(event) => void submit(event)}>
        {begun && isTouched && <p className="quiet">{t('kept', { at: instantText(begun.at, language) })}</p>}
        <div className="fields register-fields">
          <Fields
            schema={schema}
            value={values}
            onChange={(changed) => {
              setTyped({ ...entry, values: changed });
              setTouched(true);
            }}
            path=""
            faults={faults}
            place={fieldPlace}
          />
        </div>
        {isOnRecord && !isBusy && <Meanwhile schema={schema} entry={entry} place={fieldPlace} />}
        {preview?.(Object.keys(faultsOf(schema, values, t)).length > 0 ? undefined : data())}
        <p role="alert" className="fault">
          {said}
        </p>
        <div className="buttons">
          <button type="submit" className="button-main" disabled={isBusy}>
            {shell('save')}
          </button>
          <button type="button" className="button-plain" onClick={close}>
            {isTouched ? t('discard') : shell('cancel')}
          </button>
        </div>
      </form>
    </section>
  );
}
