import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TaskView } from '../../../api/tasks/schema';
import type { TestApi } from '../../support/api';
import { aCase, type CaseBuilder } from '../../support/cases';
import { CommittedOrder } from '../../support/committed-order';
import { companyApi, reader, type Page, type Reader } from '../../support/reading';

const PICK = { quantity: 2 };

describe('R19, R20: tasks of parts orders', () => {
  let api: TestApi;
  let waiting: CaseBuilder;
  const who = (login: string): Promise<Reader> => reader(api.app, login);
  const tasks = async (login: string, query = 'of=partsOrder'): Promise<string[]> => {
    const { status, body } = await (await who(login)).get<Page<TaskView>>(`/v1/tasks?${query}`);
    expect({ status, query }).toEqual({ status: 200, query });
    return body.items.map(({ kind, partsOrder }) => `${kind} ${partsOrder?.number}`);
  };

  beforeAll(async () => {
    api = await companyApi();
    const { database } = api;
    waiting = await aCase(database).of('cus-0001').answered().classified().dispatched().commit();
    const of = { caseNumber: waiting.number };
    await (await CommittedOrder.of(database, 'PO-2026-000001', of)).held({ depot: 'east', ...PICK });
    await (await CommittedOrder.of(database, 'PO-2026-000002', of)).held({ depot: 'north', ...PICK });
    await (await CommittedOrder.of(database, 'PO-2026-000003', of)).held({ depot: 'suzhou', ...PICK });
    await (await CommittedOrder.of(database, 'PO-2026-000004', of)).outOfStock();
    const sent = await CommittedOrder.of(database, 'PO-2026-000005', of);
    await sent.held({ depot: 'east', ...PICK });
    const items = [{ line: 1, quantity: 2 }];
    await sent.give({ type: 'ship', data: { depot: 'east', carrier: '顺丰', items } });
  });
  afterAll(() => api.close());

  it('are those of the keeper whose depot holds the parts', async () => {
    expect(await tasks('wu.dachuan')).toEqual(['ship-parts PO-2026-000001']);
  });

  it('reach a depot of another region, which sees the order and not its case', async () => {
    const { body } = await (await who('shi.lei')).get<Page<TaskView>>('/v1/tasks');
    expect(body.items).toEqual([
      expect.objectContaining({
        kind: 'ship-parts',
        organisationId: 'north',
        clock: 'parts-delivery',
        dueAt: '2026-11-20T01:00:00.000Z',
        case: null,
        partsOrder: {
          number: 'PO-2026-000002',
          caseNumber: waiting.number,
          stage: 'reserved',
          consignee: '澜汀',
          partNumbers: ['SP-11075'],
          parts: [
            {
              partNumber: 'SP-11075',
              names: { en: 'Oil filter element', zh: '油过滤器滤芯' },
              quantity: 2,
            },
          ],
          neededBy: '2026-11-20T01:00:00.000Z',
        },
      }),
    ]);
  });

  it('of an outlet’s store are its engineers’', async () => {
    expect(await tasks('qian.junfeng')).toEqual(['ship-parts PO-2026-000003']);
    expect(await tasks('fang.yiming')).toEqual([]);
  });

  it('are purchasing’s where parts are bought, and the desk’s where a parcel is to be confirmed', async () => {
    expect(await tasks('gao.yanqiu')).toEqual(['buy-parts PO-2026-000004']);
    expect(await tasks('lu.xinran')).toEqual(['confirm-parts PO-2026-000005']);
  });

  it('are not seen where neither the case nor a depot is', async () => {
    expect(await tasks('luo.weiye', 'scope=all&of=partsOrder')).toEqual([]);
    expect((await tasks('gu.chengan', 'scope=all&of=partsOrder')).length).toBe(5);
  });

  it('carry their case where it is in sight, and are found by it', async () => {
    const clerk = await who('lu.xinran');
    const { body } = await clerk.get<Page<TaskView>>(
      `/v1/tasks?scope=all&kind=confirm-parts&caseNumber=${waiting.number}`,
    );
    expect(body.items).toMatchObject([
      { case: { number: waiting.number, stage: 'dispatched' }, partsOrder: { stage: 'shipped' } },
    ]);
    expect(await tasks('lu.xinran', `scope=all&of=case&caseNumber=${waiting.number}`)).toEqual([
      'arrive undefined',
    ]);
    expect(await tasks('lu.xinran', 'scope=all&caseNumber=AS-2026-000999')).toEqual([]);
  });

  it('come in pages with those of cases, each once', async () => {
    const clerk = await who('lu.xinran');
    const whole = (await clerk.all<TaskView>('/v1/tasks?scope=all&limit=100')).flat();
    const pages = await clerk.all<TaskView>('/v1/tasks?scope=all&limit=2');
    expect(pages.flat()).toEqual(whole);
    expect(whole.length).toBe(6);
  });

  it('refuse a process that there is not', async () => {
    const { status, body } = await (await who('lu.xinran')).get('/v1/tasks?of=complaint');
    expect([status, body.code, body.errors[0]?.field]).toEqual([400, 'REQUEST.INVALID', 'of']);
  });
});
