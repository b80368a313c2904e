import { Type, type Static } from '@sinclair/typebox';
import { Instant, Key, Reference, type Keyed } from '../shared/wire';
import { DepotId, PartLines, PartNumber, Quantity, type PartLine } from './shapes';

// Pieces of a depot, held for somebody.

export const ReserveBody = Type.Object(
  {
    reference: Reference,
    lines: PartLines,
    preferredDepots: Type.Optional(
      Type.Array(DepotId, {
        maxItems: 20,
        description:
          'Nearest first; other depots come after them. A place that keeps no stock is passed over.',
      }),
    ),
    at: Instant,
  },
  { additionalProperties: false },
);

/** Pieces of one part at one depot. */
export const Pick = Type.Object({ partNumber: PartNumber, quantity: Quantity, depot: DepotId });

const ReservationState = Type.Union([
  Type.Literal('reserved'),
  Type.Literal('issued'),
  Type.Literal('released'),
  Type.Literal('shipped'),
]);

export const Reservation = Type.Object({
  id: Key,
  reference: Type.Union([Reference, Type.Null()], {
    description: 'Null where it was released before it was ever reserved.',
  }),
  state: ReservationState,
  picks: Type.Array(Pick, { description: 'What was reserved, by depot.' }),
});

export const Release = Type.Object({
  id: Key,
  state: Type.Union([Type.Literal('released'), Type.Literal('issued'), Type.Literal('shipped')]),
  returned: Type.Array(Pick, { description: 'Pieces that this request put back into stock.' }),
});

export type ReservationLine = PartLine;
export type ReserveBody = Static<typeof ReserveBody>;
export type Pick = Static<typeof Pick>;
export type Reservation = Static<typeof Reservation>;
export type Release = Static<typeof Release>;

export type ReservationRefusalCode =
  /** A line asks for more than all depots have; its pointer and the pieces there are go with it. */
  | 'PARTS.OUT_OF_STOCK'
  | 'PARTS.RESERVATION_UNKNOWN'
  /** The reservation was released, perhaps before it was made: it can be neither reserved nor issued. */
  | 'PARTS.RELEASED'
  /** All of it has left in shipments: there is nothing to issue. */
  | 'PARTS.SHIPPED';

export interface ReservationPort {
  /**
   * Reserves all lines or none: from one depot where one has them all, else split. The key becomes the reservation's id, so
   * the caller can release it without having seen the answer.
   * @throws `PARTS.OUT_OF_STOCK`, `PARTS.PART_UNKNOWN`, `PARTS.RELEASED`
   */
  reserve(request: ReserveBody & Keyed): Promise<Reservation>;
  /** @throws `PARTS.RESERVATION_UNKNOWN` */
  reservation(id: string): Promise<Reservation>;
  /**
   * Puts back what is still held. Never refused: what is issued or shipped stays so, and an id never seen is barred from being
   * reserved later.
   */
  release(request: { readonly reservationId: string; readonly at: string } & Keyed): Promise<Release>;
  /**
   * The pieces are handed to the engineer and are no longer stock.
   * @throws `PARTS.RESERVATION_UNKNOWN`, `PARTS.RELEASED`, `PARTS.SHIPPED`
   */
  issue(request: { readonly reservationId: string; readonly at: string } & Keyed): Promise<Reservation>;
}
