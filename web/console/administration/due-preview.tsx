import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useId, useState, type ReactNode } from 'react';
import { instantText, spanText } from '../../shared/instants';
import { api, bodyOf, type Schemas } from '../api';
import { localInstant } from '../forms/values';
import { useLanguage, useWords } from '../language';
import { faultText } from '../shell/faults';
import { SHELL_WORDS } from '../shell/words';
import { ADMINISTRATION_WORDS } from './words';

type Question = Schemas['PromisePreviewQuestion'];
type Terms = Schemas['PromisePreviewTerms'];

interface Asked {
  /** The draft, and the promise that it is previewed for; undefined while the form has faults. */
  readonly draft: Omit<Question, 'startAt'> | undefined;
  /** The start that is proposed, such as when the draft comes into force. */
  readonly startAt: Date;
  /** Chooses the promise, where the draft is for several. */
  readonly children?: ReactNode;
}

/** Waits until somebody pauses in typing. */
const PAUSE_MS = 300;

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(text), PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [text]);
  return settled;
}

/** When a promise that begins at a chosen time is due: as things are, and under the draft. The API computes both. */
export function DuePreview({ draft, startAt, children }: Asked) {
  const t = useWords(ADMINISTRATION_WORDS);
  const shell = useWords(SHELL_WORDS);
  const { language } = useLanguage();
  const id = useId();
  // Until somebody chooses a time, the start follows the draft.
  const [chosen, setStart] = useState<string>();
  const start = chosen ?? localInstant(startAt.getTime());
  const question =
    draft === undefined || start === ''
      ? ''
      : JSON.stringify({ ...draft, startAt: new Date(start).toISOString() });
  const settled = useSettled(question);
  const { data, error } = useQuery({
    queryKey: ['administration', 'preview', settled, language],
    enabled: settled !== '',
    // The question in its text, so that equal drafts are asked about once.
    queryFn: () => bodyOf(api.POST('/v1/policies/preview', { body: JSON.parse(settled) as Question })),
    placeholderData: keepPreviousData,
    retry: false,
  });
  return (
    <section className="due-preview" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{t('wouldBeDue')}</h3>
      <div className="filter-bar">
        {children}
        <label>
          {t('begins')}
          <input type="datetime-local" value={start} onChange={({ target }) => setStart(target.value)} />
        </label>
      </div>
      <div role="status">
        {draft === undefined ? (
          <p className="quiet">{t('fillFirst')}</p>
        ) : error ? (
          <p className="fault">{faultText(error, shell)}</p>
        ) : (
          data && <Compared before={data.before} after={data.after} />
        )}
      </div>
    </section>
  );
}

function Compared({ before, after }: { readonly before: Terms | null; readonly after: Terms | null }) {
  const t = useWords(ADMINISTRATION_WORDS);
  const { language } = useLanguage();
  const due = (terms: Terms | null): string =>
    terms === null ? t('noPromise') : terms.dueAt === null ? t('noTime') : instantText(terms.dueAt, language);
  const moved =
    before?.dueAt != null && after?.dueAt != null
      ? Date.parse(after.dueAt) - Date.parse(before.dueAt)
      : undefined;
  const warned = (terms: Terms | null): string =>
    (terms?.warnings ?? [])
      .map(
        ({ share, at }) => `${Math.round(share * 100)} %: ${at === null ? '–' : instantText(at, language)}`,
      )
      .join('; ');
  return (
    <>
      <table className="lines">
        <thead>
          <tr>
            <td />
            <th scope="col">{t('dueAt')}</th>
            <th scope="col">{t('warnings')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('asItIs')}</th>
            <td>{due(before)}</td>
            <td>{warned(before)}</td>
          </tr>
          <tr>
            <th scope="row">{t('afterSaving')}</th>
            <td>
              <strong>{due(after)}</strong>
            </td>
            <td>{warned(after)}</td>
          </tr>
        </tbody>
      </table>
      {moved !== undefined && (
        <p className={moved === 0 ? 'chip' : 'chip chip-warn'}>
          {moved === 0
            ? t('unmoved')
            : t(moved > 0 ? 'dueLater' : 'dueEarlier', { by: spanText(Math.abs(moved), language) })}
        </p>
      )}
    </>
  );
}
