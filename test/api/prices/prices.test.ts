import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { partPriceInForce } from '../../../api/prices/in-force';
import type { PartPriceView, PriceListView } from '../../../api/prices/schema';
import type { Answer, Problem, Reader } from '../../support/reading';
import { newKey, startSystem, type TestSystem } from '../../support/system';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const PRICED = 'SP-71003';
const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();
const said = ({ status, body }: Answer<Problem>): string =>
  `${status} ${body.code} ${body.errors[0]?.field ?? ''}`;

describe('Prices that are entered (R7)', () => {
  let system: TestSystem;
  let manager: Reader;
  beforeAll(async () => {
    system = await startSystem({ worker: false });
    manager = await system.as('zhou.huaijin');
  });
  afterAll(() => system.close());

  const aPrice = (changes: object = {}) => ({
    id: newKey(),
    partNumber: PRICED,
    nameEn: 'A part',
    nameZh: '某备件',
    currency: 'CNY',
    priceCents: 90_000,
    costCents: 52_000,
    effectiveFrom: inDays(30),
    ...changes,
  });
  const aList = (changes: object = {}) => ({
    id: newKey(),
    nameEn: 'A list',
    nameZh: '某价目',
    currency: 'CNY',
    labourPer: 'hour',
    labourPriceCents: 28_000,
    labourCostCents: 12_000,
    travelPer: 'trip',
    travelPriceCents: 20_000,
    travelCostCents: 12_000,
    taxBasisPoints: 1_300,
    quoteValidDays: 15,
    declinedCharge: 'travel',
    serviceLevel: 'A',
    effectiveFrom: inDays(30),
    ...changes,
  });
  const addPrice = <T = Problem>(price: object) => manager.send<T>('POST', '/v1/part-prices', {}, price);
  const addList = <T = Problem>(list: object) => manager.send<T>('POST', '/v1/price-lists', {}, list);
  const kept = (id: string) => system.database.partPrice.count({ where: { id } });

  it('two of a part that begin at one instant are refused: their ids do not decide which counts', async () => {
    const first = aPrice({ id: `m-${newKey()}` });
    expect((await addPrice(first)).status).toBe(201);
    const second = aPrice({ id: `a-${newKey()}`, effectiveFrom: first.effectiveFrom, priceCents: 1 });
    expect(said(await addPrice(second))).toBe('409 PRICE.OVERLAPS effectiveFrom');
    expect(await kept(second.id)).toBe(0);
    // Another currency, and a later beginning, leave no doubt.
    expect((await addPrice({ ...second, currency: 'USD' })).status).toBe(201);
    const later = aPrice({ effectiveFrom: inDays(31), priceCents: 95_000 });
    expect((await addPrice(later)).status).toBe(201);
    const at = (days: number) =>
      partPriceInForce(
        system.database,
        { partNumber: PRICED, currency: 'CNY' },
        new Date(Date.parse(first.effectiveFrom) + days * DAY_MS),
      );
    expect([(await at(0))?.priceCents, (await at(2))?.priceCents]).toEqual([90_000, 95_000]);
  });

  it('of two that come at once for one instant, one is entered', async () => {
    const effectiveFrom = inDays(40);
    const answers = await Promise.all(
      [1, 2].map((priceCents) => addPrice(aPrice({ effectiveFrom, priceCents }))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('one of the past is refused, unless it is said to be meant', async () => {
    const past = aPrice({ effectiveFrom: '2026-02-01T00:00:00+08:00', priceCents: 1 });
    expect(said(await addPrice(past))).toBe('422 PRICE.RETROACTIVE effectiveFrom');
    expect(said(await addPrice({ ...past, retroactive: false }))).toBe('422 PRICE.RETROACTIVE effectiveFrom');
    expect(await kept(past.id)).toBe(0);
    const meant = await addPrice<PartPriceView>({ ...past, retroactive: true });
    expect(meant).toMatchObject({ status: 201, body: { effectiveFrom: '2026-01-31T16:00:00.000Z' } });
    expect(meant.body).not.toHaveProperty('retroactive');
    // The same again is no new entry; also where it is not said again.
    expect(await addPrice(past)).toMatchObject({ status: 200, body: meant.body });
    // The register's own beginning is taken.
    const taken = aPrice({ effectiveFrom: '2026-01-01T00:00:00+08:00', retroactive: true });
    expect(said(await addPrice(taken))).toBe('409 PRICE.OVERLAPS effectiveFrom');
  });

  it('one of a part that the catalogue does not have is refused, and one that it has is kept as it spells it', async () => {
    expect(said(await addPrice(aPrice({ partNumber: 'SP-99999' })))).toBe(
      '422 REQUEST.REFERENCE_UNKNOWN partNumber',
    );
    const price = aPrice({ partNumber: 'sp71003', effectiveFrom: inDays(50) });
    for (const status of [201, 200])
      expect(await addPrice(price)).toMatchObject({ status, body: { partNumber: PRICED } });
    expect(said(await addPrice({ ...price, partNumber: 'SP-11022' }))).toBe('409 PRICE.EXISTS id');
  });

  it('a list is held to the same, for each service level by itself', async () => {
    const first = aList();
    const answer = await addList<PriceListView>(first);
    expect(answer).toMatchObject({ status: 201, body: { serviceLevel: 'A' } });
    expect(await addList(first)).toMatchObject({ status: 200, body: answer.body });
    const { effectiveFrom } = first;
    // A level has one list: another currency does not tell which of them counts.
    expect(said(await addList(aList({ effectiveFrom, currency: 'USD' })))).toBe(
      '409 PRICE.OVERLAPS effectiveFrom',
    );
    const { serviceLevel: _any, ...general } = aList({ effectiveFrom });
    expect((await addList(general)).status).toBe(201);
    expect(said(await addList({ ...general, id: newKey() }))).toBe('409 PRICE.OVERLAPS effectiveFrom');
    expect(said(await addList(aList({ effectiveFrom: inDays(-1) })))).toBe(
      '422 PRICE.RETROACTIVE effectiveFrom',
    );
    expect((await addList(aList({ effectiveFrom: inDays(-1), retroactive: true }))).status).toBe(201);
  });

  it('are entered by none but those who keep prices, also for the past', async () => {
    const clerk = await system.as('lu.xinran');
    const past = aPrice({ effectiveFrom: inDays(-1), retroactive: true });
    expect(said(await clerk.send('POST', '/v1/part-prices', {}, past))).toMatch(/^403 AUTH.FORBIDDEN/);
  });

  it('of parts are found by name and by whether they count today; what gave way is past', async () => {
    const price = (id: string, effectiveFrom: string, changes: object = {}) =>
      addPrice(aPrice({ id, effectiveFrom, nameEn: 'Stepped valve', retroactive: true, ...changes }));
    const [old, now, soon] = [newKey(), newKey(), newKey()];
    for (const [id, from] of [
      [old, inDays(-20)],
      [now, inDays(-10)],
      [soon, inDays(10)],
    ] as const)
      expect((await price(id, from, { currency: 'EUR' })).status).toBe(201);
    const ended = newKey();
    await price(ended, inDays(-5), { currency: 'EUR', effectiveTo: inDays(-2) });
    const found = async (query: string) => {
      const url = `/v1/part-prices?q=stepped%20VALVE&sort=part&limit=2${query}`;
      return (await manager.all<PartPriceView>(url)).flat().map(({ id }) => id);
    };
    expect(await found('')).toEqual([soon, ended, now, old]);
    expect(await found('&standing=in-force')).toEqual([now]);
    expect(await found('&standing=to-come')).toEqual([soon]);
    expect(await found('&standing=past')).toEqual([ended, old]);
  });
});
