import { pauseClocks, resumeClocks } from '../../clock/clocks';
import { DomainError } from '../../errors';
import { invalid } from '../../invalid';
import { HQ } from '../../identity/scope';
import type { CallOutcome } from '../../process/decider';
import type { OrderDestination, OrderRequest } from '../../parts-order/commands';
import type { OrderProgress } from '../../parts-order/progress-terms';
import { ENDED_ORDER_STAGES } from '../../parts-order/terms';
import type { CaseEffect } from '../common/call-terms';
import type { CaseEvent } from '../events';
import { holdsOf } from '../common/holds';
import { deskOf } from '../common/owner';
import type { OrderedUse } from './account-terms';
import type { OrdersRedirection } from './reservation-terms';
import type { CasePartsOrder, PartsProgressReport, PartsRequest } from './order-terms';
import { isTerminal, type CaseState, type RegisteredCase } from '../state';
import type { Entry } from '../rule';

const DONE: readonly OrderProgress['stage'][] = ['received', 'closed', 'cancelled'];
const isDone = ({ progress }: CasePartsOrder): boolean => DONE.includes(progress.stage);
export const openOrders = ({ partsOrders = [] }: CaseState): readonly CasePartsOrder[] =>
  partsOrders.filter((order) => !isDone(order));

const MAY_OUTLAST: readonly OrderProgress['stage'][] = [...DONE, 'recalling'];
/** Orders that somebody still waits for: a case does not close before they are received or cancelled. What is on its way back may outlast it (R20). */
export const undelivered = ({ partsOrders = [] }: CaseState): readonly string[] =>
  partsOrders.filter(({ progress }) => !MAY_OUTLAST.includes(progress.stage)).map(({ number }) => number);

/** Parts are ordered once it is known which: by a diagnosis, or a visit that ended for want of them (R19). */
export function orderRefusal(state: RegisteredCase): DomainError | undefined {
  const left = state.visits?.at(-1);
  const isWanting = left?.outcome === 'unfinished' && left.reason === 'parts-needed';
  return state.dispatch && (state.diagnosis ?? isWanting) ? undefined : new DomainError('CASE.NOT_DIAGNOSED');
}

export function orderParts(
  state: RegisteredCase,
  data: PartsRequest,
  { at }: Pick<Entry, 'at'>,
): readonly CaseEvent[] {
  const { registration, dispatch, customer } = state;
  if (!dispatch) throw new DomainError('CASE.NOT_DIAGNOSED');
  if ((state.partsOrders ?? []).some(({ number }) => number === data.number))
    throw invalid('data.number', { en: 'an order with this number already exists', zh: '该订单号已存在' });
  const { id: engineerId, outletId, regionId } = dispatch.engineer;
  const request: OrderRequest = {
    ...data,
    caseNumber: registration.caseNumber,
    ...(customer && { customerId: customer.id }),
    regionId: deskOf(state).organisationId,
    outletId,
    engineerId,
    preferredDepots: [outletId, regionId, HQ],
  };
  const ordered: CaseEvent = { type: 'PartsOrdered', data: request };
  return state.stage === 'classified' ? [ordered, ...awaitParts(state, data.number, at)] : [ordered];
}

/** The case waits; whether its resolution runs on meanwhile, its policy says (`pausable`). */
export const awaitParts = (state: RegisteredCase, order: string, at: string): readonly CaseEvent[] => [
  { type: 'PartsAwaited', data: { order } },
  ...pauseClocks(state.clocks, ['resolution'], at),
];

