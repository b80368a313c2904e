import { clockNamed, entered, meetClock, startClock } from '../clock/clocks';
import { endImplied, isAnyOnRecord, putOnRecord } from '../clock/implied';
import { elapseStep } from '../clock/ladder';
import { DomainError } from '../errors';
import type { Actor } from '../identity/actor';
import { isPermitted } from '../identity/permissions';
import { foldAhead } from '../process/ahead';
import type { Command, SystemCommand } from '../process/decider';
import type { OrderCommand, OrderCommandData, OrderPersonCommandType, OrderRequest } from './commands';
import { clocksOf, impliedBy, IMPLIED_CLOCKS } from './deadlines';
import type { OrderEvent } from './events';
import { evolve } from './evolve';
import { giveUpSurplus, seeToCorrection } from './corrections';
import { leftWithUser, unfitted } from './delivery';
import { charge, owe, refuseMixedCurrencies } from './old-parts';
import { progressOf } from './progress';
import { isAllReceived, isOnItsWay, oldPartsOutstanding } from './quantities';
import type { OrderRule } from './rule';
import { ORDER_RULES } from './rules';
import { redirect } from './destination';
import { settle } from './settle';
import { isEnded, isRequested, NOT_REQUESTED, type OrderState, type RequestedOrder } from './state';
import { askDepots } from './supply';

/** The events of one command on a parts order. @throws {DomainError} the reason why not; nothing has changed then. */
export const decide = (
  state: OrderState,
  command: Command<OrderCommand>,
  now: string,
): readonly OrderEvent[] => entered(state.clocks, judge(state, command, now), { now, actor: command.actor });

function judge(state: OrderState, command: Command<OrderCommand>, now: string): readonly OrderEvent[] {
  switch (command.type) {
    case 'elapseClock':
    case 'settleCall':
    case 'request':
    case 'recordUse':
    case 'redirect': {
      if (command.actor.kind !== 'system')
        throw new DomainError('PARTS_ORDER.NOT_PERMITTED', { command: command.type });
      return withConsequences(state, systemEvents(state, command, now), now);
    }
    default:
      if (!isPersonCommand(command.type)) throw new DomainError('COMMAND.UNKNOWN', { command: command.type });
      // Taken back before it came: it must never come (design decision 7).
      if (command.type === 'cancel' && state.stage === 'unregistered' && command.actor.kind === 'system')
        return [{ type: 'OrderBarred', data: { reason: command.data.reason } }];
      {
        // Delivered parts belong to the user: the case is over, and there is nothing to take back.
        if (command.type === 'cancel' && command.actor.kind === 'system' && isDelivered(state))
          return withConsequences(
            state,
            [...leftWithUser(state), { type: 'UseRecorded', data: { isOver: true } }],
            now,
          );
        const refusal = guard(state, command.type, command.actor);
        if (refusal) throw refusal;
        if (!isRequested(state)) throw new DomainError('PARTS_ORDER.NOT_REQUESTED');
        return withConsequences(state, applyRule(state, command, now), now);
      }
  }
}

function systemEvents(
  state: OrderState,
  command: SystemCommand | Extract<OrderCommand, { type: 'request' | 'redirect' | 'recordUse' }>,
  now: string,
): readonly OrderEvent[] {
  switch (command.type) {
    case 'request':
      if (isRequested(state)) throw new DomainError('PARTS_ORDER.REQUESTED_ALREADY');
      if (state.cancelled) throw new DomainError('PARTS_ORDER.ENDED', { stage: state.stage });
      return request(command.data, now);
    case 'redirect':
      return isRequested(state) && !isEnded(state) ? redirect(state, command.data) : [];
    case 'recordUse':
      if (!isRequested(state) || isEnded(state)) return [];
      return [
        ...(command.data.leavesNothing && !state.cancelled ? unfitted(state) : []),
        { type: 'UseRecorded', data: command.data },
      ];
    case 'settleCall':
      return isRequested(state) ? settle(state, command.data) : [{ type: 'CallSettled', data: command.data }];
    case 'elapseClock': {
      const record = clockNamed(clocksOf(state), command.data.clock);
      const event = record && elapseStep({ record, step: command.data.step, nowMs: Date.parse(now) });
      if (!event || !isRequested(state)) return [];
      return event.type === 'ClockExpired' && event.data.clock === 'old-part-return'
        ? [event, ...charge(state, now)]
        : [...putOnRecord(state.clocks, record), event];
    }
  }
}

function request(data: OrderRequest, at: string): readonly OrderEvent[] {
  refuseMixedCurrencies(data.lines.map(({ currency }) => currency));
  const requested: OrderEvent = { type: 'PartsRequested', data };
  const after = ahead(NOT_REQUESTED, [requested], at);
  return [
    requested,
    ...(isRequested(after) ? askDepots(after) : []),
    startClock('parts-delivery', at, {}, data.neededBy),
  ];
}

function applyRule<T extends OrderPersonCommandType>(
  state: RequestedOrder,
  command: { readonly type: T; readonly data: OrderCommandData[T]; readonly endsTasks?: boolean },
  at: string,
): readonly OrderEvent[] {
  const rules: { readonly [K in OrderPersonCommandType]: OrderRule<K> } = ORDER_RULES;
  const events = rules[command.type].events(state, command.data, at);
  const after = ahead(state, events, at);
  // Lost, missing and wrong pieces are sent again.
  const isShort = command.type === 'confirmReceipt' || command.type === 'reportLost';
  if (!isRequested(after)) return events;
  if (isShort) return [...events, ...askDepots(after)];
  if (!isCorrection(command)) return events;
  return [
    ...events,
    ...(command.endsTasks === true ? seeToCorrection(state, after, command.data.shipment) : []),
    ...supplyAgain(state, after, at),
  ];
}

