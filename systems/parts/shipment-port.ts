import { Type, type Static } from '@sinclair/typebox';
import { Instant, Key, Reference, type Keyed } from '../shared/wire';
import { DepotId, PartNumber, Quantity, Remark, Stock } from './shapes';

// Parts on their way to a user (R19): out of a reservation, in transit, then delivered, back in a depot, or lost.

export const ShipBody = Type.Object(
  {
    reference: Reference,
    depot: DepotId,
    carrier: Remark,
    tracking: Type.Optional(Remark),
    lines: Type.Array(
      Type.Object(
        { reservationId: Key, partNumber: PartNumber, quantity: Quantity },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 50 },
    ),
    at: Instant,
  },
  { additionalProperties: false },
);

export const SettleBody = Type.Object(
  {
    lines: Type.Array(
      Type.Union([
        Type.Object(
          { outcome: Type.Literal('delivered'), partNumber: PartNumber, quantity: Quantity },
          { additionalProperties: false },
        ),
        Type.Object(
          { outcome: Type.Literal('lost'), partNumber: PartNumber, quantity: Quantity },
          { additionalProperties: false },
        ),
        Type.Object(
          {
            outcome: Type.Literal('returned'),
            partNumber: PartNumber,
            quantity: Quantity,
            depot: DepotId,
          },
          { additionalProperties: false },
        ),
      ]),
      { minItems: 1, maxItems: 150 },
    ),
    at: Instant,
  },
  { additionalProperties: false },
);

/** Where pieces of a shipment are said to be. */
const Whereabouts = Type.Union([Type.Literal('delivered'), Type.Literal('lost'), Type.Literal('in-transit')]);
export const CorrectionBody = Type.Object(
  {
    lines: Type.Array(
      Type.Object(
        { partNumber: PartNumber, quantity: Quantity, from: Whereabouts, to: Whereabouts },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 150 },
    ),
    at: Instant,
  },
  { additionalProperties: false },
);

export const Shipment = Type.Object({
  id: Key,
  reference: Type.Union([Reference, Type.Null()], {
    description: 'Null where it was recalled before it was ever sent.',
  }),
  state: Type.Union([Type.Literal('in-transit'), Type.Literal('recalled'), Type.Literal('closed')], {
    description: '`recalled`: on its way back; `closed`: none of the shipment is still in transit.',
  }),
  depot: Type.Union([DepotId, Type.Null()]),
  carrier: Type.Union([Type.String(), Type.Null()]),
  tracking: Type.Union([Type.String(), Type.Null()]),
  lines: Type.Array(
    Type.Object({
      partNumber: PartNumber,
      quantity: Quantity,
      delivered: Stock,
      returned: Stock,
      lost: Stock,
    }),
  ),
});

export type ShipBody = Static<typeof ShipBody>;
export type SettleBody = Static<typeof SettleBody>;
export type CorrectionBody = Static<typeof CorrectionBody>;
export type Shipment = Static<typeof Shipment>;

export type ShipmentRefusalCode =
  | 'PARTS.SHIPMENT_UNKNOWN'
  /** It was recalled before it was sent. */
  | 'PARTS.SHIPMENT_RECALLED'
  /** More than the reservation still holds in that depot. */
  | 'PARTS.NOT_RESERVED'
  /** More than is still on its way. */
  | 'PARTS.NOT_IN_TRANSIT'
  /** More than was said to have arrived, or been lost. */
  | 'PARTS.NOT_SETTLED'
  | 'PARTS.DEPOT_UNKNOWN';

export interface ShipmentPort {
  /**
   * Reserved pieces leave a depot for the user. A reservation may go in several shipments. The key becomes the shipment's id.
   * @throws `PARTS.RESERVATION_UNKNOWN`, `PARTS.NOT_RESERVED`, `PARTS.SHIPMENT_RECALLED`
   */
  ship(request: ShipBody & Keyed): Promise<Shipment>;
  /**
   * Settles pieces in transit: delivered to the user, back at a depot, or lost and written off.
   * @throws `PARTS.SHIPMENT_UNKNOWN`, `PARTS.NOT_IN_TRANSIT`, `PARTS.DEPOT_UNKNOWN`
   */
  settleShipment(request: { readonly shipmentId: string } & SettleBody & Keyed): Promise<Shipment>;
  /**
   * Calls a shipment back: its pieces stay in transit until they are settled as returned or lost. Never refused: what has
   * arrived stays where it is, and an id never seen is barred from being sent later.
   */
  recallShipment(request: { readonly shipmentId: string; readonly at: string } & Keyed): Promise<Shipment>;
  /**
   * Corrects a wrong settlement: the pieces are somewhere else. Pieces that are still in transit can be
   * settled again.
   * @throws `PARTS.SHIPMENT_UNKNOWN`, `PARTS.NOT_SETTLED`
   */
  correctShipment(request: { readonly shipmentId: string } & CorrectionBody & Keyed): Promise<Shipment>;
  /** @throws `PARTS.SHIPMENT_UNKNOWN` */
  shipment(id: string): Promise<Shipment>;
}
