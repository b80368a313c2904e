import { useNavigate, useSearch } from '@tanstack/react-router';
import { useName, useWords } from '../language';
import { OrganisationSelect } from '../risk/organisation-select';
import '../shell/pieces.css';
import { CasesBehind } from './cases-behind';
import './figures.css';
import { PERIODS, periodOf, type FigureFilters } from './filters';
import { BacklogCard, FlowCard } from './flow';
import { SatisfactionCard } from './satisfaction';
import { PromisesCard } from './promises';
import { QualityCard } from './quality';
import { usePromises, useQuality } from './queries';
import { FIGURES_WORDS } from './words';

/** The manager's figures: pictures first, the cases behind each of them, and files. */
export function FiguresPage() {
  const t = useWords(FIGURES_WORDS);
  const name = useName();
  const filters = useSearch({ from: '/figures' });
  const navigate = useNavigate({ from: '/figures' });
  const set = (change: { readonly [K in keyof FigureFilters]?: FigureFilters[K] | undefined }) =>
    void navigate({ search: defined({ ...filters, ...change }), resetScroll: false });
  const { promise, quality, organisationId } = filters;
  const promises = usePromises(filters).data?.items;
  const measures = useQuality(filters).data?.items;
  const figure = promises?.find(({ key }) => key === promise) ?? measures?.find(({ key }) => key === quality);
  return (
    <>
      <h1>{t('title')}</h1>
      <div className="filter-bar" role="search">
        <label>
          {t('period')}
          <select
            value={periodOf(filters)}
            onChange={({ target }) => set({ days: PERIODS.find((days) => days === Number(target.value)) })}
          >
            {PERIODS.map((count) => (
              <option key={count} value={count}>
                {t('lastDays', { count })}
              </option>
            ))}
          </select>
        </label>
        <OrganisationSelect value={organisationId} onChange={(chosen) => set({ organisationId: chosen })} />
      </div>
      {(promise !== undefined || quality !== undefined) && (
        <CasesBehind
          filters={filters}
          figure={figure ? name(figure.name) : ''}
          onStanding={(standing) => set({ standing })}
          onClose={() => set({ promise: undefined, quality: undefined, standing: undefined })}
        />
      )}
      <div className="figures">
        <div className="figures-column">
          <QualityCard
            filters={filters}
            onPick={(key) => set({ quality: key, promise: undefined, standing: undefined })}
          />
          <SatisfactionCard filters={filters} />
          <FlowCard filters={filters} />
          <BacklogCard filters={filters} />
        </div>
        <PromisesCard
          filters={filters}
          onPick={(key) => set({ promise: key, quality: undefined, standing: undefined })}
        />
      </div>
    </>
  );
}

const defined = (filters: {
  readonly [K in keyof FigureFilters]?: FigureFilters[K] | undefined;
}): FigureFilters =>
  Object.fromEntries(Object.entries<unknown>(filters).filter(([, value]) => value !== undefined));
