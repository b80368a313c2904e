import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestApi } from '../../support/api';
import { aCase, type CaseBuilder } from '../../support/cases';
import { CommittedOrder } from '../../support/committed-order';
import { companyApi, reader, type Page, type Reader } from '../../support/reading';

describe('GET /v1/parts-orders', () => {
  let api: TestApi;
  let waiting: CaseBuilder;
  const readers = new Map<string, Promise<Reader>>();
  const as = (login: string): Promise<Reader> => {
    const by = readers.get(login) ?? reader(api.app, login);
    readers.set(login, by);
    return by;
  };
  const numbers = async (query: string, login = 'gu.chengan'): Promise<string[]> => {
    const by = await as(login);
    const { status, body } = await by.get<Page<{ number: string }>>(`/v1/parts-orders?${query}`);
    expect({ status, query }).toEqual({ status: 200, query });
    return body.items.map(({ number }) => number.slice(-1));
  };

  beforeAll(async () => {
    api = await companyApi();
    const { database } = api;
    waiting = await aCase(database).of('cus-0001').answered().classified().dispatched().commit();
    const of = { caseNumber: waiting.number };
    const at = (hour: number) => `2026-11-16T0${hour}:00:00.000Z`;
    const far = { ...of, neededBy: '2199-01-01T00:00:00.000Z' };
    const pick = { quantity: 2 };
    await (await CommittedOrder.of(database, 'PO-2026-000001', of, at(1))).held({ depot: 'east', ...pick });
    await (await CommittedOrder.of(database, 'PO-2026-000002', far, at(2))).held({ depot: 'north', ...pick });
    const given = await CommittedOrder.of(database, 'PO-2026-000003', far, at(3));
    await (
      await given.held({ depot: 'east', ...pick })
    ).give({ type: 'cancel', data: { reason: '客户换机' } });
    await (await CommittedOrder.of(database, 'PO-2026-000004', far, at(4))).outOfStock();
  });
  afterAll(() => api.close());

  it('the newest first, by stage, case and depot', async () => {
    expect(await numbers('')).toEqual(['4', '3', '2', '1']);
    expect(await numbers('stage=procuring')).toEqual(['4']);
    expect(await numbers('depot=north')).toEqual(['2']);
    expect(await numbers(`caseNumber=${waiting.number}&stage=reserved`)).toEqual(['2', '1']);
    expect(await numbers('caseNumber=AS-2026-000999')).toEqual([]);
  });

  it('what is open, and what is past due', async () => {
    expect(await numbers('open=true')).toEqual(['4', '2', '1']);
    expect(await numbers('open=false')).toEqual(['3']);
    expect(await numbers('overdue=true')).toEqual(['1']);
    expect(await numbers('overdue=false&open=true')).toEqual(['4', '2']);
  });

  it('to a keeper those that the depot has to do with', async () => {
    expect(await numbers('open=true', 'shi.lei')).toEqual(['2']);
    expect(await numbers('', 'luo.weiye')).toEqual([]);
  });

  it('each with its parts, and the customer for those who see the case', async () => {
    const parts = [
      {
        partNumber: 'SP-11075',
        names: { en: 'Oil filter element', zh: '油过滤器滤芯' },
        quantity: 2,
      },
    ];
    const two = async (login: string) => {
      const by = await as(login);
      const { body } = await by.get<Page<{ number: string }>>('/v1/parts-orders?depot=north');
      const { body: whole } = await by.get<object>('/v1/parts-orders/PO-2026-000002');
      return [body.items[0], whole];
    };
    const customerName = '上海澜汀食品有限公司';
    expect(await two('gu.chengan')).toMatchObject([
      { parts, customerName },
      { parts, customerName },
    ]);
    expect(await two('shi.lei')).toMatchObject([
      { parts, customerName: null },
      { parts, customerName: null },
    ]);
  });

  it('as the work of each depot, with what is to be picked', async () => {
    const by = await as('zhou.huaijin');
    const work = async (depot: string) => {
      const { body } = await by.get<Page<{ kind: string; partsOrder: { number: string; parts: object[] } }>>(
        `/v1/tasks?scope=all&of=partsOrder&kind=ship-parts&depot=${depot}`,
      );
      return body.items.map(({ partsOrder }) => [partsOrder.number.slice(-1), partsOrder.parts]);
    };
    const parts = [{ partNumber: 'SP-11075', quantity: 2 }];
    expect(await work('north')).toMatchObject([['2', parts]]);
    expect(await work('east')).toMatchObject([['1', parts]]);
    expect(await work('suzhou')).toEqual([]);
  });

  it('in pages, each once, the cursor good for the same filters alone', async () => {
    const by = await as('gu.chengan');
    const pages = await by.all<{ number: string }>('/v1/parts-orders?limit=3');
    expect(pages.map((page) => page.length)).toEqual([3, 1]);
    const { body } = await by.get<Page<object>>('/v1/parts-orders?limit=1&open=true');
    const other = await by.get(`/v1/parts-orders?limit=1&cursor=${body.nextCursor ?? ''}`);
    expect([other.status, other.body.code]).toEqual([400, 'REQUEST.INVALID']);
  });

  it('refuses by the field what it does not know', async () => {
    const by = await as('gu.chengan');
    for (const [query, field] of [
      ['stage=lost', 'stage'],
      ['overdue=perhaps', 'overdue'],
      ['caseNumber=1', 'caseNumber'],
    ]) {
      const { status, body } = await by.get(`/v1/parts-orders?${query}`);
      expect([status, body.code, body.errors[0]?.field]).toEqual([400, 'REQUEST.INVALID', field]);
    }
  });
});
