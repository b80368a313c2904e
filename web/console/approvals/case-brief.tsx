import { Link } from '@tanstack/react-router';
import { TimeLeft } from '../cases/time-left';
import { useCodes } from '../codes';
import { useName, useWords } from '../language';
import type { Detail } from './queries';
import { APPROVALS_WORDS } from './words';

/** The case in brief: who, what they wrote, how it stands, and what was promised. */
export function CaseBrief({ detail }: { readonly detail: Detail }) {
  const t = useWords(APPROVALS_WORDS);
  const codes = useCodes();
  const name = useName();
  const { number, subject, stage, priority, requestType, customer, sender, engineer, text, clocks } = detail;
  return (
    <section className="card">
      <h3>{t('case')}</h3>
      <p>
        <Link to="/cases/$number" params={{ number }} title={t('openCase')}>
          {number}
        </Link>{' '}
        · {subject}
      </p>
      <p className="chips">
        <span className="chip">{codes.name('caseStage', stage)}</span>
        <span className="chip">{codes.name('priority', priority)}</span>
        {requestType && <span className="chip">{codes.name('requestType', requestType)}</span>}
      </p>
      <dl className="facts">
        <div>
          <dt>{t('customer')}</dt>
          <dd>{customer?.name ?? sender.name}</dd>
        </div>
        <div>
          <dt>{t('sender')}</dt>
          <dd>{[sender.name, sender.phone ?? sender.email].filter(Boolean).join(', ')}</dd>
        </div>
        {engineer && (
          <div>
            <dt>{t('engineer')}</dt>
            <dd>{engineer.name}</dd>
          </div>
        )}
      </dl>
      <details>
        <summary>{t('request')}</summary>
        <p className="typed">{text}</p>
      </details>
      <h4>{t('promises')}</h4>
      <p className="chips">
        {clocks.map((clock) => (
          <span key={clock.name}>
            {name(clock.names)}{' '}
            {clock.state === 'running' && clock.dueAt !== null ? (
              <TimeLeft at={clock.dueAt} />
            ) : (
              <span className={`chip ${TONES[clock.state]}`}>{t(STATES[clock.state])}</span>
            )}
          </span>
        ))}
      </p>
    </section>
  );
}

const TONES = {
  running: '',
  paused: 'chip-warn',
  met: 'chip-good',
  breached: 'chip-bad',
  stopped: '',
} as const;
const STATES = {
  running: 'clockRunning',
  paused: 'clockPaused',
  met: 'clockMet',
  breached: 'broken',
  stopped: 'clockStopped',
} as const;
