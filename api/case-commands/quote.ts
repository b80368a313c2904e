import type { QuoteInput } from '../../domain/case/quote/terms';
import type { ServiceLevel } from '../../domain/identity/roles';
import { DECLINED_CHARGES, type PricedLine } from '../../domain/quote/terms';
import type { Database } from '../../platform/database';
import type { WireData } from './schema';
import { oneOf } from '../http/one-of';
import type { PriceListRow } from '../prices/rows';
import { partPriceInForce, priceListInForce } from '../prices/in-force';
import { ApiError } from '../http/problems';

type WireQuote = Pick<WireData<'prepareQuote'>, 'lines' | 'note'>;
type WireLine = WireQuote['lines'][number];

interface Place {
  readonly database: Database;
  /** Service level of the outlet that serves the case: it determines the price of labour and travel (R11). */
  readonly serviceLevel: ServiceLevel | undefined;
  readonly now: Date;
  readonly path: string;
}

/**
 * A quote's lines with the prices in force, but for those that were given. @throws {ApiError} QUOTE.NO_PRICE, naming the line.
 */
export async function quoteFacts({ lines, note }: WireQuote, place: Place): Promise<QuoteInput> {
  const { database, serviceLevel, now, path } = place;
  const list = await priceListInForce(database, serviceLevel, now);
  if (!list) throw noPrice('price list', `${path}.lines`);
  const priced: PricedLine[] = [];
  for (const [n, line] of lines.entries())
    priced.push(await priceLine(line, list, { ...place, path: `${path}.lines.${n}` }));
  return {
    lines: priced,
    terms: {
      priceListId: list.id,
      currency: list.currency,
      taxBasisPoints: list.taxBasisPoints,
      declinedCharge: oneOf(DECLINED_CHARGES, list.declinedCharge),
      validDays: list.quoteValidDays,
    },
    ...(note !== undefined && { note }),
  };
}

async function priceLine(
  line: WireLine,
  list: PriceListRow,
  { database, now, path }: Place,
): Promise<PricedLine> {
  const priced = (facts: Omit<PricedLine, 'item' | 'source'>): PricedLine => ({
    item: line.item,
    ...facts,
    ...(line.unitPriceCents !== undefined && { unitPriceCents: line.unitPriceCents }),
    source: line.unitPriceCents === undefined ? 'price-list' : 'given',
  });
  switch (line.item) {
    case 'labour': {
      const { labourPer, labourPriceCents: unitPriceCents, labourCostCents: unitCostCents } = list;
      const named = { nameEn: 'Labour', nameZh: '人工', unitPriceCents, unitCostCents };
      return labourPer === 'visit'
        ? priced({ ...named, quantity: 1, unit: 'visit' })
        : priced({ ...named, quantity: line.minutes, unit: 'minute' });
    }
    case 'travel': {
      const { travelPer, travelPriceCents: unitPriceCents, travelCostCents: unitCostCents } = list;
      const named = { nameEn: 'Travel', nameZh: '差旅', unitPriceCents, unitCostCents };
      const { trips, minutes } = line;
      if (travelPer === 'trip') return priced({ ...named, quantity: trips, unit: 'trip' });
      if (minutes === undefined) throw noPrice('travel by the trip', `${path}.minutes`);
      return priced({ ...named, quantity: minutes, unit: 'minute' });
    }
    case 'parts': {
      const { partNumber, quantity } = line;
      const price = await partPriceInForce(database, { partNumber, currency: list.currency }, now);
      if (!price) throw noPrice(partNumber, `${path}.partNumber`);
      const { nameEn, nameZh, priceCents: unitPriceCents, costCents: unitCostCents } = price;
      return priced({ partNumber, nameEn, nameZh, unitPriceCents, unitCostCents, quantity, unit: 'piece' });
    }
  }
}

const noPrice = (what: string, field: string): ApiError => new ApiError('QUOTE.NO_PRICE', { what }, field);