/** News of an order. When the last one is done the case goes on by itself. */
export function recordPartsProgress(
  state: RegisteredCase,
  data: PartsProgressReport,
  { at }: Pick<Entry, 'at'>,
): readonly CaseEvent[] {
  const { order, seq, progress } = data;
  const known = (state.partsOrders ?? []).find(({ number }) => number === order);
  if (!known) throw new DomainError('CASE.NO_SUCH_PARTS_ORDER', { order }, 'data.order');
  if (seq <= known.seq) return [];
  const others = openOrders(state).filter(({ number }) => number !== order);
  const isLast = others.length === 0 && DONE.includes(progress.stage);
  // A confirmation turned out wrong: the case waits for its parts once more.
  const isShortAgain = isDone(known) && !DONE.includes(progress.stage) && progress.stage !== 'recalling';
  return [
    { type: 'PartsProgressed', data },
    ...(isShortAgain && state.stage === 'classified' && !state.offer ? awaitParts(state, order, at) : []),
    ...(isLast && state.stage === 'awaiting-parts'
      ? [
          { type: 'PartsArrived' as const, data: {} },
          ...(state.paused || holdsOf(state).some((hold) => hold !== 'parts')
            ? []
            : resumeClocks(state.clocks, at, ['resolution'])),
        ]
      : []),
  ];
}

/** An order that could not be started brings no parts: the case does not wait for it. */
export const orderNotStarted = (state: RegisteredCase, key: string, at: string): readonly CaseEvent[] => {
  const order = openOrders(state).find((one) => one.key === key);
  if (!order || isTerminal(state.stage)) return [];
  const progress = { stage: 'cancelled', shipments: [] } as const;
  return recordPartsProgress(state, { order: order.number, seq: order.seq + 1, progress }, { at });
};

/** The order is started; cancelling the case cancels it, also where it had not come yet (design decision 7). */
export const startOrder = (request: OrderRequest): CaseEffect => ({
  kind: 'deliver',
  processType: 'partsOrder',
  processId: request.number,
  start: true,
  command: {
    type: 'request',
    data: {
      ...request,
      consignee: { ...request.consignee },
      lines: request.lines.map((line) => ({ ...line })),
    },
  },
  undo: { type: 'cancel', data: { reason: request.caseNumber } },
});

/** Reports to each order which of its parts were fitted, or that the case is over. */
export const reportUse = (
  { partsOrders = [], fittedBefore = [] }: CaseState,
  use: { readonly ordered: readonly OrderedUse[] } | 'over',
): readonly CaseEffect[] =>
  partsOrders
    .filter(
      ({ followsCase, progress }) => followsCase === true && !ENDED_ORDER_STAGES.includes(progress.stage),
    )
    .map(({ number, key }) => ({
      kind: 'deliver',
      processType: 'partsOrder',
      processId: number,
      command: {
        type: 'recordUse',
        data:
          use === 'over'
            ? { isOver: true, leavesNothing: true }
            : { items: usesOf(number, [...fittedBefore, ...use.ordered]) },
      },
      about: key,
    }));

/** Uses of one order, including parts fitted before the reopening. */
function usesOf(number: string, uses: readonly OrderedUse[]): { line: number; quantity: number }[] {
  const own = uses.filter(({ order }) => order === number);
  return [...new Set(own.map(({ line }) => line))].map((line) => ({
    line,
    quantity: own.reduce((sum, use) => sum + (use.line === line ? use.quantity : 0), 0),
  }));
}

/** The engineer who now fits the parts, and owes the old ones. */
export const redirectOrder = (
  { partsOrders = [] }: CaseState,
  processId: string,
  { id: engineerId, outletId, regionId }: OrdersRedirection['engineer'],
): CaseEffect => {
  const started = partsOrders.find(({ number }) => number === processId)?.key;
  return {
    kind: 'deliver',
    processType: 'partsOrder',
    processId,
    command: {
      type: 'redirect',
      data: { engineerId, outletId, preferredDepots: [outletId, regionId, HQ] } satisfies OrderDestination,
    },
    ...(started !== undefined && { about: started }),
  };
};

/** An ended order needs no further notice. */
export const isOfEndedOrder = ({ partsOrders = [] }: CaseState, { call, outcome }: CallOutcome): boolean =>
  call === 'deliverCommand' && partsOrders.length > 0 && !outcome.ok && outcome.code === 'CASE.ENDED';

/** An order that was cancelled before, its parcels on their way back or there, need not be taken back any more. */
export const isOfCancelledOrder = ({ partsOrders = [] }: CaseState, key: string): boolean =>
  partsOrders.some((order) => `${order.key}:undo` === key && TAKEN_BACK.includes(order.progress.stage));

const TAKEN_BACK: readonly OrderProgress['stage'][] = ['recalling', 'cancelled'];
