import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api, bodyOf, Refused, type Schemas } from '../api';
import { DraftKept } from '../draft-kept';
import { useName, useWords } from '../language';
import { faultText } from '../shell/faults';
import { SHELL_WORDS } from '../shell/words';
import { draftKey, readyOf, requestOf, type useCountDraft } from './count-draft';
import { Difference } from './count-row';
import { COUNT_WORDS } from './count-words';
import type { Depot } from './depots';
import { Posted } from './posted-count';

interface Of {
  readonly depot: Depot;
  readonly counting: ReturnType<typeof useCountDraft>;
  readonly onBack: () => void;
}

/** The differences before they are posted, what posting does, and what it did. */
export function CountReview({ depot, counting: { draft, change, remark }, onBack }: Of) {
  const t = useWords(COUNT_WORDS);
  const shell = useWords(SHELL_WORDS);
  const nameOf = useName();
  const queries = useQueryClient();
  const title = useRef<HTMLHeadingElement>(null);
  const [fault, setFault] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const [isDiscarding, setDiscarding] = useState(false);
  const [posted, setPosted] = useState<Schemas['StockTake']>();
  useEffect(() => title.current?.focus(), []);
  const { lines, differences, found, missing } = readyOf(draft);

  const post = async (): Promise<void> => {
    const request = requestOf(depot.id, draft);
    const body = JSON.stringify(request);
    // Sent again as it was it keeps its key: it may have arrived.
    const key = draft.sent?.body === body ? draft.sent.key : crypto.randomUUID();
    change({ sent: { key, body } });
    setBusy(true);
    setFault(undefined);
    try {
      const stockTake = await bodyOf(
        api.POST('/v1/stock-takes', { params: { header: { 'idempotency-key': key } }, body: request }),
      );
      const done = new Set(request.lines.map(({ partNumber }) => partNumber));
      const left = Object.entries(draft.counts).filter(([partNumber]) => !done.has(partNumber));
      change({ counts: Object.fromEntries(left), remark: '' });
      setPosted(stockTake);
      for (const name of ['stock-takes', 'stock-sheet', 'parts'])
        void queries.invalidateQueries({ queryKey: [name] });
    } catch (error) {
      setFault(faultText(error, shell));
      if (error instanceof Refused && error.problem.code === 'STOCK_TAKE.MOVED')
        void queries.invalidateQueries({ queryKey: ['stock-sheet'] });
    } finally {
      setBusy(false);
    }
  };

  if (posted) return <Posted stockTake={posted} left={Object.keys(draft.counts).length} onBack={onBack} />;
  return (
    <section className="card count" aria-labelledby="differences">
      <h2 id="differences" ref={title} tabIndex={-1}>
        {t('differences')}
      </h2>
      {differences.length === 0 && <p>{t('noDifference')}</p>}
      <ul className="count-lines">
        {differences.map(({ partNumber, names, counted, onShelf, reserved, difference }) => (
          <li key={partNumber} className="count-line">
            <span className="count-part">
              <strong>{nameOf(names)}</strong>
              <span className="quiet">{partNumber}</span>
            </span>
            <span className="count-books">{t('was', { expected: onShelf, counted })}</span>
            <span className="count-typed">
              <Difference by={difference} />
            </span>
            <input
              className="count-remark"
              aria-label={t('lineRemark', { part: partNumber })}
              placeholder={t('lineRemark', { part: partNumber })}
              maxLength={100}
              value={draft.counts[partNumber]?.remark ?? ''}
              onChange={({ target }) => remark(partNumber, target.value)}
            />
            {counted < reserved && <span className="count-moved">{t('short', { held: reserved })}</span>}
          </li>
        ))}
      </ul>
      <label className="count-why">
        {t('remark')}
        <input
          maxLength={200}
          value={draft.remark}
          onChange={({ target }) => change({ remark: target.value })}
        />
      </label>
      <p>
        {differences.length === 0
          ? t('consequenceNone', { count: lines.length, depot: depot.name })
          : t('consequence', { depot: depot.name, found, missing })}
      </p>
      {fault !== undefined && (
        <p role="alert" className="fault">
          {fault}
        </p>
      )}
      {isDiscarding ? (
        <div className="buttons" role="group" aria-label={t('discardSure', { count: lines.length })}>
          <span>{t('discardSure', { count: lines.length })}</span>
          <button
            type="button"
            className="button-plain"
            onClick={() => {
              change({ counts: {}, remark: '' });
              onBack();
            }}
          >
            {t('discard')}
          </button>
          <button type="button" className="button-plain" onClick={() => setDiscarding(false)}>
            {t('keepThem')}
          </button>
        </div>
      ) : (
        <div className="buttons">
          <button type="button" className="button-main" disabled={isBusy} onClick={() => void post()}>
            {isBusy ? t('posting') : t('post')}
          </button>
          <button type="button" className="button-plain" onClick={onBack}>
            {t('back')}
          </button>
          <button type="button" className="button-plain" onClick={() => setDiscarding(true)}>
            {t('discard')}
          </button>
          <DraftKept at={draftKey(depot.id)} />
        </div>
      )}
    </section>
  );
}
