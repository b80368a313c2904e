import type { PrismaClient } from '../../prisma/generated/client';
import { enterMovements, lockParts, OPENING_BALANCE } from './movements';
import type { CataloguePart } from './port';

/** Stock on hand at the first use of the system. */
export interface OpeningStock {
  /** When the stock was counted, RFC 3339. */
  readonly at: string;
  readonly depots: readonly { readonly id: string; readonly nameEn: string; readonly nameZh: string }[];
  readonly parts: readonly Omit<CataloguePart, 'available'>[];
  readonly quantities: readonly {
    readonly depot: string;
    readonly partNumber: string;
    readonly quantity: number;
  }[];
}

export interface OpeningStockReceived {
  readonly depots: number;
  readonly parts: number;
  readonly movements: number;
}

const TRANSACTION = { maxWait: 10_000, timeout: 60_000 } as const;

/**
 * Loads depots, parts and opening quantities, the latter as movements from `opening-balance`. Repeating it adds only what
 * is new: rows that are there stay as they are, since others keep them from then on. Gives what was added.
 * @throws Error where a quantity differs from the one first received: an opening balance is a fact, and is not revised.
 */
export const receiveOpeningStock = (
  prisma: PrismaClient,
  opening: OpeningStock,
): Promise<OpeningStockReceived> =>
  prisma.$transaction(async (tx) => {
    const depots = await tx.stockLocation.createMany({
      data: opening.depots.map((depot) => ({ ...depot, kind: 'depot' })),
      skipDuplicates: true,
    });
    const parts = await tx.part.createMany({ data: [...opening.parts], skipDuplicates: true });
    await lockParts(
      tx,
      opening.quantities.map(({ partNumber }) => partNumber),
    );
    const entries = opening.quantities
      .filter(({ quantity }) => quantity > 0)
      .map(({ depot, partNumber, quantity }) => ({
        key: `opening-balance|${depot}|${partNumber}`, // "|" is in no caller’s key
        n: 0,
        from: OPENING_BALANCE,
        to: depot,
        partNumber,
        quantity,
        at: new Date(opening.at),
      }));
    const received = await tx.stockMovement.findMany({ where: { fromLocationId: OPENING_BALANCE } });
    const before = new Map(received.map(({ key, quantity }) => [key, quantity]));
    for (const { key, to, partNumber, quantity } of entries) {
      const earlier = before.get(key) ?? quantity;
      if (earlier === quantity) continue;
      throw new Error(
        `Part ${partNumber} was received at ${to} as ${earlier} pieces and is now said to be ${quantity}.`,
      );
    }
    const added = entries.filter(({ key }) => !before.has(key));
    await enterMovements(tx, added);
    return { depots: depots.count, parts: parts.count, movements: added.length };
  }, TRANSACTION);
