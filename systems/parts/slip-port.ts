import { Type, type Static } from '@sinclair/typebox';
import { Instant, Key, Reference, type Keyed } from '../shared/wire';
import { DepotId, PartLine, PartLines } from './shapes';

// Pieces that an engineer took without a reservation, or did not use after all: a slip of what was handed out or back.

export const DrawBody = Type.Object(
  { reference: Reference, depot: DepotId, lines: PartLines, at: Instant },
  { additionalProperties: false },
);

export const HandBackBody = Type.Object(
  { reference: Reference, reservationId: Key, lines: PartLines, at: Instant },
  { additionalProperties: false },
);

export const Slip = Type.Object({
  id: Key,
  reference: Type.Union([Reference, Type.Null()], {
    description: 'Null where it was reversed before it was ever written.',
  }),
  state: Type.Union([Type.Literal('posted'), Type.Literal('reversed')]),
  lines: Type.Array(PartLine, { description: 'Pieces that it moved, and still stands for.' }),
});

export type DrawBody = Static<typeof DrawBody>;
export type HandBackBody = Static<typeof HandBackBody>;
export type Slip = Static<typeof Slip>;

export type SlipRefusalCode =
  /** It was reversed before it was written. */
  | 'PARTS.SLIP_REVERSED'
  /** More than was issued by the reservation, and is not back yet. */
  | 'PARTS.NOT_ISSUED';

export interface SlipPort {
  /**
   * Pieces that an engineer took from a depot's shelf without a reservation: all lines or none. The key becomes the slip's id.
   * @throws `PARTS.OUT_OF_STOCK`, `PARTS.PART_UNKNOWN`, `PARTS.DEPOT_UNKNOWN`, `PARTS.SLIP_REVERSED`
   */
  draw(request: DrawBody & Keyed): Promise<Slip>;
  /**
   * Issued pieces that were not used go back to the depots that they came from. The key becomes the slip's id.
   * @throws `PARTS.RESERVATION_UNKNOWN`, `PARTS.NOT_ISSUED`, `PARTS.SLIP_REVERSED`
   */
  handBack(request: HandBackBody & Keyed): Promise<Slip>;
  /**
   * Moves a slip's pieces back to their origin; an unknown id is barred from being written later.
   * @throws `PARTS.OUT_OF_STOCK` when returned pieces have been issued again meanwhile.
   */
  reverseSlip(request: { readonly slipId: string; readonly at: string } & Keyed): Promise<Slip>;
}
