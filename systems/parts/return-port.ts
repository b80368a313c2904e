import { Type, type Static } from '@sinclair/typebox';
import { Instant, Key, Reference, type Keyed } from '../shared/wire';
import { DepotId, PartLines, PartNumber, Quantity, Stock } from './shapes';

// Old parts and exchanged machines go back to the factory (R20): due, taken in by a depot, forwarded; or written off.

export const ReturnBody = Type.Object(
  { reference: Reference, lines: PartLines, at: Instant },
  { additionalProperties: false },
);

export const TakeInBody = Type.Object(
  { depot: DepotId, lines: PartLines, at: Instant },
  { additionalProperties: false },
);

export const Return = Type.Object({
  id: Key,
  reference: Type.Union([Reference, Type.Null()], {
    description: 'Null where it was cancelled before it was ever due.',
  }),
  state: Type.Union([Type.Literal('due'), Type.Literal('received'), Type.Literal('closed')], {
    description: '`received`: nothing more is due, and something is still in a depot.',
  }),
  lines: Type.Array(
    Type.Object({
      partNumber: PartNumber,
      quantity: Quantity,
      due: Stock,
      inDepots: Stock,
      atFactory: Stock,
      writtenOff: Stock,
    }),
  ),
});

export type ReturnBody = Static<typeof ReturnBody>;
export type TakeInBody = Static<typeof TakeInBody>;
export type Return = Static<typeof Return>;

export type ReturnRefusalCode =
  | 'PARTS.RETURN_UNKNOWN'
  /** It was cancelled before it was due. */
  | 'PARTS.RETURN_CANCELLED'
  /** More than is still due. */
  | 'PARTS.NOT_DUE'
  | 'PARTS.DEPOT_UNKNOWN';

export interface ReturnPort {
  /** Old parts are owed to the factory. The key becomes the return's id. @throws `PARTS.PART_UNKNOWN`, `PARTS.RETURN_CANCELLED` */
  expectReturn(request: ReturnBody & Keyed): Promise<Return>;
  /** A depot takes old parts in: they are kept apart from its stock. @throws `PARTS.RETURN_UNKNOWN`, `PARTS.NOT_DUE`, `PARTS.DEPOT_UNKNOWN` */
  takeInReturn(request: { readonly returnId: string } & TakeInBody & Keyed): Promise<Return>;
  /** Sends the pieces at depots to the factory. @throws `PARTS.RETURN_UNKNOWN` */
  forwardReturn(request: { readonly returnId: string; readonly at: string } & Keyed): Promise<Return>;
  /** Writes off the pieces that are still due. @throws `PARTS.RETURN_UNKNOWN` */
  writeOffReturn(request: { readonly returnId: string; readonly at: string } & Keyed): Promise<Return>;
  /**
   * Cancels the pieces that are still due. Never refused; an unknown id is barred from becoming due later.
   */
  cancelReturn(request: { readonly returnId: string; readonly at: string } & Keyed): Promise<Return>;
  /** @throws `PARTS.RETURN_UNKNOWN` */
  partsReturn(id: string): Promise<Return>;
}
