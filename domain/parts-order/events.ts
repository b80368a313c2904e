import type { Bilingual } from '../bilingual';
import type { ClockEvent } from '../clock/clocks';
import type { CallOutcome } from '../process/decider';
import type {
  Arrival,
  Consignee,
  LineQuantity,
  OrderCommandData,
  OrderDestination,
  OrderRequest,
  PartsUse,
} from './commands';
import type { OrderProgress } from './progress-terms';
import type { OrderFollowUpKind } from './terms';

/** Pieces of a reservation in a depot. */
export interface HeldPick {
  readonly depot: string;
  readonly quantity: number;
}

/** Contents of a parcel, and the reservations they come from. */
export interface ShippedItem extends LineQuantity {
  readonly from: readonly { readonly reservationId: string; readonly quantity: number }[];
}

export interface OrderFollowUp {
  readonly key: string;
  readonly kind: OrderFollowUpKind;
  /** A person's own words; else an English text for the event. */
  readonly reason: string;
  /** The event's text in both languages, when no person wrote the reason. */
  readonly reasonNames?: Bilingual;
}

/**
 * Each event that asks another system for something has that call as its first effect: the call's key, and so the id there, follows
 * from the event's number (`callKey`).
 */
interface OrderEventData {
  readonly PartsRequested: OrderRequest;
  /** Cancelled before it was ever requested: it can never be. */
  readonly OrderBarred: { readonly reason: string };
  readonly OrderRedirected: OrderDestination & { readonly previous: OrderDestination };
  readonly OrderReaddressed: OrderCommandData['readdress'] & { readonly previous: Consignee };
  readonly ReservationAsked: LineQuantity;
  readonly PartsHeld: { readonly key: string; readonly line: number; readonly picks: readonly HeldPick[] };
  readonly PurchaseAsked: LineQuantity & { readonly purchase: number; readonly depot: string };
  readonly PurchaseOrdered: OrderCommandData['orderFromSupplier'];
  readonly GoodsReceived: LineQuantity & { readonly purchase: number };
  readonly PartsShipped: {
    readonly shipment: number;
    readonly depot: string;
    readonly carrier: string;
    readonly tracking?: string;
    readonly items: readonly ShippedItem[];
  };
  readonly ShipmentFailed: { readonly shipment: number };
  readonly ReceiptConfirmed: { readonly shipment: number; readonly items: readonly Arrival[] };
  /** Each line as it is in all, and as it was said to be before. */
  readonly ReceiptCorrected: {
    readonly shipment: number;
    readonly items: readonly (Arrival & { readonly before: Omit<Arrival, 'line'> })[];
    readonly reason: string;
  };
  /** Pieces that were to replace what has come after all: put back, or not bought any more. */
  readonly SurplusGivenUp: { readonly keys: readonly string[] };
  readonly UseRecorded: PartsUse;
  readonly ShipmentLost: {
    readonly shipment: number;
    readonly items: readonly LineQuantity[];
    readonly note: string;
  };
  /** `unfitted`: delivered pieces that were not needed. */
  readonly PartsTakenBack: OrderCommandData['takeBack'] & { readonly unfitted?: readonly LineQuantity[] };
  /** `replaces`: the number of the event that had others due, by a report that has been corrected. */
  readonly OldPartsDue: { readonly items: readonly LineQuantity[]; readonly replaces?: number };
  readonly OldPartsReceived: OrderCommandData['receiveOldParts'];
  readonly OldPartsForwarded: Record<string, never>;
  /** They never came: the outlet pays for them, in minor units. */
  readonly OldPartsCharged: {
    readonly items: readonly LineQuantity[];
    readonly outletId: string;
    readonly amountCents: number;
    readonly currency: string;
    /** Where a person did not wait for the end of the ladder. */
    readonly reason?: string;
  };
  /** With the depots that held something of it, or sent it. */
  readonly OrderCancelled: { readonly reason: string; readonly depots: readonly string[] };
  /** Progress reported to the case (R19). */
  readonly ProgressMade: OrderProgress;
  readonly CallSettled: CallOutcome;
  readonly FollowUpOpened: OrderFollowUp;
  readonly FollowUpDone: { readonly key: string; readonly note: string };
}

export type OrderEvent =
  | {
      [T in keyof OrderEventData]: { readonly type: T; readonly data: OrderEventData[T] };
    }[keyof OrderEventData]
  | ClockEvent;
