import { Type, type Static } from '@sinclair/typebox';
import { Currency, Instant, Key, Reference, type Keyed } from '../shared/wire';

// The contract with whoever keeps parts and stock: the embedded server, or an ERP behind an adapter.

export const PartNumber = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$' });
export const DepotId = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$' });
const Quantity = Type.Integer({ minimum: 1, maximum: 100_000, description: 'Pieces.' });
const Stock = Type.Integer({ minimum: 0, description: 'Pieces.' });

export const AbcClass = Type.Union([Type.Literal('A'), Type.Literal('B'), Type.Literal('C')]);

/** A part as the catalogue describes it (R19, R21), with the pieces that can be reserved over all depots. */
export const CataloguePart = Type.Object({
  partNumber: PartNumber,
  nameEn: Type.String(),
  nameZh: Type.String(),
  model: Type.String(),
  material: Type.String(),
  abcClass: AbcClass,
  critical: Type.Boolean(),
  unitCostCents: Type.Integer({
    minimum: 0,
    description: 'Standard cost of a piece, in minor units of `currency`.',
  }),
  currency: Currency,
  available: Stock,
});

export const PartsQuery = Type.Object(
  {
    query: Type.Optional(
      Type.String({
        maxLength: 100,
        pattern: '^[^\\u0000]*$',
        description: 'Text in the number, a name, the model or the material.',
      }),
    ),
    after: Type.Optional(PartNumber),
  },
  { additionalProperties: false },
);

export const PartsPage = Type.Object({
  parts: Type.Array(CataloguePart),
  next: Type.Union([PartNumber, Type.Null()], { description: '`after` of the next page; null on the last.' }),
});

export const PartStock = Type.Object({
  partNumber: PartNumber,
  depots: Type.Array(
    Type.Object({
      depot: DepotId,
      nameEn: Type.String(),
      nameZh: Type.String(),
      available: Stock,
      reserved: Stock,
    }),
  ),
});

export const ReservationLine = Type.Object(
  { partNumber: PartNumber, quantity: Quantity },
  { additionalProperties: false },
);

export const ReserveBody = Type.Object(
  {
    reference: Reference,
    lines: Type.Array(ReservationLine, { minItems: 1, maxItems: 50 }),
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

export const ReservationState = Type.Union([
  Type.Literal('reserved'),
  Type.Literal('issued'),
  Type.Literal('released'),
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
  state: Type.Union([Type.Literal('released'), Type.Literal('issued')]),
  returned: Type.Array(Pick, { description: 'Pieces that this request put back into stock.' }),
});

export type CataloguePart = Static<typeof CataloguePart>;
export type PartsQuery = Static<typeof PartsQuery>;
export type PartsPage = Static<typeof PartsPage>;
export type PartStock = Static<typeof PartStock>;
export type ReservationLine = Static<typeof ReservationLine>;
export type ReserveBody = Static<typeof ReserveBody>;
export type Pick = Static<typeof Pick>;
export type Reservation = Static<typeof Reservation>;
export type Release = Static<typeof Release>;

/** The refusals of this port; they come as the `code` of a `SystemRefusal`. */
export type PartsRefusalCode =
  /** A line asks for more than all depots have; its pointer and the pieces there are go with it. */
  | 'PARTS.OUT_OF_STOCK'
  | 'PARTS.PART_UNKNOWN'
  | 'PARTS.RESERVATION_UNKNOWN'
  /** The reservation was released, perhaps before it was made: it can be neither reserved nor issued. */
  | 'PARTS.RELEASED';

/**
 * Every method throws `SystemRefusal` where the system says no, and `SystemUnavailable` where it gave no usable answer.
 * A changing call repeated with its key and content is answered as the first time, and done once.
 */
export interface PartsPort {
  /** Parts by number, a page at a time. */
  listParts(query: PartsQuery): Promise<PartsPage>;
  /** @throws `PARTS.PART_UNKNOWN` */
  stockOf(partNumber: string): Promise<PartStock>;
  /**
   * Reserves all lines or none: from one depot where one has them all, else split. The key becomes the reservation's id, so
   * the caller can release it without having seen the answer.
   * @throws `PARTS.OUT_OF_STOCK`, `PARTS.PART_UNKNOWN`, `PARTS.RELEASED`
   */
  reserve(request: ReserveBody & Keyed): Promise<Reservation>;
  /** @throws `PARTS.RESERVATION_UNKNOWN` */
  reservation(id: string): Promise<Reservation>;
  /**
   * Puts reserved pieces back. Never refused: what is issued stays issued, and an id never seen is barred from being
   * reserved later.
   */
  release(request: { readonly reservationId: string; readonly at: string } & Keyed): Promise<Release>;
  /**
   * The pieces are handed to the engineer and are no longer stock.
   * @throws `PARTS.RESERVATION_UNKNOWN`, `PARTS.RELEASED`
   */
  issue(request: { readonly reservationId: string; readonly at: string } & Keyed): Promise<Reservation>;
}