const isCorrection = (command: {
  readonly type: OrderPersonCommandType;
  readonly data: object;
}): command is { type: 'correctReceipt'; data: OrderCommandData['correctReceipt'] } =>
  command.type === 'correctReceipt';

/** Sends missing pieces again, cancels surplus replacements, and restarts the delivery promise. */
function supplyAgain(before: RequestedOrder, state: RequestedOrder, at: string): readonly OrderEvent[] {
  if (state.cancelled) return [];
  const surplus = giveUpSurplus(state);
  const after = ahead(state, surplus, at);
  return [
    ...surplus,
    ...(isRequested(after) ? askDepots(after) : []),
    ...(isAllReceived(before) && !isAllReceived(state)
      ? [startClock('parts-delivery', at, {}, state.order.neededBy)]
      : []),
  ];
}

const isDelivered = (state: OrderState): state is RequestedOrder =>
  isRequested(state) && state.order.followsCase === true && state.stage === 'received';

/** Adds the consequences of events: promises kept, old parts owed, and progress reports to the case. */
function withConsequences(
  before: OrderState,
  events: readonly OrderEvent[],
  at: string,
): readonly OrderEvent[] {
  const after = ahead(before, events, at);
  if (!isRequested(after)) return events;
  const kept = [...events, ...keptPromises(after, at)];
  const then = ahead(before, kept, at);
  if (!isRequested(then)) return kept;
  const progress = progressOf(then);
  const isChanged = !isRequested(before) || JSON.stringify(progressOf(before)) !== JSON.stringify(progress);
  const all: readonly OrderEvent[] = isChanged ? [...kept, { type: 'ProgressMade', data: progress }] : kept;
  return [...all, ...endedDeadlines(before, all, at)];
}

/** Ends implied deadlines (ADR 34) that the events resolve. */
function endedDeadlines(
  before: OrderState,
  events: readonly OrderEvent[],
  at: string,
): readonly OrderEvent[] {
  if (events.length === 0 || !isAnyOnRecord(before.clocks, IMPLIED_CLOCKS)) return [];
  const after = ahead(before, events, at);
  return endImplied(after.clocks, { names: IMPLIED_CLOCKS, implied: impliedBy(after), at });
}

function keptPromises(state: RequestedOrder, at: string): readonly OrderEvent[] {
  const { clocks } = state;
  if (state.cancelled) return state.shipments.some(isOnItsWay) ? [] : meetClock(clocks, 'parts-recall', at);
  if (!isAllReceived(state)) return state.order.followsCase === true ? owe(state, at) : [];
  return [
    ...meetClock(clocks, 'parts-delivery', at),
    ...owe(state, at),
    ...(state.oldParts && oldPartsOutstanding(state).length === 0
      ? meetClock(clocks, 'old-part-return', at)
      : []),
  ];
}

const ahead = (state: OrderState, events: readonly OrderEvent[], at: string): OrderState =>
  foldAhead(evolve, state, { events, at });

/** Why an actor may not give a kind of command now, whatever its data; undefined where they may. */
export function guard(
  state: OrderState,
  type: OrderPersonCommandType,
  actor: Actor,
): DomainError | undefined {
  if (!isPermitted(actor, `partsOrder.${type}`))
    return new DomainError('PARTS_ORDER.NOT_PERMITTED', { command: type });
  if (actor.kind === 'customer' && actor.id !== state.order?.customerId)
    return new DomainError('PARTS_ORDER.NOT_PERMITTED', { command: type });
  const { stage } = state;
  if (isEnded(state)) return new DomainError('PARTS_ORDER.ENDED', { stage });
  if (!isRequested(state)) return new DomainError('PARTS_ORDER.NOT_REQUESTED');
  const { stages } = ORDER_RULES[type];
  if (stages.includes(stage)) return undefined;
  return new DomainError('PARTS_ORDER.WRONG_STAGE', { command: type, stage, possible: stages.join(', ') });
}

/** A kind of command that an actor may ever give, and why they may not now; without a refusal they may. */
export interface OrderCommandOutlook {
  readonly type: OrderPersonCommandType;
  readonly refusal?: DomainError;
}

/** Every command that a role of the actor permits, judged by the same rules that will judge it. */
export function commandOutlook(state: OrderState, actor: Actor): readonly OrderCommandOutlook[] {
  if (!isRequested(state)) return [];
  return ORDER_PERSON_COMMANDS.filter((type) => isPermitted(actor, `partsOrder.${type}`)).map((type) => {
    const isPointless = ORDER_RULES[type].isPointless?.(state) === true;
    const refusal =
      guard(state, type, actor) ??
      (isPointless ? new DomainError('COMMAND.POINTLESS', { command: type }) : undefined);
    return { type, ...(refusal && { refusal }) };
  });
}

/** Commands open to the actor now. */
export const allowedCommands = (state: OrderState, actor: Actor): readonly OrderPersonCommandType[] =>
  commandOutlook(state, actor).flatMap(({ type, refusal }) => (refusal ? [] : [type]));

const isPersonCommand = (type: string): type is OrderPersonCommandType => Object.hasOwn(ORDER_RULES, type);
export const ORDER_PERSON_COMMANDS: readonly OrderPersonCommandType[] =
  Object.keys(ORDER_RULES).filter(isPersonCommand);
