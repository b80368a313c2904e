import type { Prisma, StockDocument } from '../../prisma/generated/client';
import type { SystemCode } from '../shared/codes';
import { Refusal } from '../shared/errors';
import type { Transaction } from '../shared/idempotency';

export type DocumentKind = 'purchase' | 'shipment' | 'return' | 'slip';

const UNKNOWN = {
  purchase: 'PARTS.PURCHASE_UNKNOWN',
  shipment: 'PARTS.SHIPMENT_UNKNOWN',
  return: 'PARTS.RETURN_UNKNOWN',
  slip: 'PARTS.SLIP_UNKNOWN',
} as const satisfies Record<DocumentKind, SystemCode>;

interface Opening {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly reference: string;
  readonly details: Prisma.InputJsonObject;
  readonly at: string;
}

/** False where its row is there already: it was taken back before it came. */
export const openDocument = async (tx: Transaction, opening: Opening): Promise<boolean> => {
  const rows = { data: [{ ...opening, state: 'open' }], skipDuplicates: true };
  return (await tx.stockDocument.createMany(rows)).count === 1;
};

/** Bars an id never seen. False where it is known, and there is something to take back. */
export const barDocument = async (
  tx: Transaction,
  { id, kind, at }: { readonly id: string; readonly kind: DocumentKind; readonly at: string },
): Promise<boolean> => {
  const tombstone = { id, kind, reference: null, state: 'closed', details: {}, at, endedAt: at };
  return (await tx.stockDocument.createMany({ data: [tombstone], skipDuplicates: true })).count === 1;
};

/** The document, locked until the end of the transaction. @throws {Refusal} where there is none of that kind. */
export const lockDocument = async (
  tx: Transaction,
  kind: DocumentKind,
  id: string,
): Promise<StockDocument> => {
  await tx.$queryRaw`SELECT 1 FROM "parts"."stock_document" WHERE "id" = ${id} FOR UPDATE`;
  return findDocument(tx, kind, id);
};

/** @throws {Refusal} where there is none of that kind. */
export const findDocument = async (
  tx: Transaction,
  kind: DocumentKind,
  id: string,
): Promise<StockDocument> => {
  const row = await tx.stockDocument.findFirst({ where: { id, kind } });
  if (row === null) throw new Refusal(404, UNKNOWN[kind], `There is no ${kind} ${id}.`, { id });
  return row;
};

/** Ends a document where nothing of it is open any more, or changes its state. */
export const setState = (tx: Transaction, id: string, state: string, at: string): Promise<unknown> =>
  tx.stockDocument.update({
    where: { id },
    data: { state, ...(state === 'closed' && { endedAt: at }) },
  });

/** Quantities that a document has moved. */
export class Moved {
  private constructor(
    private readonly rows: readonly {
      readonly from: string;
      readonly to: string;
      readonly partNumber: string;
      readonly quantity: number;
    }[],
  ) {}

  static async of(tx: Transaction, documentId: string): Promise<Moved> {
    const rows = await tx.stockMovement.findMany({ where: { documentId } });
    return new Moved(
      rows.map(({ fromLocationId, toLocationId, partNumber, quantity }) => ({
        from: fromLocationId,
        to: toLocationId,
        partNumber,
        quantity,
      })),
    );
  }

  /** Pieces of a part that came into the places, whatever left them. */
  into(isPlace: (location: string) => boolean, partNumber?: string): number {
    return this.sum(({ to }) => isPlace(to), partNumber);
  }

  /** Pieces of a part that are in the places now. */
  in(isPlace: (location: string) => boolean, partNumber?: string): number {
    return this.into(isPlace, partNumber) - this.sum(({ from }) => isPlace(from), partNumber);
  }

  /** Part numbers, in the order in which they first moved. */
  parts(): readonly string[] {
    return [...new Set(this.rows.map(({ partNumber }) => partNumber))];
  }

  /** Places that something came into. */
  places(): readonly string[] {
    return [...new Set(this.rows.map(({ to }) => to))];
  }

  private sum(isMeant: (row: { from: string; to: string }) => boolean, partNumber?: string): number {
    return this.rows
      .filter((row) => isMeant(row) && (partNumber === undefined || row.partNumber === partNumber))
      .reduce((total, { quantity }) => total + quantity, 0);
  }
}

export const at =
  (place: string) =>
  (location: string): boolean =>
    location === place;

/** Lines of one part together, so that it is counted once. */
export const totalled = (
  lines: readonly { readonly partNumber: string; readonly quantity: number }[],
): { partNumber: string; quantity: number }[] => {
  const totals = new Map<string, number>();
  for (const { partNumber, quantity } of lines)
    totals.set(partNumber, (totals.get(partNumber) ?? 0) + quantity);
  return [...totals].map(([partNumber, quantity]) => ({ partNumber, quantity }));
};
