import { entered } from '../clock/clocks';
import { endImplied, isAnyOnRecord } from '../clock/implied';
import { DomainError } from '../errors';
import type { Actor } from '../identity/actor';
import { isPermitted } from '../identity/permissions';
import type { Command } from '../process/decider';
import { type CaseCommand, type CaseCommandData, type PersonCommandType } from './commands';
import { ahead, aheadOf } from './ahead';
import { impliedBy, IMPLIED_CLOCKS } from './deadlines';
import { elapse } from './elapse';
import type { CaseEvent } from './events';
import { endSuperseded } from './common/failed-calls';
import { happenedAt } from './common/happened-at';
import { judgePlan } from './approval/plan-judging';
import { registration } from './intake/registration';
import { finish, isOfOtherFlow } from './flows/composed';
import { isAt, stagesOf, type Rule, type RuledCommandType } from './rule';
import { RULES } from './rules';
import { settle } from './settle';
import { takeBack } from './take-back';
import { isEnded, isRegistered, type CaseState, type RegisteredCase } from './state';

/** A phone's clock may be ahead by this much before what it reports counts as the future. */
const CLOCK_SKEW_MS = 5 * 60_000;

/** The events of one command on a case. @throws {DomainError} the reason why not; nothing has changed then. */
export function decide(state: CaseState, command: Command<CaseCommand>, now: string): readonly CaseEvent[] {
  const judged = judge(state, command, now);
  const superseded = command.endsTasks === true ? endSuperseded(state, judged, now) : [];
  const events = withEnded(state, [...judged, ...superseded], { command, now });
  // The promise of a request is known since it was registered, wherever the case was begun.
  if (command.type === 'register') return events;
  const { actor, lateEntry } = command;
  return entered(state.clocks, events, {
    now,
    actor,
    ...(lateEntry && { lateEntry }),
    refusesLateWait: command.type === 'pause',
  });
}

/** Ends implied deadlines (ADR 34) that the events resolve; a paused case keeps them waiting. */
function withEnded(
  before: CaseState,
  events: readonly CaseEvent[],
  { command: { occurredAt }, now }: { readonly command: Command<CaseCommand>; readonly now: string },
): readonly CaseEvent[] {
  if (events.length === 0 || !isAnyOnRecord(before.clocks, IMPLIED_CLOCKS)) return events;
  const at = happenedAt(before, { at: now, ...(occurredAt !== undefined && { occurredAt }) });
  const after = aheadOf(before, events, at);
  const names = after.paused ? (['action-item'] as const) : IMPLIED_CLOCKS;
  return [...events, ...endImplied(after.clocks, { names, implied: impliedBy(after), at })];
}

function judge(state: CaseState, command: Command<CaseCommand>, now: string): readonly CaseEvent[] {
  if (command.type === 'elapseClock' || command.type === 'settleCall') {
    if (command.actor.kind !== 'system')
      throw new DomainError('CASE.NOT_PERMITTED', { command: command.type });
    return command.type === 'elapseClock'
      ? elapse(state, command.data, now)
      : settle(state, command.data, now);
  }
  if (command.type === 'register') {
    if (isRegistered(state)) throw new DomainError('CASE.ALREADY_REGISTERED');
    return registration(command.data);
  }
  // An API ahead of its worker may send what is not known here yet.
  if (!isRuled(command.type)) throw new DomainError('COMMAND.UNKNOWN', { command: command.type });
  if (!isRegistered(state)) throw new DomainError('CASE.NOT_REGISTERED');
  const refusal = guard(state, command.type, command.actor);
  if (refusal) throw refusal;
  const at = occurrence(state, command, now);
  const events = applyRule(state, command, at, now);
  const after = command.judging ? ahead(state, events, at) : state;
  return judgePlan(state, { command, events, after, at, now });
}

function applyRule<T extends RuledCommandType>(
  state: RegisteredCase,
  command: { readonly type: T; readonly data: CaseCommandData[T]; readonly actor: Actor },
  at: string,
  now: string,
): readonly CaseEvent[] {
  const rules: { readonly [K in RuledCommandType]: Rule<K> } = RULES;
  const { events, finishes } = rules[command.type];
  const given = events(state, command.data, { at, now, by: command.actor, ahead, takeBack });
  return finishes === true ? [...given, ...finish(state, at)] : given;
}

