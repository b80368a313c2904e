import { Type, type Static } from '@sinclair/typebox';
import { Amount, Currency } from '../shared/wire';
import type { PurchasePort, PurchaseRefusalCode } from './purchase-port';
import type { ReservationPort, ReservationRefusalCode } from './reservation-port';
import type { ReturnPort, ReturnRefusalCode } from './return-port';
import { DepotId, PartNumber, Stock } from './shapes';
import type { ShipmentPort, ShipmentRefusalCode } from './shipment-port';
import type { SlipPort, SlipRefusalCode } from './slip-port';
import type { StockTakePort, StockTakeRefusalCode } from './stock-take-port';

// The contract with the system that keeps parts and stock: the embedded server, or an ERP behind an adapter.

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
  unitCostCents: Amount({ description: 'Standard cost of a piece, in minor units of `currency`.' }),
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

const DepotStocks = Type.Array(
  Type.Object({
    depot: DepotId,
    nameEn: Type.String(),
    nameZh: Type.String(),
    available: Stock,
    reserved: Stock,
  }),
);

export const PartStock = Type.Object({ partNumber: PartNumber, depots: DepotStocks });

export const StockPage = Type.Object({
  parts: Type.Array(Type.Object({ ...CataloguePart.properties, depots: DepotStocks })),
  next: PartsPage.properties.next,
});

export type CataloguePart = Static<typeof CataloguePart>;
export type PartsQuery = Static<typeof PartsQuery>;
export type PartsPage = Static<typeof PartsPage>;
export type PartStock = Static<typeof PartStock>;
export type StockPage = Static<typeof StockPage>;

/** The refusals of this port; they come as the `code` of a `SystemRefusal`. */
export type PartsRefusalCode =
  | 'PARTS.PART_UNKNOWN'
  | ReservationRefusalCode
  | PurchaseRefusalCode
  | ShipmentRefusalCode
  | ReturnRefusalCode
  | SlipRefusalCode
  | StockTakeRefusalCode;

/**
 * Every method throws `SystemRefusal` where the system says no, and `SystemUnavailable` where it gave no usable answer.
 * A changing call repeated with its key and content is answered as the first time, and done once.
 */
export interface PartsPort
  extends ReservationPort, PurchasePort, ShipmentPort, ReturnPort, SlipPort, StockTakePort {
  /** Parts by number, a page at a time. */
  listParts(query: PartsQuery): Promise<PartsPage>;
  /** The same, each part with its pieces in each depot. */
  listStock(query: PartsQuery): Promise<StockPage>;
  /** @throws `PARTS.PART_UNKNOWN` */
  part(partNumber: string): Promise<CataloguePart>;
  /** @throws `PARTS.PART_UNKNOWN` */
  stockOf(partNumber: string): Promise<PartStock>;
}
