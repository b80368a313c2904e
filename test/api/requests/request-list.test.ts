import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Static } from '@sinclair/typebox';
import type { RequestBrief } from '../../../api/requests/list-schema';
import { aRequest, registered, type Registered } from '../../support/requests';
import { startSystem, type TestSystem } from '../../support/system';

type Brief = Static<typeof RequestBrief>;

describe('the register of requests (R1)', () => {
  let system: TestSystem;
  let byPhone: Registered;
  let byLetter: Registered;
  let bySouth: Registered;

  beforeAll(async () => {
    system = await startSystem();
    const east = await system.as('lu.xinran');
    byPhone = await registered(east);
    byLetter = await registered(east, {
      channel: 'letter',
      sender: { kind: 'dealer', name: '苏州宏远机电', address: '苏州市吴中区吴中大道 18 号' },
    });
    bySouth = await registered(await system.as('huang.yongqi'), {
      ...aRequest(),
      sender: { kind: 'customer', name: '陈先生', phone: '139 2600 1234' },
    });
  });
  afterAll(() => system.close());

  it('is read in pages, the latest first, each request once', async () => {
    const headquarters = await system.as('zhou.huaijin');
    const pages = await headquarters.all<Brief>('/v1/requests?limit=2');
    expect(pages.map((page) => page.length)).toEqual([2, 1]);
    expect(pages.flat().map(({ number }) => number)).toEqual([
      bySouth.number,
      byLetter.number,
      byPhone.number,
    ]);
    expect(pages.flat()[2]).toMatchObject({ status: 'started', stage: 'registered', channel: 'phone' });
  });

  it('shows a centre its own region alone', async () => {
    const south = await system.as('huang.yongqi');
    const items = (await south.all<Brief>('/v1/requests?limit=10')).flat();
    expect(items.map(({ number }) => number)).toEqual([bySouth.number]);
  });

  it('is filtered by channel, sender, customer, status and time of receipt', async () => {
    const headquarters = await system.as('zhou.huaijin');
    const numbers = async (query: string): Promise<string[]> =>
      (await headquarters.all<Brief>(`/v1/requests?limit=10&${query}`)).flat().map(({ number }) => number);
    expect(await numbers('channel=letter')).toEqual([byLetter.number]);
    expect(await numbers('senderKind=dealer')).toEqual([byLetter.number]);
    expect(await numbers(`customerId=${byPhone.customer?.id ?? ''}`)).toEqual([byPhone.number]);
    expect(await numbers('status=registered')).toEqual([]);
    expect(await numbers('receivedTo=2020-01-01T00:00:00Z')).toEqual([]);
  });

  it('refuses a cursor of another list', async () => {
    const headquarters = await system.as('zhou.huaijin');
    const { body } = await headquarters.get<{ nextCursor: string }>('/v1/requests?limit=1');
    const answer = await headquarters.get(`/v1/requests?limit=1&channel=phone&cursor=${body.nextCursor}`);
    expect([answer.status, answer.body.code]).toEqual([400, 'REQUEST.INVALID']);
  });
});
