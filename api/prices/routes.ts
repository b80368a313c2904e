import { DECLINED_CHARGES } from '../../domain/quote/terms';
import { SERVICE_LEVELS } from '../../domain/identity/roles';
import { PROBLEMS, problemResponse } from '../http/schema/common';
import {
  NewPartPrice,
  NewPriceList,
  PartPriceAnswer,
  PartPricePage,
  PartPriceQuery,
  PriceListAnswer,
  PriceLists,
  type PartPriceView,
  type PriceListView,
} from './schema';
import type { Routes } from '../context';
import { oneOf } from '../http/one-of';
import { addPartPrice, addPriceList } from './add';
import { readingOf, type Reading } from '../access/reading';
import { listPartPrices } from './list';
import { priceListOf, type PartPriceRow, type PriceListRow } from './rows';

const WRITTEN =
  'Quotes that were prepared before keep their prices. Sent again it answers 200 and changes nothing.';
const EXISTS = {
  409: problemResponse(
    'PRICE.EXISTS: that id is taken by something else; PRICE.OVERLAPS: another begins at the same instant',
  ),
};

/** Customer prices and internal costs of work and parts (R7). */
export const prices: Routes = (app, { config, database }) => {
  app.get(
    '/v1/price-lists',
    {
      config: { permission: 'price.read' },
      schema: {
        operationId: 'listPriceLists',
        tags: ['prices'],
        summary: 'Price lists of labour and travel: past, present and to come',
        response: { 200: PriceLists, ...PROBLEMS },
      },
    },
    async ({ principal }) => {
      const rows = await database.priceList.findMany({ orderBy: [{ effectiveFrom: 'desc' }, { id: 'asc' }] });
      return { items: rows.map(priceListOf).map((row) => priceListView(row, readingOf(principal))) };
    },
  );

  app.post(
    '/v1/price-lists',
    {
      config: { permission: 'price.write' },
      schema: {
        operationId: 'addPriceList',
        tags: ['prices'],
        summary: 'Enter a price list of labour and travel',
        description: WRITTEN,
        body: NewPriceList,
        response: {
          200: PriceListAnswer,
          201: PriceListAnswer,
          ...PROBLEMS,
          ...EXISTS,
          422: problemResponse('PRICE.RETROACTIVE'),
        },
      },
    },
    async ({ principal, body, log }, reply) => {
      const { row, isNew } = await addPriceList({ database }, body, new Date());
      log.info(
        { priceList: row.id, by: principal.actor.id, isNew, retroactive: body.retroactive },
        'price list',
      );
      return reply.status(isNew ? 201 : 200).send(priceListView(row, readingOf(principal)));
    },
  );

  app.get(
    '/v1/part-prices',
    {
      config: { permission: 'price.read' },
      schema: {
        operationId: 'listPartPrices',
        tags: ['prices'],
        summary: 'Prices of parts: past, present and to come',
        querystring: PartPriceQuery,
        response: { 200: PartPricePage, ...PROBLEMS },
      },
    },
    async ({ principal, query }) => {
      const { rows, nextCursor } = await listPartPrices(database, query, new Date());
      return { items: rows.map((row) => partPriceView(row, readingOf(principal))), nextCursor };
    },
  );

  app.post(
    '/v1/part-prices',
    {
      config: { permission: 'price.write' },
      schema: {
        operationId: 'addPartPrice',
        tags: ['prices'],
        summary: 'Enter the price of a part',
        description: WRITTEN,
        body: NewPartPrice,
        response: {
          200: PartPriceAnswer,
          201: PartPriceAnswer,
          ...PROBLEMS,
          ...EXISTS,
          422: problemResponse('PRICE.RETROACTIVE, REQUEST.REFERENCE_UNKNOWN: no such part in the catalogue'),
          503: problemResponse('PARTS.UNAVAILABLE'),
        },
      },
    },
    async ({ principal, body, log }, reply) => {
      const { row, isNew } = await addPartPrice({ config, database }, body, new Date());
      log.info(
        { partPrice: row.id, by: principal.actor.id, isNew, retroactive: body.retroactive },
        'price of a part',
      );
      return reply.status(isNew ? 201 : 200).send(partPriceView(row, readingOf(principal)));
    },
  );
  return Promise.resolve();
};

const spanView = ({ effectiveFrom, effectiveTo }: Pick<PriceListRow, 'effectiveFrom' | 'effectiveTo'>) => ({
  effectiveFrom: effectiveFrom.toISOString(),
  effectiveTo: effectiveTo?.toISOString() ?? null,
});

const priceListView = (
  {
    labourPer,
    travelPer,
    declinedCharge,
    serviceLevel,
    labourCostCents,
    travelCostCents,
    ...row
  }: PriceListRow,
  { withCosts }: Reading,
): PriceListView => ({
  ...row,
  ...(withCosts && { labourCostCents, travelCostCents }),
  labourPer: oneOf(['hour', 'visit'] as const, labourPer),
  travelPer: oneOf(['trip', 'hour'] as const, travelPer),
  declinedCharge: oneOf(DECLINED_CHARGES, declinedCharge),
  serviceLevel: serviceLevel === null ? null : oneOf(SERVICE_LEVELS, serviceLevel),
  ...spanView(row),
});

const partPriceView = ({ costCents, ...row }: PartPriceRow, { withCosts }: Reading): PartPriceView => ({
  ...row,
  ...(withCosts && { costCents }),
  ...spanView(row),
});
