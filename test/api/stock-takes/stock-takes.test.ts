import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Static } from '@sinclair/typebox';
import type { DepotList, NewStockTake, SheetLine, StockTakeView } from '../../../api/stock-takes/schema';
import { connectDatabase, type Database } from '../../../platform/database';
import { createPartsClient } from '../../../systems/parts/client';
import { testApi, type TestApi } from '../../support/api';
import { auditStock } from '../../support/audit-stock';
import { reader, type Answer, type Page, type Problem, type Reader } from '../../support/reading';
import { SYSTEMS_TOKEN } from '../../support/settings';
import { startSystems, type Systems } from '../../support/systems';

const PART = 'SP-11075';
const OTHER = 'SP-11022';
const COUNTED_AT = new Date(Date.now() - 3_600_000).toISOString();

describe('Counting a depot', () => {
  let api: TestApi;
  let systems: Systems;
  let database: Database;
  let parts: ReturnType<typeof createPartsClient>;
  let keeper: Reader;
  const readers = new Map<string, Promise<Reader>>();
  const as = (login: string): Promise<Reader> => {
    const by = readers.get(login) ?? reader(api.app, login);
    readers.set(login, by);
    return by;
  };
  const lineOf = async (partNumber = PART, depot = 'east', by = keeper): Promise<SheetLine> => {
    const url = `/v1/stock-takes/sheet?depot=${depot}&q=${partNumber}&parts=all`;
    const { body } = await by.get<Page<SheetLine>>(url);
    const line = body.items.find((one) => one.partNumber === partNumber);
    if (!line) throw new Error(`${partNumber} is not on the sheet of ${depot}`);
    return line;
  };
  type Counts = Readonly<Record<string, number>>;
  const countOf = async (counts: Counts, depot = 'east'): Promise<NewStockTake> => ({
    depot,
    countedAt: COUNTED_AT,
    lines: await Promise.all(
      Object.entries(counts).map(async ([partNumber, counted]) => {
        const { revision } = await lineOf(partNumber, depot, await as('zhou.huaijin'));
        return { partNumber, counted, revision };
      }),
    ),
  });
  const post = async <T = Problem>(
    body: object,
    { by = keeper, key = randomUUID(), language = 'en' } = {},
  ): Promise<Answer<T>> => {
    const headers = { 'idempotency-key': key, 'accept-language': language };
    return by.send<T>('POST', '/v1/stock-takes', headers, body);
  };

  beforeAll(async () => {
    api = await testApi(
      {},
      {
        template: 'company',
        around: async (url) => {
          database = connectDatabase(url);
          systems = await startSystems(database);
          return { AFTERCARE_PARTS_URL: systems.partsUrl, AFTERCARE_FINANCE_URL: systems.financeUrl };
        },
      },
    );
    parts = createPartsClient({ baseUrl: systems.partsUrl, token: SYSTEMS_TOKEN, timeoutMs: 10_000 });
    keeper = await as('wu.dachuan');
  });
  afterAll(async () => {
    expect(await auditStock(api.database)).toEqual([]);
    await parts.close();
    await api.close();
    await systems.close();
    await database.$disconnect();
  });

  it('names the depots in sight, the caller’s own first, and who may count them', async () => {
    const depots = async (login: string) => {
      const { body } = await (await as(login)).get<Static<typeof DepotList>>('/v1/depots');
      return body.items.map(({ id, isMine, mayCount }) => `${id}${isMine ? '*' : ''}${mayCount ? '+' : ''}`);
    };
    expect(await depots('wu.dachuan')).toEqual(['east*+', 'sh-pudong', 'suzhou']);
    expect(await depots('zhang.jingzhi')).toEqual(['east*+', 'sh-pudong+', 'suzhou+']);
    expect(await depots('zhou.huaijin')).toEqual([
      'hq*',
      'east',
      'north',
      'sh-pudong',
      'south',
      'suzhou',
      'sz-baoan',
      'tj-binhai',
    ]);
  });

  it('posts what was found and what is missing, tells who counted, and keeps it in the history', async () => {
    const [before, same] = [await lineOf(), await lineOf(OTHER)];
    const remark = '月度盘点';
    const count = await countOf({ [PART]: before.onShelf + 2, [OTHER]: same.onShelf });
    const { status, body } = await post<StockTakeView>({ ...count, remark: '月度\u202E盘\u200B点' });
    expect({ status, body }).toMatchObject({
      status: 201,
      body: {
        depot: 'east',
        countedAt: COUNTED_AT,
        countedBy: { id: 'stf-014', name: 'Wu Dachuan' },
        remark,
        lines: [
          { partNumber: PART, expected: before.onShelf, counted: before.onShelf + 2, posted: 2, short: 0 },
          { partNumber: OTHER, posted: 0 },
        ],
      },
    });
    expect(body.lines[0]).not.toHaveProperty('postedCents');
    expect(await lineOf()).toMatchObject({
      onShelf: before.onShelf + 2,
      available: before.available + 2,
      lastCount: { at: COUNTED_AT, counted: before.onShelf + 2, short: 0 },
    });
    const history = await keeper.get<Page<StockTakeView>>('/v1/stock-takes?depot=east', {
      'accept-language': 'en',
    });
    expect(history.body.items[0]).toEqual(body);
    const accountant = await as('zhang.jingzhi');
    const priced = await accountant.get<Page<StockTakeView>>('/v1/stock-takes?depot=east', {
      'accept-language': 'zh',
    });
    expect(priced.body.items[0]).toMatchObject({
      countedBy: { name: '吴大川' },
      lines: [{ name: '油过滤器滤芯 75 kW', postedCents: 47_200, currency: 'CNY' }, { postedCents: 0 }],
    });
  });

  it('posts once by its key, and refuses the key for another count', async () => {
    const before = await lineOf();
    const count = await countOf({ [PART]: before.onShelf + 1 });
    const key = randomUUID();
    const first = await post<StockTakeView>(count, { key });
    expect((await post<StockTakeView>(count, { key })).body).toEqual(first.body);
    expect((await lineOf()).onShelf).toBe(before.onShelf + 1);
    const other = await post({ ...count, remark: 'again' }, { key });
    expect(other).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY.KEY_REUSED' } });
    const keyless = await keeper.send('POST', '/v1/stock-takes', {}, count);
    expect(keyless).toMatchObject({ status: 400, body: { code: 'IDEMPOTENCY.KEY_REQUIRED' } });
  });

  it('refuses a count that a parcel overtook, in words of both languages, and posts nothing of it', async () => {
    const [one, another] = [await lineOf(), await lineOf(OTHER)];
    const count = await countOf({ [OTHER]: another.onShelf + 5, [PART]: one.onShelf - 1 });
    const purchase = { reference: 'PO-1', depot: 'east', lines: [{ partNumber: PART, quantity: 3 }] };
    const { id: purchaseId } = await parts.requestPurchase({
      key: randomUUID(),
      at: COUNTED_AT,
      ...purchase,
    });
    const goods = { purchaseId, lines: purchase.lines, at: COUNTED_AT };
    await parts.receiveGoods({ key: randomUUID(), ...goods });
    const refused = await post(count);
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'STOCK_TAKE.MOVED', params: { parts: PART, partNumbers: [PART] } },
    });
    expect((await post(count, { language: 'zh' })).body.detail).toContain(`有备件出入库：${PART}`);
    expect(await lineOf(OTHER)).toMatchObject({ onShelf: another.onShelf });
    expect(await lineOf()).toMatchObject({ onShelf: one.onShelf + 3, reserved: one.reserved + 3 });
  });

  it('leaves held pieces where they are held, and names the cases and orders that come away short', async () => {
    const { available, onShelf } = await lineOf(OTHER);
    const lines = [{ partNumber: OTHER, quantity: available }];
    const hold = { reference: 'AS-2026-000777', lines, preferredDepots: ['east'], at: COUNTED_AT };
    const { id: reservationId } = await parts.reserve({ key: randomUUID(), ...hold });
    const { body } = await post<StockTakeView>(await countOf({ [OTHER]: onShelf - 1 }));
    expect(body.lines).toMatchObject([
      { posted: 0, short: 1, shortFor: [{ reference: 'AS-2026-000777', quantity: 1 }] },
    ]);
    await parts.release({ key: randomUUID(), reservationId, at: COUNTED_AT });
    const again = await post<StockTakeView>(await countOf({ [OTHER]: onShelf - 1 }));
    expect(again.body.lines).toMatchObject([{ posted: -1, short: 0, shortFor: [] }]);
  });

  it('is for the keepers of the depot and for stock accountants', async () => {
    const count = await countOf({ [PART]: 1 }, 'suzhou');
    expect(await post(count)).toMatchObject({ status: 403, body: { code: 'STOCK_TAKE.OTHER_DEPOT' } });
    const north = await as('shi.lei');
    expect(await post(count, { by: north })).toMatchObject({
      status: 422,
      body: { code: 'REQUEST.REFERENCE_UNKNOWN', params: { value: 'suzhou' } },
    });
    expect(await post(count, { by: await as('lu.xinran') })).toMatchObject({
      status: 403,
      body: { code: 'AUTH.FORBIDDEN' },
    });
    const away = await north.get('/v1/stock-takes?depot=suzhou');
    expect(away).toMatchObject({ status: 422, body: { code: 'REQUEST.REFERENCE_UNKNOWN' } });
    const nowhere = await north.get('/v1/stock-takes/sheet?depot=nowhere');
    expect(nowhere).toMatchObject({ status: 422, body: { code: 'REQUEST.REFERENCE_UNKNOWN' } });
    expect((await post(count, { by: await as('zhang.jingzhi') })).status).toBe(201);
  });

  it('lets the engineers of an outlet count its store', async () => {
    const engineers = await api.database.staff.findMany({
      where: { organisationId: 'suzhou', roles: { has: 'repair-engineer' } },
    });
    const engineer = await as(engineers[0]?.login ?? '');
    const { onShelf } = await lineOf(PART, 'suzhou', engineer);
    const count = await countOf({ [PART]: onShelf + 1 }, 'suzhou');
    expect((await post(count, { by: engineer })).status).toBe(201);
  });

  it('refuses what no count can be, naming the field', async () => {
    const { revision } = await lineOf();
    const line = { partNumber: PART, counted: 1, revision };
    const count = { depot: 'east', countedAt: COUNTED_AT, lines: [line] };
    const unknown = { ...line, partNumber: 'SP-NONE' };
    const tried = async (body: object) => {
      const { status, body: problem } = await post(body);
      return [status, problem.code, problem.errors[0]?.field];
    };
    expect(await tried({ ...count, lines: [line, unknown] })).toEqual([
      422,
      'REQUEST.REFERENCE_UNKNOWN',
      'lines.1.partNumber',
    ]);
    expect(await tried({ ...count, lines: [line, line] })).toEqual([
      422,
      'STOCK_TAKE.COUNTED_TWICE',
      'lines.1.partNumber',
    ]);
    expect(await tried({ ...count, countedAt: '2199-01-01T00:00:00.000Z' })).toEqual([
      400,
      'REQUEST.INVALID',
      'countedAt',
    ]);
    expect(await tried({ ...count, countedAt: '1900-01-01T00:00:00.000Z' })).toEqual([
      400,
      'REQUEST.INVALID',
      'countedAt',
    ]);
    for (const counted of [-1, 1.5, 100_001, '3'])
      expect((await post({ ...count, lines: [{ ...line, counted }] })).status).toBe(400);
    expect((await post({ ...count, lines: [] })).status).toBe(400);
    expect((await post({ ...count, lines: Array.from({ length: 201 }, () => line) })).status).toBe(400);
  });
});
