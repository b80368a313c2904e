import { isDeepStrictEqual } from 'node:util';
import type { Database, Transaction } from '../../platform/database';
import { readTerms } from '../entitlement/warranty-terms';
import { ApiError } from '../http/problems';
import type { NewProduct, ProductPatch } from '../units/product-schema';
import { WITH_CHANGES, type ProductRow } from './view';

/** Member of staff who writes, and when. */
interface Author {
  readonly by: string;
  readonly now: Date;
}

interface Written {
  readonly row: ProductRow;
  readonly isNew: boolean;
}

/** Enters a product with the terms of its units; the same sent again changes nothing. @throws {ApiError} */
export function addProduct(database: Database, product: NewProduct, author: Author): Promise<Written> {
  const { code, nameEn, nameZh, family, ...terms } = product;
  const data = { code, nameEn, nameZh, family, ...readTerms(terms) };
  return database.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('product ' || ${code}, 0))`;
    const earlier = await tx.product.findUnique({ where: { code }, include: WITH_CHANGES });
    if (earlier) {
      const { version: _version, terms: _terms, changes: _changes, ...held } = earlier;
      if (!isDeepStrictEqual(held, data)) throw new ApiError('PRODUCT.EXISTS', { what: code }, 'code');
      return { row: earlier, isNew: false };
    }
    const row = await tx.product.create({
      data: { ...data, changes: { create: changeOf({ ...data, version: 1 }, author) } },
      include: WITH_CHANGES,
    });
    return { row, isNew: true };
  });
}

interface Update {
  readonly code: string;
  /** The version that the writer has read. */
  readonly version: number;
  readonly patch: ProductPatch;
}

/**
 * Corrects the names of a product or its family. What was promised with its units stays.
 * @throws {ApiError} RESOURCE.STALE where somebody else has changed it since; nothing has changed then.
 */
export function updateProduct(
  database: Database,
  { code, version, patch }: Update,
  author: Author,
): Promise<ProductRow> {
  return database.$transaction(async (tx) => {
    await claim(tx, code, version);
    const changed = await tx.product.update({ where: { code }, data: patch });
    return tx.product.update({
      where: { code },
      data: { changes: { create: changeOf(changed, author) } },
      include: WITH_CHANGES,
    });
  });
}

/** Takes the next version: of two writers who have read the same one, the second is refused. */
async function claim(tx: Transaction, code: string, version: number): Promise<void> {
  const { count } = await tx.product.updateMany({
    where: { code, version },
    data: { version: { increment: 1 } },
  });
  if (count > 0) return;
  const row = await tx.product.findUnique({ where: { code } });
  if (!row) throw new ApiError('RESOURCE.NOT_FOUND', { what: code });
  throw new ApiError('RESOURCE.STALE', { what: code, expected: version, actual: row.version }, 'If-Match');
}

const changeOf = (
  { version, nameEn, nameZh, family }: Pick<ProductRow, 'version' | 'nameEn' | 'nameZh' | 'family'>,
  { by, now }: Author,
) => ({ version, nameEn, nameZh, family, at: now, by });
