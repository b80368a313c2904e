import { DomainError } from '../errors';
import { type Actor, nameOf } from '../identity/actor';
import { openApproval, openNamed } from './approval';
import type { ApprovalEvent, Approving, Reminder, ReminderAsk } from './terms';

/** How often the one who asked may remind by hand, where the policy names no time of its own. */
export const REMIND_EVERY_SECONDS = 3_600;

/**
 * Lets the requester remind the approver by hand: the customer is waiting and calls.
 * @param now when it is recorded: the reminder is sent then. @throws {DomainError} for another's request; or
 * with the time from which a reminder is possible again.
 */
export function remindOfApproval(
  state: Approving,
  { approvalId, everySeconds = REMIND_EVERY_SECONDS }: ReminderAsk,
  { actor, now }: { readonly actor: Actor; readonly now: string },
): readonly ApprovalEvent[] {
  const { asked, reminders = [] } = openNamed(state, approvalId);
  if (!isBy(asked.by, actor)) throw new DomainError('APPROVAL.NOT_YOUR_REQUEST', { by: nameOf(asked.by) });
  const last = reminders.at(-1);
  if (last && isTooSoon(last, now))
    throw new DomainError('APPROVAL.REMINDED_ALREADY', { at: last.at, from: last.againFrom });
  const againFrom = new Date(Date.parse(now) + everySeconds * 1000).toISOString();
  return [{ type: 'ApprovalReminded', data: { approvalId, againFrom } }];
}

/** True where the actor has asked for what is open, and it is not too soon to remind of it. */
export function mayRemindOfOpen(state: Approving, actor: Actor, now: string): boolean {
  const open = openApproval(state);
  const last = open?.reminders?.at(-1);
  return open !== undefined && isBy(open.asked.by, actor) && !(last && isTooSoon(last, now));
}

/**
 * Time from which the open approval can be reminded of again; undefined before the first reminder, or while
 * it is too soon.
 */
export function remindableSince(state: Approving, now: string): string | undefined {
  const last = openApproval(state)?.reminders?.at(-1);
  return last && !isTooSoon(last, now) ? last.againFrom : undefined;
}

const isTooSoon = ({ againFrom }: Pick<Reminder, 'againFrom'>, now: string): boolean =>
  Date.parse(now) < Date.parse(againFrom);

const isBy = (one: Actor, other: Actor): boolean => one.kind === other.kind && one.id === other.id;
