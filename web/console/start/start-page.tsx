import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { dayText } from '../../shared/instants';
import { api, bodyOf, type Schemas } from '../api';
import { useCodes } from '../codes';
import { useLanguage, useWords } from '../language';
import { useListKeys } from '../list-keys';
import { SECTIONS } from '../parts/filters';
import { PARTS_WORDS } from '../parts/words';
import { useMay, useMe } from '../session';
import { Failed, Loading } from '../shell/states';
import { useMenu } from '../shell/use-menu';
import { Figures, type Figure } from './figures';
import './start.css';
import { MyTasks } from './my-tasks';
import { START_WORDS } from './words';

const HOUR_MS = 3_600_000;
/** The worst first. */
const WORST = { open: true, sort: 'nextDeadlineAt', direction: 'asc' } as const;

/** How the day stands for this person: what waits for them, how their cases stand, and the way to each list. */
export function StartPage() {
  const t = useWords(START_WORDS);
  const { language } = useLanguage();
  const counts = useQuery({
    queryKey: ['counts'],
    queryFn: () => bodyOf(api.GET('/v1/counts')),
    placeholderData: keepPreviousData,
  });
  useListKeys();
  if (counts.error && !counts.data)
    return <Failed error={counts.error} retry={() => void counts.refetch()} />;
  if (!counts.data) return <Loading />;
  return (
    <div className="start">
      <h1>
        {t('title')} <span className="quiet">{dayText(new Date().toISOString(), language)}</span>
      </h1>
      <Waiting counts={counts.data} />
      <div className="start-columns">
        <Mine />
        <Seen counts={counts.data} />
        <Parts counts={counts.data} />
        <Screens />
      </div>
    </div>
  );
}

interface Counted {
  readonly counts: Schemas['Counts'];
}

function Waiting({ counts: { tasks, approvals, soonHours } }: Counted) {
  const t = useWords(START_WORDS);
  const may = useMay();
  const ofKind = (kind: string): number => tasks.byKind.find((one) => one.kind === kind)?.total ?? 0;
  const figures: readonly Figure[] = [
    { word: t('overdue'), count: tasks.overdue, to: '/inbox', tone: 'bad' },
    { word: t('soon', { hours: soonHours }), count: tasks.soon, to: '/inbox', tone: 'warn' },
    { word: t('all'), count: tasks.total, to: '/inbox' },
    ...(approvals > 0 ? [{ word: t('approvals'), count: approvals, to: '/approvals' } as const] : []),
    ...(may('candidate.read')
      ? [
          {
            word: t('toPlace'),
            count: ofKind('dispatch'),
            to: '/inbox',
            search: { kind: 'dispatch' },
          } as const,
        ]
      : []),
    ...(may('case.handOver')
      ? [
          {
            word: t('escalations'),
            count: ofKind('escalation'),
            to: '/inbox',
            search: { kind: 'escalation' },
            tone: 'bad',
          } as const,
        ]
      : []),
  ];
  return (
    <section className="card" aria-labelledby="start-tasks">
      <h2 id="start-tasks">{t('tasks')}</h2>
      <Figures figures={figures} />
      <MyTasks total={tasks.total} />
    </section>
  );
}

/** The open cases of the reader's own. */
function Mine() {
  const t = useWords(START_WORDS);
  const { data } = useQuery({
    queryKey: ['counts', 'mine'],
    queryFn: () => bodyOf(api.GET('/v1/case-counts', { params: { query: { mine: true, open: true } } })),
    placeholderData: keepPreviousData,
  });
  const mine = { ...WORST, mine: true };
  const figures: readonly Figure[] = [
    { word: t('all'), count: data?.total ?? 0, to: '/cases', search: mine },
    {
      word: t('overdue'),
      count: data?.overdue ?? 0,
      to: '/cases',
      search: { ...mine, dueBefore: data?.asOf },
      tone: 'bad',
    },
    {
      word: t('breached'),
      count: data?.breached ?? 0,
      to: '/cases',
      search: { ...mine, breached: true },
      tone: 'bad',
    },
    { word: t('paused'), count: data?.paused ?? 0, to: '/cases', search: { ...mine, paused: true } },
  ];
  return (
    <section className="card" aria-labelledby="start-mine">
      <h2 id="start-mine">{t('mine')}</h2>
      <Figures figures={figures} />
    </section>
  );
}

/** All open cases in the reader's sight, by urgency and by stage. */
function Seen({ counts: { asOf, cases, soonHours } }: Counted) {
  const t = useWords(START_WORDS);
  const codes = useCodes();
  const soon = new Date(Date.parse(asOf) + soonHours * HOUR_MS).toISOString();
  const figures: readonly Figure[] = [
    { word: t('all'), count: cases.total, to: '/cases', search: WORST },
    {
      word: t('overdue'),
      count: cases.overdue,
      to: '/cases',
      search: { ...WORST, dueBefore: asOf },
      tone: 'bad',
    },
    {
      word: t('soon', { hours: soonHours }),
      count: cases.soon,
      to: '/cases',
      search: { ...WORST, dueFrom: asOf, dueBefore: soon },
      tone: 'warn',
    },
    {
      word: t('breached'),
      count: cases.breached,
      to: '/cases',
      search: { ...WORST, breached: true },
      tone: 'bad',
    },
    { word: t('paused'), count: cases.paused, to: '/cases', search: { ...WORST, paused: true } },
  ];
  return (
    <section className="card" aria-labelledby="start-seen">
      <h2 id="start-seen">{t('seen')}</h2>
      <Figures figures={figures} />
      <h3>{t('stages')}</h3>
      <ul className="start-stages">
        {cases.byStage.map(({ stage, count }) => (
          <li key={stage}>
            <Link to="/cases" search={{ ...WORST, stage: [stage] }}>
              {codes.name('caseStage', stage)} <strong>{count}</strong>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Work of the reader's depot, by the lists in which it stands. */
function Parts({ counts: { tasks } }: Counted) {
  const t = useWords(START_WORDS);
  const words = useWords(PARTS_WORDS);
  if (!useMe().roles.includes('warehouse-keeper')) return null;
  const figures = (['issue', 'receive', 'returns'] as const).map((section): Figure => {
    const kinds: readonly string[] = SECTIONS[section];
    const count = tasks.byKind
      .filter(({ kind }) => kinds.includes(kind))
      .reduce((sum, { total }) => sum + total, 0);
    return { word: words(section), count, to: '/parts', search: { section } };
  });
  return (
    <section className="card" aria-labelledby="start-parts">
      <h2 id="start-parts">{t('parts')}</h2>
      <Figures figures={figures} />
    </section>
  );
}

/** Every screen that the reader's rights open: on a phone the menu shows few of them. */
function Screens() {
  const t = useWords(START_WORDS);
  const { language } = useLanguage();
  return (
    <nav className="card" aria-labelledby="start-screens">
      <h2 id="start-screens">{t('screens')}</h2>
      <ul className="start-stages">
        {useMenu().map(({ to, names }) => (
          <li key={to}>
            <Link to={to}>{names[language]}</Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
