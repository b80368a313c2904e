import { Link } from '@tanstack/react-router';
import { useWords } from '../language';
import type { CommandType, Entry } from '../outbox/database';
import { giveOnce } from '../outbox/entries';
import { useOutbox } from '../outbox/use-outbox';
import { useMe } from '../session';
import { isDone, offered, STEPS, TOUCHES } from './steps';
import { useCommandName } from './use-command-name';
import type { Visit } from './use-day';
import { DAY_WORDS } from './words';

/** The steps of a visit in their order: done, to be sent, or to be given by one touch. */
export function VisitSteps({ visit }: { readonly visit: Visit }) {
  const t = useWords(DAY_WORDS);
  const { waiting, settling } = useOutbox();
  const isOwn = ({ caseNumber }: Entry) => caseNumber === visit.caseNumber;
  const own = waiting.filter(isOwn);
  const settled = settling.filter(isOwn);
  const open = offered(visit, [...settled, ...own]);
  const isSettled = (type: CommandType) => settled.some(({ command }) => command.type === type);
  const others = [...open].filter((type) => !STEPS.some((step) => step === type));
  const next = STEPS.find((type) => open.has(type));
  return (
    <section className="day-steps" aria-label={t('steps')}>
      <ol>
        {STEPS.map((type) => {
          const entries = own.filter(({ command }) => command.type === type);
          if (entries.length === 0 && !isSettled(type) && !isDone(type, visit) && !open.has(type))
            return null;
          return (
            <li key={type}>
              <Step
                visit={visit}
                type={type}
                entry={entries.at(-1)}
                isOpen={open.has(type)}
                isNext={type === next}
              />
            </li>
          );
        })}
      </ol>
      {own
        .filter(({ command }) => !STEPS.some((step) => step === command.type))
        .map((entry) => (
          <Step
            key={entry.order}
            visit={visit}
            type={entry.command.type}
            entry={entry}
            isOpen={false}
            isNext={false}
          />
        ))}
      {others.length > 0 && (
        <details>
          <summary>{t('more')}</summary>
          <ul>
            {others.map((type) => (
              <li key={type}>
                <Step visit={visit} type={type} isOpen isNext={false} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

interface StepOf {
  readonly visit: Visit;
  readonly type: CommandType;
  readonly entry?: Entry | undefined;
  readonly isOpen: boolean;
  readonly isNext: boolean;
}

function Step({ visit: { caseNumber: number, ...visit }, type, entry, isOpen, isNext }: StepOf) {
  const t = useWords(DAY_WORDS);
  const nameOf = useCommandName();
  const { id: ownerId } = useMe();
  const { sendNow } = useOutbox();
  const name = nameOf(type);
  const look = isNext ? 'button-main day-step' : 'button-plain day-step';
  if (entry)
    return (
      <Link
        to="/day/$number/$command"
        params={{ number, command: type }}
        search={{ entry: entry.order }}
        className={`day-step day-step-waits${entry.refusal ? ' day-step-refused' : ''}`}
      >
        {name} <span>{entry.refusal ? `! ${t('stepRefused')}` : `… ${t('stepWaiting')}`}</span>
      </Link>
    );
  if (!isOpen)
    return (
      <p className="day-step day-step-done">
        <span aria-hidden="true">✓</span> {name}{' '}
        <span className="quiet">{isDone(type, { ...visit, caseNumber: number }) && t('stepDone')}</span>
      </p>
    );
  if (TOUCHES.includes(type))
    return (
      <button
        type="button"
        className={look}
        onClick={() =>
          void giveOnce({ ownerId, caseNumber: number, type, data: {}, fileIds: [] }).then(sendNow)
        }
      >
        {name}
      </button>
    );
  return (
    <Link to="/day/$number/$command" params={{ number, command: type }} className={look}>
      {name}
    </Link>
  );
}
