import { Link, Outlet, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { moneyText } from '../../shared/money';
import { TimeLeft } from '../cases/time-left';
import { useLanguage, useName, useWords } from '../language';
import { Failed, Loading } from '../shell/states';
import { SHELL_WORDS } from '../shell/words';
import '../shell/pieces.css';
import './approvals.css';
import { Decided, type Outcome } from './decided';
import { addressOf, useApprovals, type Approval } from './queries';
import { APPROVALS_WORDS } from './words';

const SIDE_BY_SIDE = '(min-width: 901px)';

/** Lists the approvals that wait, the most urgent first, beside the one that is open. */
export function Approvals() {
  const t = useWords(APPROVALS_WORDS);
  const shell = useWords(SHELL_WORDS);
  const { scope = 'mine' } = useSearch({ from: '/approvals' });
  const { id } = useParams({ strict: false });
  const navigate = useNavigate();
  const list = useApprovals(scope);
  const [outcome, setOutcome] = useState<Outcome>();
  const rows = useMemo(() => list.data?.pages.flatMap(({ items }) => items) ?? [], [list.data]);
  const first = rows[0] && addressOf(rows[0]);

  useEffect(() => {
    // Beside the list there is room for one: the worst. On a phone the list is a page of its own.
    if (id === undefined && first !== undefined && window.matchMedia(SIDE_BY_SIDE).matches)
      void navigate({ to: '/approvals/$id', params: { id: first }, search: { scope }, replace: true });
  }, [id, first, scope, navigate]);

  const decided = useMemo(
    () => ({
      report: setOutcome,
      nextAfter: (of: string) => {
        const at = rows.findIndex((row) => addressOf(row) === of);
        const next = rows[at + 1] ?? rows.find((row) => addressOf(row) !== of);
        return next && addressOf(next);
      },
    }),
    [rows],
  );

  if (list.error && !list.data) return <Failed error={list.error} retry={() => void list.refetch()} />;
  return (
    <Decided value={decided}>
      <h1>{t('title')}</h1>
      <p className="approvals-outcome" role="status">
        {outcome && t(outcome.word, { number: outcome.number, what: outcome.what })}
      </p>
      <div className={id === undefined ? 'approvals approvals-none' : 'approvals'}>
        <section className="approvals-list" aria-label={t('title')}>
          <div className="approvals-scope" role="group" aria-label={t('scope')}>
            {(['mine', 'all'] as const).map((one) => (
              <Link
                key={one}
                to="/approvals"
                search={{ scope: one }}
                className="button-plain"
                aria-current={one === scope ? 'true' : undefined}
              >
                {t(one)}
              </Link>
            ))}
          </div>
          {list.isPending ? (
            <Loading />
          ) : rows.length === 0 ? (
            <p className="quiet">{t(scope === 'mine' ? 'none' : 'noneAll')}</p>
          ) : (
            <ol>
              {rows.map((row) => (
                <Row key={addressOf(row)} row={row} scope={scope} isShown={addressOf(row) === id} />
              ))}
            </ol>
          )}
          {list.hasNextPage && (
            <button type="button" className="button-plain" onClick={() => void list.fetchNextPage()}>
              {shell('more')}
            </button>
          )}
        </section>
        <div className="approvals-one">
          {id === undefined && rows.length > 0 && <p className="quiet">{t('choose')}</p>}
          <Outlet />
        </div>
      </div>
    </Decided>
  );
}

interface RowOf {
  readonly row: Approval;
  readonly scope: 'mine' | 'all';
  readonly isShown: boolean;
}

function Row({ row, scope, isShown }: RowOf) {
  const name = useName();
  const { language } = useLanguage();
  const { kindNames, what, amountCents, currency, dueAt, askedBy } = row;
  return (
    <li>
      <Link
        to="/approvals/$id"
        params={{ id: addressOf(row) }}
        search={{ scope }}
        className="approvals-row"
        aria-current={isShown ? 'true' : undefined}
      >
        <span className="approvals-line">
          <strong>{name(kindNames)}</strong>
          {dueAt !== null && <TimeLeft at={dueAt} />}
        </span>
        <span className="approvals-what">{what}</span>
        <span className="approvals-line quiet">
          <span>{row.case.customerName ?? row.case.subject}</span>
          {amountCents !== null && currency !== null && (
            <strong className="approvals-amount">{moneyText(amountCents, currency, language)}</strong>
          )}
        </span>
        <span className="quiet">
          {row.case.number} · {askedBy.name}
        </span>
      </Link>
    </li>
  );
}
