import { isDeepStrictEqual } from 'node:util';
import { reachesBack } from '../../domain/entitlement/retroactive';
import { COVERAGE_ITEMS, DEFAULT_SPECIAL_TERMS } from '../../domain/entitlement/terms';
import type { Database } from '../../platform/database';
import type { NewProduct, NewWarrantyTerms } from '../units/product-schema';
import { ApiError } from '../http/problems';
import { dateOf, specialView, termsColumns, termsView } from './columns';
import { WITH_CHANGES, type ProductRow } from '../products/view';
import { invalidTerms, refuseRetroactive, type Writer } from './rules';

/**
 * Adds the terms of a product for units sold from a day on; the same sent again changes nothing. Cases that are judged keep their
 * verdict: the terms that it rests on go with them.
 * @param version of the product's terms, as the writer has read them.
 * @throws {ApiError} naming the field; nothing has changed then.
 */
export function addWarrantyTerms(
  database: Database,
  {
    code,
    version,
    terms,
  }: { readonly code: string; readonly version: number; readonly terms: NewWarrantyTerms },
  { by, now, today }: Writer,
): Promise<{ readonly row: ProductRow; readonly isNew: boolean }> {
  const { soldFrom } = terms;
  const columns = readTerms(terms);
  return database.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM product WHERE code = ${code} FOR UPDATE`;
    const row = await tx.product.findUnique({ where: { code }, include: WITH_CHANGES });
    if (!row) throw new ApiError('RESOURCE.NOT_FOUND', { what: code });
    const earlier = row.terms.find((one) => one.soldFrom.getTime() === dateOf(soldFrom).getTime());
    if (earlier) {
      const said = { ...termsView(columns), ...specialView(columns) };
      const isSame = isDeepStrictEqual({ ...termsView(earlier), ...specialView(earlier) }, said);
      if (!isSame) throw new ApiError('WARRANTY_TERMS.EXISTS', { what: code, from: soldFrom }, 'soldFrom');
      return { row, isNew: false };
    }
    if (row.version !== version)
      throw new ApiError(
        'RESOURCE.STALE',
        { what: code, expected: version, actual: row.version },
        'If-Match',
      );
    refuseRetroactive('soldFrom', reachesBack(soldFrom, today), terms);
    const added = {
      soldFrom: dateOf(soldFrom),
      ...columns,
      createdAt: now,
      createdBy: by,
    };
    const changed = await tx.product.update({
      where: { code },
      data: { version: { increment: 1 }, terms: { create: added } },
      include: WITH_CHANGES,
    });
    return { row: changed, isNew: true };
  });
}

type Terms = Omit<NewProduct, 'code' | 'nameEn' | 'nameZh' | 'family'>;

/** Terms as the rows hold them. @throws {ApiError} where they promise half of something. */
export function readTerms(terms: Terms) {
  for (const item of COVERAGE_ITEMS)
    if ((terms[item].percent === 0) !== (terms[item].months === 0))
      throw invalidTerms(item, {
        en: 'percent and months must both be 0, or both be greater than 0',
        zh: '比例与月数须同时为 0 或同时不为 0',
      });
  const special = specialView({ ...DEFAULT_SPECIAL_TERMS, ...terms });
  if ((special.replacement === 'rest') !== (special.replacementMonths === 0))
    throw invalidTerms('replacementMonths', {
      en: 'a separate term needs months; a term that continues another must have none',
      zh: '独立保修期须填月数，沿用剩余保修期则不填',
    });
  return { warrantyFrom: terms.from, ...termsColumns(terms), ...special };
}
