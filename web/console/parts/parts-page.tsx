import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { api, bodyOf } from '../api';
import '../inbox/inbox.css';
import '../shell/pieces.css';
import './parts.css';
import { useWords } from '../language';
import { useMay } from '../session';
import { Failed, Loading } from '../shell/states';
import { DepotChooser } from './depot-chooser';
import { useDepots } from './depots';
import { SECTION_NAMES, SECTIONS, type PartsFilters, type Section } from './filters';
import { PastCounts } from './past-counts';
import { Stock } from './stock';
import { TakeStock } from './take-stock';
import { ToDo } from './to-do';
import { COUNT_WORDS } from './count-words';
import { PARTS_WORDS } from './words';

/** The lists of the caller's depot: what to issue, to receive and to take back, and its stock. */
export function PartsPage() {
  const t = useWords(PARTS_WORDS);
  const { section = 'issue' } = useSearch({ from: '/parts' });
  const may = useMay();
  const { depots, depot, choose } = useDepots();
  // The counts are of what waits for the reader: another depot's work is not among it.
  const isOwn = depot?.isMine !== false;
  const sections = SECTION_NAMES.filter((name) => name !== 'count' || may('stockTake.read'));
  return (
    <>
      <div className="parts-head">
        <h1>{t('title')}</h1>
        <DepotChooser depots={depots} depot={depot} choose={(id) => void choose(id)} />
      </div>
      <nav className="kinds" aria-label={t('sections')}>
        {sections.map((name) => (
          <Link
            key={name}
            to="/parts"
            search={({ depot: now }: PartsFilters) => ({
              section: name,
              ...(now !== undefined && { depot: now }),
            })}
            {...(name === section && { 'aria-current': 'page' })}
          >
            {t(name)}
            {isOwn && <Waiting section={name} />}
          </Link>
        ))}
      </nav>
      {section === 'stock' && <Stock depot={depot?.id} />}
      {section === 'count' && <Counting />}
      {section !== 'stock' && section !== 'count' && (
        <ToDo key={section} section={section} elsewhere={isOwn || depots.length < 2 ? undefined : depot} />
      )}
    </>
  );
}

/** The number of tasks that wait for the reader in a section. */
function Waiting({ section }: { readonly section: Section }) {
  const counts = useQuery({ queryKey: ['counts'], queryFn: () => bodyOf(api.GET('/v1/counts')) });
  const kinds: readonly string[] = SECTIONS[section];
  const total = counts.data?.tasks.byKind
    .filter(({ kind }) => kinds.includes(kind))
    .reduce((sum, row) => sum + row.total, 0);
  return total ? <b> {total}</b> : null;
}

/** Counts of the depot: the sheet for those who may count it, and what was counted before. */
function Counting() {
  const t = useWords(COUNT_WORDS);
  const { depot, isPending, error, retry } = useDepots();
  const may = useMay();
  if (error) return <Failed error={error} retry={retry} />;
  if (isPending) return <Loading />;
  if (!depot) return <p className="quiet">{t('noDepot')}</p>;
  return (
    <>
      {depot.mayCount && may('stockTake.post') ? (
        <TakeStock key={depot.id} depot={depot} />
      ) : (
        <p className="quiet">{t('notMine')}</p>
      )}
      <PastCounts key={`past ${depot.id}`} depot={depot.id} />
    </>
  );
}
