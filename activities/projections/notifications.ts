import { nextWorkingInstant } from '../../domain/clock/working-time';
import { optionalOf } from '../../domain/notices/render';
import type { CaseClock } from '../../domain/case/terms';
import type { Effect, Recipient } from '../../domain/process/decider';
import type { Database, Prisma } from '../../platform/database';
import type { ClockRegisters } from '../clock-registers';
import type { Fold } from '../process-kind';
import type { ClockRow } from './clocks';
import { findAddressees, type Addressee } from './addressees';

const ANSWER_CLOCK: CaseClock = 'answer';

type Notify = Extract<Effect, { kind: 'notify' }>;

/** The messages of new events for the outbox; the id of each names event and recipient. */
export async function notificationRows(
  database: Database,
  registers: ClockRegisters,
  processId: string,
  fold: Fold,
  clocks: readonly ClockRow[],
): Promise<readonly Prisma.NotificationCreateManyInput[]> {
  const to = recipientsOf(fold);
  return addressedRows(await findAddressees(database, to), registers, processId, fold, clocks);
}

const messagesOf = ({ effects }: Fold) =>
  effects.flatMap(({ event, effects: asked }) =>
    asked.flatMap((effect, n) => (effect.kind === 'notify' ? [{ event, effect, n }] : [])),
  );

/** The recipients of the messages of new events. */
export const recipientsOf = (fold: Fold): readonly Recipient[] =>
  messagesOf(fold).map(({ effect }) => effect.to);

/** The messages of new events, where it is known who receives them. */
export function addressedRows(
  addressees: (to: Recipient) => readonly Addressee[],
  registers: ClockRegisters,
  processId: string,
  fold: Fold,
  clocks: readonly ClockRow[],
): readonly Prisma.NotificationCreateManyInput[] {
  return messagesOf(fold).flatMap(({ event, effect, n }) =>
    addressees(effect.to).map((addressee) => ({
      id: `${processId}:${event.seq}:${n}:${addressee.key}`,
      processId,
      template: effect.template,
      language: addressee.language,
      staffId: addressee.staffId ?? null,
      customerId: addressee.customerId ?? null,
      address: addressee.address ?? null,
      params: { ...effect.params, ...promisedIn(effect, event.at, clocks) },
      createdAt: new Date(event.at),
      notBefore: releaseInstant(registers, effect, addressee, event.at),
    })),
  );
}

/**
 * Due time of the promised answer as computed now: the message keeps this value. Undefined when the promise
 * is already over.
 */
function promisedIn(
  { template }: Notify,
  at: string,
  clocks: readonly ClockRow[],
): Readonly<Record<string, string>> {
  const clock = clocks.find(({ name }) => name === ANSWER_CLOCK);
  const dueAt = clock?.metAt === null && clock.stoppedAt === null ? clock.dueAt : null;
  if (dueAt === null || Date.parse(dueAt) <= Date.parse(at)) return {};
  const named = optionalOf(template).filter(([, kind]) => kind === 'answerDue');
  return Object.fromEntries(named.map(([name]) => [name, dueAt]));
}

/** Warnings wait for the recipient's working hours (design decision 5). */
function releaseInstant(
  registers: ClockRegisters,
  effect: Notify,
  { calendar }: Addressee,
  at: string,
): Date {
  if (effect.urgency === 'now' || calendar === undefined) return new Date(at);
  return new Date(nextWorkingInstant(registers.calendar(calendar, at), Date.parse(at)) ?? Date.parse(at));
}
