import type { OrderRequest } from '../../parts-order/commands';
import type { IssuedParts, OrderedUse, PartsAccount } from './account-terms';
import type { CasePartsOrder, PartsProgressReport, PartsRequest } from './order-terms';
import type { CaseReservation, OrdersRedirection, Redirection } from './reservation-terms';

export interface PartsCommands {
  readonly orderParts: PartsRequest;
  readonly recordPartsProgress: PartsProgressReport;
}

export interface PartsEvents {
  readonly PartsRedirected: Redirection;
  readonly OrdersRedirected: OrdersRedirection;
  readonly PartsOrdered: OrderRequest;
  readonly PartsAwaited: { readonly order: string };
  readonly PartsProgressed: PartsProgressReport;
  readonly PartsArrived: Record<string, never>;
  readonly PartsAccounted: PartsAccount;
}

export interface PartsState {
  /** Parts asked for and not issued yet. */
  readonly reservations?: readonly CaseReservation[];
  /** The parts are reserved under these ids. */
  readonly reservationIds?: readonly string[];
  /** Sequence numbers of the events that asked for parts which a repair used before they were reserved. */
  readonly usedUnreserved?: readonly number[];
  /** Handed out for the repair that was made (R20), once that was kept. */
  readonly issued?: readonly IssuedParts[];
  /** Parts account of the report, and the number of the event that posted it to the parts system. */
  readonly partsAccount?: PartsAccount & { readonly postedBy: number };
  /** Handed out for a service before the case was reopened and not used, where the parts system has not answered yet. */
  readonly owedBack?: readonly Omit<IssuedParts, 'reservationId'>[];
  /** Delivered to the user, and fitted by the services before the case was reopened. */
  readonly fittedBefore?: readonly OrderedUse[];
  /** Parts on order, in the order in which they were ordered (R19). */
  readonly partsOrders?: readonly CasePartsOrder[];
}
