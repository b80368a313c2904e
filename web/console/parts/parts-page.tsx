import { Link, useSearch } from '@tanstack/react-router';
import '../inbox/inbox.css';
import '../shell/pieces.css';
import './parts.css';
import { useWords } from '../language';
import { useMay } from '../session';
import { Failed, Loading } from '../shell/states';
import { DepotChooser } from './depot-chooser';
import { useDepots } from './depots';
import { SECTION_NAMES, type PartsFilters } from './filters';
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
  const sections = SECTION_NAMES.filter((name) => name !== 'count' || may('stockTake.read'));
  return (
    <>
      <h1>{t('title')}</h1>
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
          </Link>
        ))}
      </nav>
      <DepotChooser depots={depots} depot={depot} choose={(id) => void choose(id)} />
      {section === 'stock' && <Stock />}
      {section === 'count' && <Counting />}
      {section !== 'stock' && section !== 'count' && (
        <ToDo
          key={section}
          section={section}
          elsewhere={depot?.isMine === true || depots.length < 2 ? undefined : depot}
        />
      )}
    </>
  );
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