/** Why an actor may not give a kind of command now, whatever its data; undefined where they may. */
export function guard(state: CaseState, type: RuledCommandType, actor: Actor): DomainError | undefined {
  if (!isRegistered(state)) return new DomainError('CASE.NOT_REGISTERED');
  if (!isPersonCommand(type) ? actor.kind !== 'system' : !isPermitted(actor, `case.${type}`))
    return new DomainError('CASE.NOT_PERMITTED', { command: type });
  // R36: a link is for one customer; a case found to be another's is none of theirs any more.
  if (actor.kind === 'customer' && actor.id !== state.customer?.id)
    return new DomainError('CASE.NOT_PERMITTED', { command: type });
  const rule = RULES[type];
  if (isEnded(state)) return new DomainError('CASE.ENDED', { stage: state.stage });
  if (!isAt(rule, state.stage))
    return new DomainError('CASE.WRONG_STAGE', {
      command: type,
      stage: state.stage,
      possible: stagesOf(rule).join(', '),
    });
  if (rule.ofAnyType !== true && isOfOtherFlow(type, state.requestType))
    return new DomainError('CASE.NOT_THIS_TYPE', { command: type, requestType: state.requestType });
  if (state.paused && rule.whilePaused !== true)
    return new DomainError('CASE.PAUSED', { reason: state.paused.reason });
  // Aftercare itself goes on telling the case what has become of its orders and engineers.
  if (state.joining && isPersonCommand(type) && rule.whileJoining !== true)
    return new DomainError('CASE.JOINING', { into: state.joining.into });
  return rule.unless?.(state, actor);
}

/** A kind of command that an actor may ever give, and why they may not now; without a refusal they may. */
export interface CommandOutlook {
  readonly type: PersonCommandType;
  readonly refusal?: DomainError;
}

/** Every command that a role of the actor permits, judged by the same rules that will judge it. @param now refuses commands that are too early. */
export function commandOutlook(state: CaseState, actor: Actor, now: string): readonly CommandOutlook[] {
  if (!isRegistered(state)) return [];
  return PERSON_COMMANDS.filter((type) => isPermitted(actor, `case.${type}`)).map((type) => {
    const refusal = guard(state, type, actor) ?? pointlessness(state, type, actor, now);
    return { type, ...(refusal && { refusal }) };
  });
}

function pointlessness(
  state: RegisteredCase,
  type: PersonCommandType,
  actor: Actor,
  now: string,
): DomainError | undefined {
  return RULES[type].isPointless?.(state, actor, now) === true
    ? new DomainError('COMMAND.POINTLESS', { command: type })
    : undefined;
}

/** Commands open to the actor now. */
export const allowedCommands = (state: CaseState, actor: Actor, now: string): readonly PersonCommandType[] =>
  commandOutlook(state, actor, now).flatMap(({ type, refusal }) => (refusal ? [] : [type]));

const isPersonCommand = (type: RuledCommandType): type is PersonCommandType => RULES[type].by !== 'system';
export const isRuled = (type: string): type is RuledCommandType => Object.hasOwn(RULES, type);
export const PERSON_COMMANDS: readonly PersonCommandType[] = Object.keys(RULES)
  .filter(isRuled)
  .filter(isPersonCommand);

/** When it happened for the actor. @throws {DomainError} before the case came to its stage, or in the future. */
function occurrence(state: CaseState, command: Command<CaseCommand>, now: string): string {
  const { occurredAt } = command;
  if (occurredAt === undefined) return happenedAt(state, { at: now });
  if (Date.parse(occurredAt) > Date.parse(now) + CLOCK_SKEW_MS)
    throw new DomainError('COMMAND.INSTANT_IN_FUTURE', {}, 'occurredAt');
  const { stageSince, paused } = state;
  const earliest =
    command.type === 'resume' && paused !== undefined && paused.since > stageSince
      ? paused.since
      : stageSince;
  // A report of something happening now is accepted even when a fast clock moved the case to its stage.
  if (occurredAt < earliest && occurredAt < now)
    throw new DomainError('COMMAND.INSTANT_TOO_EARLY', { earliest }, 'occurredAt');
  return happenedAt(state, { at: now, occurredAt });
}
