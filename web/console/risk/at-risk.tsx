import { Link, useRouter } from '@tanstack/react-router';
import type { Schemas } from '../api';
import { BatchBar } from '../batch/batch-bar';
import { PickAllBox, PickBox } from '../batch/pick-box';
import { useSelection, type Selection } from '../batch/use-selection';
import { TimeLeft } from '../cases/time-left';
import { useCodes } from '../codes';
import { useWords } from '../language';
import { Failed, Loading } from '../shell/states';
import { SHELL_WORDS } from '../shell/words';
import { walkOf, type Walk } from '../walk';
import type { RiskFilters } from './filters';
import { queryOf, useAtRisk } from './queries';
import { RISK_WORDS } from './words';

type CaseSummary = Schemas['CaseSummary'];

/** Cases by their next deadline, to be picked and handed over. */
export function AtRisk({ filters }: { readonly filters: RiskFilters }) {
  const t = useWords(RISK_WORDS);
  const shell = useWords(SHELL_WORDS);
  const list = useAtRisk(filters);
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const selection = useSelection(rows.map(({ number }) => number));
  const back = useRouter().buildLocation({ to: '/risk', search: filters }).href;
  if (list.error && !list.data) return <Failed error={list.error} retry={() => void list.refetch()} />;
  if (list.isPending) return <Loading />;

  const dueBefore = list.data.pages[0]?.dueBefore;
  const walk = walkOf({
    list,
    back,
    query: dueBefore === undefined ? null : queryOf(filters, dueBefore),
    numbers: rows.map(({ number }) => number),
  });
  return (
    <>
      <BatchBar
        rows={rows}
        selection={selection}
        found={t('found', { count: rows.length })}
        onClose={() => void list.refetch()}
      />
      {rows.length === 0 ? (
        <p className="card quiet">{t('none')}</p>
      ) : (
        <table className="lines risk-table card">
          <thead>
            <tr>
              <th scope="col" className="risk-pick">
                <PickAllBox count={rows.length} selection={selection} />
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
              <Row key={row.number} row={row} walk={walk} selection={selection} />
            ))}
          </tbody>
        </table>
      )}
      {list.hasNextPage && (
        <button type="button" className="button-plain" onClick={() => void list.fetchNextPage()}>
          {shell('more')}
        </button>
      )}
    </>
  );
}

interface RowOf {
  readonly row: CaseSummary;
  readonly walk: Walk | undefined;
  readonly selection: Selection;
}

function Row({ row, walk, selection }: RowOf) {
  const t = useWords(RISK_WORDS);
  const codes = useCodes();
  const { number, subject, nextDeadline, breached, stage, owner, customer, senderName } = row;
  return (
    <tr className={selection.has(number) ? 'risk-picked' : undefined}>
      <td className="risk-pick">
        <PickBox number={number} selection={selection} />
      </td>
      <td>
        {nextDeadline && <TimeLeft at={nextDeadline.at} />}{' '}
        {breached && <span className="chip chip-bad">{t('broken')}</span>}
      </td>
      <td data-label={t('clock')}>{nextDeadline && codes.name('clock', nextDeadline.clock)}</td>
      <td>
        <Link to="/cases/$number" params={{ number }} state={{ walk }}>
          {number}
        </Link>{' '}
        <span className="risk-subject">{subject}</span>
      </td>
      <td>{customer?.name ?? senderName}</td>
      <td data-label={t('stage')}>{codes.name('caseStage', stage)}</td>
      <td data-label={t('owner')}>{owner && (owner.staff?.name ?? codes.name('role', owner.role))}</td>
    </tr>
  );
}
