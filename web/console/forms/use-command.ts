import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { newId } from '../../shared/ids';
import { Refused, type Schemas } from '../api';
import { useLanguage, useWords } from '../language';
import { faultText } from '../shell/faults';
import { SHELL_WORDS } from '../shell/words';
import { draftKey, dropDraft, keepDraft, readDraft } from './draft';
import { faultsOf, pathInForm, type Faults } from './faults';
import { useCurrencies, type CommandForm } from './queries';
import { isConsequential, isUnknown, previewOf, send, STALE, type Sent } from './send';
import { dataOf, emptyOf, isGroup, type TypedGroup } from './values';
import { FORM_WORDS } from './words';

export interface Target {
  readonly process: CommandForm['process'];
  readonly number: string;
  /** Version that was read when the form was opened; undefined: the command does not mind what others did meanwhile. */
  readonly version: number | undefined;
  /** Reads again: the version that may be taken as read, since no colleague changed anything; undefined where one did. */
  readonly readAgain?: () => Promise<number | undefined>;
  /** The version that is on the page by now. */
  readonly latest?: number;
}

interface Asked {
  readonly filled: TypedGroup;
  readonly onDone: () => void;
  /** Its consequences need no look. */
  readonly isSure?: boolean;
}

type Preview = Schemas['DryRunResult'];
type Standing = 'typing' | 'asking' | 'sending' | 'unknown' | 'changed';

/** A command while it is filled in, looked at and given: what is typed survives all of it. */
export function useCommand(form: CommandForm, target: Target, { filled, onDone, isSure = false }: Asked) {
  const t = useWords(FORM_WORDS);
  const shell = useWords(SHELL_WORDS);
  const { language } = useLanguage();
  const queries = useQueryClient();
  const currencies = useCurrencies();
  const place = `${target.number}.${form.type}`;
  const [begun] = useState(() => readDraft(place));
  const [id, setId] = useState(() => begun?.id ?? newId());
  const [values, setValues] = useState<TypedGroup>(() => begun?.values ?? startOf(form, filled));
  const [faults, setFaults] = useState<Faults>({});
  const [said, setSaid] = useState('');
  const [preview, setPreview] = useState<Preview>();
  const [standing, setStanding] = useState<Standing>('typing');
  const [seen, setSeen] = useState(target.version);
  const [isTouched, setTouched] = useState(begun !== undefined);

  const isAsGiven = textOfValues(values) === textOfValues(startOf(form, filled));
  useEffect(() => {
    const isAsKept = begun?.id === id && begun.values === values;
    if (!isTouched || isAsKept) return;
    if (isAsGiven) dropDraft(place);
    else keepDraft(place, { id, values, at: new Date().toISOString() });
  }, [begun, id, isAsGiven, isTouched, place, values]);

  const change = (changed: TypedGroup): void => {
    setValues(changed);
    setTouched(true);
    setPreview(undefined);
    if (standing === 'typing') setSaid('');
  };
  /** Sends by the version that was read; where only the system went on meanwhile, by the present one. */
  const asRead = async <T>(run: (sent: Sent) => Promise<T>): Promise<T> => {
    const { process, number, readAgain } = target;
    const data = dataOf(form.schema, values, currencies);
    const sent = { process, number, type: form.type, id, data, version: seen };
    try {
      return await run(sent);
    } catch (error) {
      const isStale = error instanceof Refused && error.problem.status === STALE;
      const version = isStale ? await readAgain?.() : undefined;
      if (version === undefined) throw error;
      setSeen(version);
      return run({ ...sent, version });
    }
  };

  const failed = (error: unknown): void => {
    setPreview(undefined);
    if (error instanceof Refused && error.problem.status === STALE) {
      setStanding('changed');
      setSaid(t('changed'));
      void queries.invalidateQueries({
        queryKey: [target.process === 'case' ? 'case' : 'order', target.number],
      });
      return;
    }
    if (isUnknown(error)) {
      setStanding('unknown');
      setSaid(t('unknown'));
      return;
    }
    setStanding('typing');
    if (!(error instanceof Refused)) {
      setSaid(faultText(error, shell));
      return;
    }
    const { problem } = error;
    const named = Object.fromEntries(problem.errors.map(({ field, reason }) => [pathInForm(field), reason]));
    setFaults(named);
    setSaid(problem.status === 401 ? t('ended') : problem.detail);
    // Refused for good: what is sent next is another command.
    if (problem.status !== 401) setId(newId());
  };

  const give = async (): Promise<void> => {
    setStanding('sending');
    try {
      await asRead(send);
    } catch (error) {
      failed(error);
      return;
    }
    dropDraft(place);
    setTouched(false);
    await queries.invalidateQueries();
    onDone();
  };

  const submit = async (): Promise<void> => {
    const found = faultsOf(form.schema, values, t);
    setFaults(found);
    if (Object.keys(found).length > 0) {
      setSaid(t('faults'));
      return;
    }
    setSaid('');
    // An outcome that is not known is not asked about, but settled: by the same command again.
    if (standing === 'unknown' || isSure) return give();
    setStanding('asking');
    try {
      const answer = await asRead((sent) => previewOf(sent, language));
      if (answer.refusal) {
        setStanding('typing');
        setSaid(answer.refusal.words[language]);
        const { field } = answer.refusal;
        if (field !== null) setFaults({ [pathInForm(field)]: answer.refusal.words[language] });
      } else if (isConsequential(answer)) {
        setStanding('typing');
        setPreview(answer);
      } else await give();
    } catch (error) {
      failed(error);
    }
  };

  return {
    values,
    change,
    faults,
    said,
    preview,
    standing,
    begunAt: begun?.at,
    draft: draftKey(place),
    isTouched,
    submit,
    give,
    back: () => setPreview(undefined),
    goOn: () => {
      setSeen(target.latest);
      setStanding('typing');
      setSaid('');
    },
    discard: () => {
      dropDraft(place);
      setTouched(false);
      setValues(startOf(form, filled));
      setFaults({});
      setSaid('');
    },
  };
}

// A field that was emptied again is as one that was never touched.
const textOfValues = (values: TypedGroup): string =>
  JSON.stringify(values, (_, value: unknown) => (value === '' ? undefined : value));

const startOf = ({ schema }: CommandForm, filled: TypedGroup): TypedGroup => {
  const empty = emptyOf(schema);
  return { ...(isGroup(empty) ? empty : {}), ...filled };
};
