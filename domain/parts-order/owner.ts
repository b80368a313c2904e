import type { Role } from '../identity/roles';
import { HQ } from '../identity/scope';
import type { Recipient } from '../process/decider';
import { comingBack } from './quantities';
import type { RequestedOrder } from './state';

/** Current owner of the order. */
export interface OrderOwner {
  readonly role: Role;
  readonly organisationId: string;
  readonly staffId?: string;
}

export const keeperOf = (organisationId: string): OrderOwner => ({
  role: 'warehouse-keeper',
  organisationId,
});
export const PURCHASING: OrderOwner = { role: 'purchasing', organisationId: HQ };
export const deskOf = ({ order }: RequestedOrder): OrderOwner => ({
  role: 'enquiry-clerk',
  organisationId: order.regionId,
});

/** Depots that hold something for the order. */
export const holdingDepots = ({ holds }: RequestedOrder): readonly string[] => [
  ...new Set(holds.flatMap(({ picks }) => picks).map(({ depot }) => depot)),
];

/** Depots to which something of a parcel is to come back. */
export const awaitingDepots = (state: RequestedOrder): readonly string[] => [
  ...new Set(
    state.shipments
      .filter(({ items }) => items.some((item) => comingBack(state, item) > 0))
      .map(({ depot }) => depot),
  ),
];

/** Owner of the next step; the engineer who fitted the new parts owes the old ones (R20). */
export function ownerOf(state: RequestedOrder): OrderOwner {
  const { regionId, outletId, engineerId } = state.order;
  switch (state.stage) {
    case 'procuring':
      return PURCHASING;
    case 'reserved':
      return keeperOf(holdingDepots(state)[0] ?? regionId);
    case 'received':
      return { role: 'repair-engineer', organisationId: outletId, staffId: engineerId };
    case 'recalling':
      return keeperOf(awaitingDepots(state)[0] ?? regionId);
    case 'shipped':
      return deskOf(state);
    case 'unregistered':
    case 'requested':
    case 'closed':
    case 'cancelled':
      return keeperOf(regionId);
  }
}

export const toRecipient = ({ role, organisationId, staffId }: OrderOwner): Recipient =>
  staffId === undefined ? { role, organisationId } : { staffId };

/** A claim on a carrier is the stock accountant's; anything else the desk's. */
export const followUpOwner = (state: RequestedOrder, kind: string): OrderOwner =>
  kind === 'carrier-claim' ? { ...deskOf(state), role: 'stock-accountant' } : deskOf(state);

/** Owner of the task that a clock waits for. */
export function clockOwner(state: RequestedOrder, clock: string): OrderOwner {
  const { regionId } = state.order;
  switch (clock) {
    case 'part-return':
      return keeperOf(awaitingDepots(state)[0] ?? regionId);
    case 'old-part-forwarding':
      return keeperOf(regionId);
    case 'action-item':
      return followUpOwner(state, state.followUps[0]?.kind ?? '');
    default:
      return ownerOf(state);
  }
}

/** Escalation levels of a promise: its owner, the centre's director, HQ's service manager. */
export function escalationTarget(state: RequestedOrder, to: string, clock: string): Recipient {
  if (to === 'owner') return toRecipient(clockOwner(state, clock));
  return { role: to, organisationId: to === 'hq-service-manager' ? HQ : state.order.regionId };
}
