import type { Clocks } from '../clock/clocks';
import type { Consignee, LineQuantity, OrderLine, OrderRequest } from './commands';
import type { HeldPick, OrderFollowUp } from './events';
import { ENDED_ORDER_STAGES, type OrderStage } from './terms';

/** Pieces asked for of depots, until the answer comes. */
export interface AskedHold extends LineQuantity {
  readonly key: string;
}

/** Pieces that depots hold for the order; those shipped are gone from it. */
export interface Hold {
  readonly key: string;
  readonly line: number;
  readonly picks: readonly HeldPick[];
}

export interface PurchaseState extends LineQuantity {
  readonly purchase: number;
  readonly key: string;
  readonly depot: string;
  readonly received: number;
  readonly supplier?: string;
  readonly supplierOrder?: string;
  readonly expectedOn?: string;
  /** The parts system has not taken it: nothing will come of it. */
  readonly failed?: true;
}

/** Pieces of a parcel; what is none of these is still on its way. */
export interface ShipmentItem extends LineQuantity {
  readonly from: readonly { readonly reservationId: string; readonly quantity: number }[];
  readonly received: number;
  /** Arrived, and are not what was ordered: they come back. */
  readonly wrong: number;
  readonly lost: number;
  /** Back in a depot. */
  readonly back: number;
}

export interface ReceiptCorrection {
  readonly at: string;
  readonly by: string;
  readonly reason: string;
  /** The reason stands in its event alone (ADR 37). */
  readonly isCut?: true;
}

export interface ShipmentState {
  readonly shipment: number;
  readonly key: string;
  readonly depot: string;
  readonly carrier: string;
  readonly tracking?: string;
  readonly shippedAt: string;
  /** Where it was sent: the order may have been readdressed since. Parcels of before this was kept have none. */
  readonly consignee?: Consignee;
  readonly confirmedAt?: string;
  /** Source of the receipt: the user, or staff who spoke with them. */
  readonly confirmedBy?: 'customer' | 'staff';
  /** Corrections of wrong confirmations, in order. */
  readonly corrections?: readonly ReceiptCorrection[];
  readonly items: readonly ShipmentItem[];
}

export interface OldPartItem extends LineQuantity {
  readonly received: number;
  readonly charged: number;
}

export interface OldParts {
  readonly key: string;
  readonly dueSince: string;
  readonly items: readonly OldPartItem[];
  readonly forwardedAt?: string;
}

/** A parts order, folded from its events. */
export interface OrderState {
  readonly stage: OrderStage;
  readonly stageSince: string;
  readonly order?: OrderRequest;
  readonly requestedAt?: string;
  readonly asked: readonly AskedHold[];
  readonly holds: readonly Hold[];
  readonly purchases: readonly PurchaseState[];
  readonly shipments: readonly ShipmentState[];
  readonly oldParts?: OldParts;
  /** Charged to the outlet, and why before the end of the ladder, where it was. */
  readonly charge?: {
    readonly at: string;
    readonly amountCents: number;
    readonly currency: string;
    readonly reason?: string;
  };
  /** Fitted pieces, as reported by the case. */
  readonly used?: readonly LineQuantity[];
  readonly isCaseOver?: true;
  /** Delivered, never fitted, and in a depot again. */
  readonly unfittedBack?: readonly LineQuantity[];
  readonly cancelled?: { readonly reason: string; readonly at: string };
  readonly followUps: readonly (OrderFollowUp & { readonly openedAt: string })[];
  readonly clocks: Clocks;
}

/** An order after its first event. */
export type RequestedOrder = OrderState & { readonly order: OrderRequest };

export const NOT_REQUESTED: OrderState = {
  stage: 'unregistered',
  stageSince: '1970-01-01T00:00:00.000Z',
  asked: [],
  holds: [],
  purchases: [],
  shipments: [],
  followUps: [],
  clocks: {},
};

export const isRequested = (state: OrderState): state is RequestedOrder => state.order !== undefined;

/** Key of the call that the event with that number asks for, and so the id of what it opens in the parts system. */
export const callKey = (order: string, seq: number): string => `${order}:${seq}:0`;

/** Number of the event whose call has the key. */
export const seqOf = (key: string): number => Number(key.split(':').at(-2));

export const lineOf = ({ order }: RequestedOrder, line: number): OrderLine | undefined =>
  order.lines.find((one) => one.line === line);

/** A finished order with a follow-up open still waits for a person. */
export const isEnded = ({ stage, followUps }: OrderState): boolean =>
  ENDED_ORDER_STAGES.includes(stage) && followUps.length === 0;
