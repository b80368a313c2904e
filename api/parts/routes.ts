import { isPermitted } from '../../domain/identity/permissions';
import type { Principal } from '../../domain/identity/principal';
import type { StockPage } from '../../systems/parts/port';
import { readingOf } from '../access/reading';
import type { Routes } from '../context';
import { PROBLEMS, problemResponse } from '../http/schema/common';
import { partPricesInForce } from '../prices/in-force';
import type { PartPriceRow } from '../prices/rows';
import { stockPage } from './stock-page';
import { PartListQuery, PartPage, type PartView } from './schema';

/** The catalogue of parts with the stock of each depot (R20, R21). */
export const parts: Routes = (app, dependencies) => {
  const { database, config } = dependencies;

  app.get(
    '/v1/parts',
    {
      config: { permission: 'partsOrder.read' },
      schema: {
        operationId: 'listParts',
        tags: ['parts orders'],
        summary:
          'Parts by number, name, model or material, with the stock of each depot and the price in force',
        querystring: PartListQuery,
        response: {
          200: PartPage,
          ...PROBLEMS,
          503: problemResponse('PARTS.UNAVAILABLE, DATABASE.UNAVAILABLE'),
        },
      },
    },
    async ({ principal, query: { q, cursor } }) => {
      const page = await stockPage(config, {
        ...(q !== undefined && { query: q }),
        ...(cursor !== undefined && { after: cursor }),
      });
      const numbers = page.parts.map(({ partNumber }) => partNumber);
      const prices = isPermitted(principal.actor, 'price.read')
        ? await partPricesInForce(database, numbers, new Date())
        : undefined;
      return {
        items: page.parts.map((part) => partView(part, principal, prices)),
        nextCursor: page.next,
      };
    },
  );
  return Promise.resolve();
};

function partView(
  part: StockPage['parts'][number],
  principal: Principal,
  prices: readonly PartPriceRow[] | undefined,
): PartView {
  const { nameEn, nameZh, depots, unitCostCents, currency, available, ...rest } = part;
  const { actor, language } = principal;
  const named = (names: { readonly nameEn: string; readonly nameZh: string }): string =>
    language === 'zh' ? names.nameZh : names.nameEn;
  const price = prices?.find(({ partNumber }) => partNumber === part.partNumber);
  return {
    ...rest,
    name: named(part),
    names: { en: nameEn, zh: nameZh },
    available,
    depots: depots
      .map((depot) => ({
        id: depot.depot,
        name: named(depot),
        isMine: depot.depot === actor.organisationId,
        available: depot.available,
        reserved: depot.reserved,
      }))
      .sort((left, right) => Number(right.isMine) - Number(left.isMine)),
    ...(prices && { price: price ? { amountCents: price.priceCents, currency: price.currency } : null }),
    ...(readingOf(principal).withCosts && { unitCostCents, costCurrency: currency }),
  };
}
