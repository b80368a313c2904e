import { useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { api, bodyOf, Refused, type Schemas } from '../api';
import { keep, readKept } from '../kept';
import { useWords } from '../language';
import { useMe } from '../session';
import { faultText } from '../shell/faults';
import { SHELL_WORDS } from '../shell/words';
import { CUSTOMERS_WORDS } from './words';

interface Correcting {
  readonly file: Schemas['CustomerDetail'];
  readonly onClose: () => void;
}

const TEXTS = ['name', 'nameEn', 'province', 'city', 'address'] as const;
type Draft = Partial<Record<(typeof TEXTS)[number], string>> & { readonly language?: Schemas['Language'] };

const readDraft = (key: string): Draft => {
  const kept = readKept(key);
  return typeof kept === 'object' && kept !== null ? kept : {};
};

/** Corrects a customer's file, or takes a prospect in. A colleague's change meanwhile is said, and takes nothing that was typed. */
export function CustomerForm({ file, onClose }: Correcting) {
  const t = useWords(CUSTOMERS_WORDS);
  const shell = useWords(SHELL_WORDS);
  const { organisation } = useMe();
  const queries = useQueryClient();
  const key = `aftercare.customer.${file.id}`;
  const [draft, setDraft] = useState<Draft>(() => readDraft(key));
  const [fault, setFault] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const change = (changes: Draft) => {
    const next = { ...draft, ...changes };
    keep(key, next);
    setDraft(next);
  };
  const end = () => {
    keep(key, undefined);
    onClose();
  };
  const save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setFault(undefined);
    try {
      await bodyOf(
        api.PATCH('/v1/customers/{id}', {
          params: { path: { id: file.id }, header: { 'if-match': `"${file.version}"` } },
          body: {
            ...patchOf(draft),
            ...(file.status === 'prospect' && {
              status: 'active' as const,
              ...(file.regionId === null && { regionId: organisation.id }),
            }),
          },
        }),
      );
      await queries.invalidateQueries();
      end();
    } catch (error) {
      const isStale = error instanceof Refused && error.problem.status === 412;
      setFault(isStale ? t('stale') : faultText(error, shell));
      if (isStale) await queries.invalidateQueries();
      setBusy(false);
    }
  };
  return (
    <form className="card correct" onSubmit={(event) => void save(event)} aria-labelledby="correct-title">
      <h2 id="correct-title">{t(file.status === 'prospect' ? 'complete' : 'correct')}</h2>
      {TEXTS.map((name) => (
        <label key={name}>
          {t(name)}
          <input
            required={name === 'name'}
            maxLength={name === 'province' || name === 'city' ? 60 : 200}
            value={draft[name] ?? file[name] ?? ''}
            onChange={({ target }) => change({ [name]: target.value })}
          />
        </label>
      ))}
      <label>
        {t('language')}
        <select
          value={draft.language ?? file.language}
          onChange={({ target }) => change({ language: target.value === 'en' ? 'en' : 'zh' })}
        >
          <option value="zh">{t('zh')}</option>
          <option value="en">{t('en')}</option>
        </select>
      </label>
      <p className="correct-fault" role="alert">
        {fault}
      </p>
      <div>
        <button type="submit" className="button-main" disabled={isBusy}>
          {shell('save')}
        </button>{' '}
        <button type="button" className="button-plain" onClick={end}>
          {shell('cancel')}
        </button>
      </div>
    </form>
  );
}

/** The fields that were typed; an emptied one is taken out of the file. */
function patchOf({ name, language, ...rest }: Draft): Schemas['CustomerPatch'] {
  const texts = Object.entries(rest).map(([key, text]) => [key, text.trim() === '' ? null : text.trim()]);
  return {
    ...(name !== undefined && { name: name.trim() }),
    ...(language !== undefined && { language }),
    ...(Object.fromEntries(texts) as Pick<
      Schemas['CustomerPatch'],
      'nameEn' | 'province' | 'city' | 'address'
    >),
  };
}
