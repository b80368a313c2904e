import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useWords } from '../language';
import '../shell/pieces.css';
import { AtRisk } from './at-risk';
import { Escalations } from './escalations';
import './risk.css';
import { WINDOWS, windowOf, type RiskFilters, type Window } from './filters';
import { OrganisationSelect } from './organisation-select';
import { useEscalations } from './queries';
import { RISK_WORDS } from './words';

const HOURS_OF_DAY = 24;

/** Clocks at risk across the region, worst first, and calls for help. */
export function RiskPage() {
  const t = useWords(RISK_WORDS);
  const filters = useSearch({ from: '/risk' });
  const asked = useEscalations().data?.items.length ?? 0;
  const navigate = useNavigate({ from: '/risk' });
  const { view = 'clocks', organisationId, breached } = filters;
  const set = (change: { readonly [K in keyof RiskFilters]?: RiskFilters[K] | undefined }) =>
    void navigate({ search: defined({ ...filters, ...change }), replace: true });
  const windowText = (hours: Window): string => {
    if (hours === 0) return t('overdue');
    return hours > HOURS_OF_DAY ? t('days', { count: hours / HOURS_OF_DAY }) : t('hours', { count: hours });
  };
  return (
    <>
      <h1>{t('title')}</h1>
      <nav className="tabs" aria-label={t('view')}>
        {(['clocks', 'escalations'] as const).map((one) => (
          <Link
            key={one}
            to="/risk"
            search={{ ...filters, view: one }}
            className="button-plain"
            aria-current={one === view ? 'page' : undefined}
          >
            {t(one)}
            {one === 'escalations' && asked > 0 && <> ({asked})</>}
          </Link>
        ))}
      </nav>
      {view === 'escalations' ? (
        <Escalations />
      ) : (
        <>
          <div className="filter-bar" role="search">
            <label>
              {t('within')}
              <select
                value={windowOf(filters)}
                onChange={({ target }) =>
                  set({ within: WINDOWS.find((hours) => hours === Number(target.value)) })
                }
              >
                {WINDOWS.map((hours) => (
                  <option key={hours} value={hours}>
                    {windowText(hours)}
                  </option>
                ))}
              </select>
            </label>
            <OrganisationSelect
              value={organisationId}
              onChange={(chosen) => set({ organisationId: chosen })}
            />
            <label className="check">
              <input
                type="checkbox"
                checked={breached === true}
                onChange={({ target }) => set({ breached: target.checked ? true : undefined })}
              />
              {t('breached')}
            </label>
          </div>
          <AtRisk filters={filters} />
        </>
      )}
    </>
  );
}

const defined = (filters: { readonly [K in keyof RiskFilters]?: RiskFilters[K] | undefined }): RiskFilters =>
  Object.fromEntries(Object.entries<unknown>(filters).filter(([, value]) => value !== undefined));
