import { Type, type Static } from '@sinclair/typebox';
import { Instant, Key, Reference, type Keyed } from '../shared/wire';
import type { Reservation } from './reservation-port';
import { DepotId, PartLines, PartNumber, Quantity, Remark, Stock } from './shapes';

// Parts that no depot has are bought (R19): a purchase is asked for, ordered, and received in parts or whole.

export const PurchaseBody = Type.Object(
  { reference: Reference, depot: DepotId, lines: PartLines, at: Instant },
  { additionalProperties: false },
);

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'A day, such as 2026-12-01.' });

export const PurchaseProgressBody = Type.Object(
  {
    supplier: Remark,
    supplierOrder: Type.Optional(Remark),
    expectedOn: Type.Optional(Day),
    at: Instant,
  },
  { additionalProperties: false },
);

export const ReceiptBody = Type.Object({ lines: PartLines, at: Instant }, { additionalProperties: false });

export const Purchase = Type.Object({
  id: Key,
  reference: Type.Union([Reference, Type.Null()], {
    description: 'Null where it was cancelled before it was ever asked for.',
  }),
  state: Type.Union(
    [Type.Literal('requested'), Type.Literal('ordered'), Type.Literal('received'), Type.Literal('cancelled')],
    { description: '`cancelled` where something of it was never received.' },
  ),
  depot: Type.Union([DepotId, Type.Null()]),
  lines: Type.Array(Type.Object({ partNumber: PartNumber, quantity: Quantity, received: Stock })),
  supplier: Type.Union([Type.String(), Type.Null()]),
  supplierOrder: Type.Union([Type.String(), Type.Null()]),
  expectedOn: Type.Union([Day, Type.Null()]),
});

export type PurchaseBody = Static<typeof PurchaseBody>;
export type PurchaseProgressBody = Static<typeof PurchaseProgressBody>;
export type ReceiptBody = Static<typeof ReceiptBody>;
export type Purchase = Static<typeof Purchase>;

export type PurchaseRefusalCode =
  | 'PARTS.PURCHASE_UNKNOWN'
  /** It was cancelled, perhaps before it was asked for. */
  | 'PARTS.PURCHASE_CANCELLED'
  /** More is received than is still to come. */
  | 'PARTS.MORE_THAN_ORDERED'
  | 'PARTS.DEPOT_UNKNOWN';

export interface PurchasePort {
  /**
   * Asks for pieces that no depot has. The key becomes the purchase's id.
   * @throws `PARTS.PART_UNKNOWN`, `PARTS.DEPOT_UNKNOWN`, `PARTS.PURCHASE_CANCELLED`
   */
  requestPurchase(request: PurchaseBody & Keyed): Promise<Purchase>;
  /** Ordered from a supplier, or expected on another day. @throws `PARTS.PURCHASE_UNKNOWN`, `PARTS.PURCHASE_CANCELLED` */
  recordPurchase(request: { readonly purchaseId: string } & PurchaseProgressBody & Keyed): Promise<Purchase>;
  /**
   * Pieces have come from the supplier into the depot, and are held for whom they were bought: the key becomes the id of a
   * reservation, so releasing it leaves them in the depot, free.
   * @throws `PARTS.PURCHASE_UNKNOWN`, `PARTS.PURCHASE_CANCELLED`, `PARTS.MORE_THAN_ORDERED`, `PARTS.RELEASED`
   */
  receiveGoods(request: { readonly purchaseId: string } & ReceiptBody & Keyed): Promise<Reservation>;
  /** Nothing more is to come. Never refused; an id never seen is barred from being asked for later. */
  cancelPurchase(request: { readonly purchaseId: string; readonly at: string } & Keyed): Promise<Purchase>;
  /** @throws `PARTS.PURCHASE_UNKNOWN` */
  purchase(id: string): Promise<Purchase>;
}
