import { instantText, spanText } from '../../shared/instants';
import type { Schemas } from '../api';
import { useNow } from '../cases/time-left';
import { useLanguage, useWords } from '../language';
import { CASE_WORDS } from './words';

type Clock = Schemas['Clock'];

const FULL = 100;
/** From here on a running clock is shown as a warning. */
const MOSTLY_USED = 75;
const RANKS: readonly Clock['state'][] = ['breached', 'running', 'paused', 'met', 'stopped'];

/** Every promise of the case as a bar: those that run first. */
export function Clocks({ clocks }: { readonly clocks: readonly Clock[] }) {
  const t = useWords(CASE_WORDS);
  const sorted = [...clocks].sort(
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
          <ClockBar key={clock.name} clock={clock} />
        ))}
      </ul>
    </section>
  );
}

function ClockBar({ clock }: { readonly clock: Clock }) {
  const t = useWords(CASE_WORDS);
  const { language } = useLanguage();
  const now = useNow();
  const { state, dueAt, startedAt } = clock;
  const end = clock.metAt ?? clock.stoppedAt;
  const used = usedPercent(clock, end === null ? now : Date.parse(end));
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
      <div className="quiet small">
        {t('clockWhy', {
          policy: clock.policyId,
          calendar: clock.calendar,
          at: instantText(startedAt, language),
        })}
      </div>
    </li>
  );
}

function toneOf(state: Clock['state'], used: number): 'bad' | 'warn' | 'good' | 'still' {
  if (state === 'breached') return 'bad';
  if (state === 'running') return used >= MOSTLY_USED ? 'warn' : 'good';
  return 'still';
}

function usedPercent({ startedAt, dueAt, state }: Clock, atMs: number): number {
  if (state === 'breached') return FULL;
  if (dueAt === null) return 0;
  const whole = Date.parse(dueAt) - Date.parse(startedAt);
  if (whole <= 0) return FULL;
  return Math.round(Math.min(Math.max((atMs - Date.parse(startedAt)) / whole, 0), 1) * FULL);
}
