import { Link, useRouter } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { Schemas } from '../api';
import { TimeLeft } from '../cases/time-left';
import { useCodes } from '../codes';
import { useWords } from '../language';
import { useMay } from '../session';
import { Failed, Loading } from '../shell/states';
import { SHELL_WORDS } from '../shell/words';
import { walkOf, type Walk } from '../walk';
import { BatchDialog, type BatchAction } from './batch-dialog';
import type { RiskFilters } from './filters';
import { queryOf, useAtRisk } from './queries';
import { RISK_WORDS } from './words';

type CaseSummary = Schemas['CaseSummary'];

/** Cases by their next deadline, to be picked and handed over. */
export function AtRisk({ filters }: { readonly filters: RiskFilters }) {
  const t = useWords(RISK_WORDS);
  const shell = useWords(SHELL_WORDS);
  const may = useMay();
  const list = useAtRisk(filters);
  // Numbers, not rows: what is picked stays picked while the list is read again.
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [batch, setBatch] = useState<{ readonly action: BatchAction; readonly numbers: readonly string[] }>();
  const rows = useMemo(() => list.data?.pages.flatMap(({ items }) => items) ?? [], [list.data]);
  const back = useRouter().buildLocation({ to: '/risk', search: filters }).href;
  if (list.error && !list.data) return <Failed error={list.error} retry={() => void list.refetch()} />;
  if (list.isPending) return <Loading />;

  const shown = rows.filter(({ number }) => picked.has(number));
  const dueBefore = list.data.pages[0]?.dueBefore;
  const walk = walkOf({
    list,
    back,
    query: dueBefore === undefined ? null : queryOf(filters, dueBefore),
    numbers: rows.map(({ number }) => number),
  });
  const toggle = (number: string) =>
    setPicked((now) => {
      const next = new Set(now);
      if (!next.delete(number)) next.add(number);
      return next;
    });
  const start = (action: BatchAction) => setBatch({ action, numbers: shown.map(({ number }) => number) });
  return (
    <>
      <div className="risk-bar">
        <p className="quiet" role="status">
          {shown.length > 0 ? t('selected', { count: shown.length }) : t('found', { count: rows.length })}
        </p>
        {shown.length > 0 && (
          <div className="buttons">
            {may('case.handOver') && (
              <button type="button" className="button-main" onClick={() => start('handOver')}>
                {t('handOver')}
              </button>
            )}
            {may('case.escalate') && (
              <button type="button" className="button-plain" onClick={() => start('escalate')}>
                {t('escalate')}
              </button>
            )}
            <button type="button" className="button-plain" onClick={() => setPicked(new Set())}>
              {t('clear')}
            </button>
          </div>
        )}
      </div>
      {rows.length === 0 ? (
        <p className="card quiet">{t('none')}</p>
      ) : (
        <table className="lines risk-table card">
          <thead>
            <tr>
              <th scope="col" className="risk-pick">
                <input
                  type="checkbox"
                  aria-label={t('selectAll')}
                  checked={shown.length === rows.length}
                  onChange={({ target }) =>
                    setPicked(new Set(target.checked ? rows.map(({ number }) => number) : []))
                  }
                />
              </th>
              {(['left', 'clock', 'case', 'customer', 'stage', 'owner'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row
                key={row.number}
                row={row}
                walk={walk}
                isPicked={picked.has(row.number)}
                onPick={() => toggle(row.number)}
              />
            ))}
          </tbody>
        </table>
      )}
      {list.hasNextPage && (
        <button type="button" className="button-plain" onClick={() => void list.fetchNextPage()}>
          {shell('more')}
        </button>
      )}
      {batch && (
        <BatchDialog
          action={batch.action}
          numbers={batch.numbers}
          onClose={() => {
            setBatch(undefined);
            void list.refetch();
          }}
          onDone={(number) => setPicked((now) => new Set([...now].filter((one) => one !== number)))}
        />
      )}
    </>
  );
}

interface RowOf {
  readonly row: CaseSummary;
  readonly walk: Walk | undefined;
  readonly isPicked: boolean;
  readonly onPick: () => void;
}

function Row({ row, walk, isPicked, onPick }: RowOf) {
  const t = useWords(RISK_WORDS);
  const codes = useCodes();
  const { number, subject, nextDeadline, breached, stage, owner, customer, senderName } = row;
  return (
    <tr className={isPicked ? 'risk-picked' : undefined}>
      <td className="risk-pick">
        <input type="checkbox" aria-label={t('select', { number })} checked={isPicked} onChange={onPick} />
      </td>
      <td>
        {nextDeadline && <TimeLeft at={nextDeadline.at} />}{' '}
        {breached && <span className="chip chip-bad">{t('broken')}</span>}
      </td>
      <td>{nextDeadline && codes.name('clock', nextDeadline.clock)}</td>
      <td>
        <Link to="/cases/$number" params={{ number }} state={{ walk }}>
          {number}
        </Link>{' '}
        <span className="risk-subject">{subject}</span>
      </td>
      <td>{customer?.name ?? senderName}</td>
      <td>{codes.name('caseStage', stage)}</td>
      <td>{owner && (owner.staff?.name ?? codes.name('role', owner.role))}</td>
    </tr>
  );
}
