import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { instantText, spanText } from '../../shared/instants';
import { api, bodyOf, type Schemas } from '../api';
import { useNow } from '../cases/time-left';
import { useLanguage, useWords } from '../language';
import { CASE_WORDS } from './words';

type Figures = Schemas['ClockInDetail']['figures'];
type Clock = Schemas['Clock'] & { readonly figures?: Figures };

const FULL = 100;
/** From here on a running clock is shown as a warning. */
const MOSTLY_USED = 75;
const RANKS: readonly Clock['state'][] = ['breached', 'running', 'paused', 'met', 'stopped'];

/** Every promise of the case as a bar: those that run first. */
export function Clocks({ number, clocks }: { readonly number: string; readonly clocks: readonly Clock[] }) {
  const t = useWords(CASE_WORDS);
  const { data } = useQuery({
    queryKey: ['case', number, 'clocks'],
    queryFn: () => bodyOf(api.GET('/v1/cases/{number}/clocks', { params: { path: { number } } })),
    placeholderData: keepPreviousData,
  });
  const asOf = data ? Date.parse(data.asOf) : 0;
  const sorted = [...(data?.clocks ?? clocks)].sort(
    (left, right) =>
      RANKS.indexOf(left.state) - RANKS.indexOf(right.state) ||
      (left.dueAt ?? '').localeCompare(right.dueAt ?? ''),
  );
  return (
    <section className="card" aria-labelledby="clocks">
      <h2 id="clocks">{t('clocks')}</h2>
      {sorted.length === 0 && <p className="quiet">{t('noClocks')}</p>}
      <ul className="clocks">
        {sorted.map((clock) => (
          <ClockBar key={clock.name} clock={clock} asOf={asOf} />
        ))}
      </ul>
    </section>
  );
}

function ClockBar({ clock, asOf }: { readonly clock: Clock; readonly asOf: number }) {
  const t = useWords(CASE_WORDS);
  const { language } = useLanguage();
  const now = useNow();
  const { state, dueAt, figures } = clock;
  const end = clock.metAt ?? clock.stoppedAt;
  const used = usedPercent(clock, asOf, end === null ? now : Date.parse(end));
  const tone = toneOf(state, used);
  const says = (): string => {
    if (clock.enteredLateAt !== null)
      return t('clockLate', { at: instantText(clock.enteredLateAt, language) });
    if (clock.metAt !== null) return t('clockMet', { at: instantText(clock.metAt, language) });
    if (clock.stoppedAt !== null) return t('clockStopped', { at: instantText(clock.stoppedAt, language) });
    if (state === 'paused' || dueAt === null) return t('clockPaused');
    return t('clockDue', { at: instantText(dueAt, language) });
  };
  const left = dueAt === null ? undefined : Date.parse(dueAt) - now;
  return (
    <li>
      <div className="clock-head">
        <strong>{clock.names[language]}</strong>
        {end === null && left !== undefined && state !== 'paused' && (
          <span className={`chip chip-${tone}`}>
            {t(left < 0 ? 'clockOver' : 'clockLeft', { span: spanText(left, language) })}
          </span>
        )}
      </div>
      <progress
        className={`clock-bar ${tone}`}
        max={FULL}
        value={used}
        aria-label={`${clock.names[language]}: ${t('clockUsed', { percent: used })}`}
      />
      <div className="quiet">
        {says()}
        {clock.breachedAt !== null &&
          ` · ${t('clockBroken', { at: instantText(clock.breachedAt, language) })}`}
        {clock.earlierBreaches.length > 0 &&
          ` · ${t('clockEarlier', { count: clock.earlierBreaches.length })}`}
      </div>
      {figures && (
        <div className="quiet small">
          {figures.grounds[language]}
          {figures.pauses.length > 0 && ` · ${t('clockPauses', { count: figures.pauses.length })}`}
        </div>
      )}
    </li>
  );
}

function toneOf(state: Clock['state'], used: number): 'bad' | 'warn' | 'good' | 'still' {
  if (state === 'breached') return 'bad';
  if (state === 'running') return used >= MOSTLY_USED ? 'warn' : 'good';
  return 'still';
}

/** Share of the target that is used up. While working time runs, it goes on from what the API counted. */
function usedPercent({ startedAt, dueAt, state, figures }: Clock, asOf: number, atMs: number): number {
  if (state === 'breached') return FULL;
  if (figures) {
    const until = figures.changesAt === null ? atMs : Math.min(atMs, Date.parse(figures.changesAt));
    const since = figures.isCounting ? Math.max(until - asOf, 0) / SECOND_MS : 0;
    return percent((figures.usedSeconds + since) / Math.max(figures.targetSeconds, 1));
  }
  if (dueAt === null) return 0;
  const whole = Date.parse(dueAt) - Date.parse(startedAt);
  return percent((atMs - Date.parse(startedAt)) / Math.max(whole, 1));
}

const SECOND_MS = 1_000;
const percent = (share: number): number => Math.round(Math.min(Math.max(share, 0), 1) * FULL);
