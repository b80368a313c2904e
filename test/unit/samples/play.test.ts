import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Company } from '../../../cli/sample/company-shapes';
import type { Patience } from '../../../cli/sample/api-client';
import { playRequests, SampleRefusedError } from '../../../cli/sample/play-requests';
import { readCompany } from '../../../cli/sample/read-company';
import { readRequests, type SampleRequest } from '../../../cli/sample/request-shapes';
import { COMPANY, REQUESTS } from './files';
import { type Service, startService } from './service';

const ANCHOR = '2026-11-20T07:10:00.000Z';
const BRISK: Patience = { totalMs: 10_000, firstPauseMs: 1, longestPauseMs: 2 };

let company: Company;
let requests: readonly SampleRequest[];
let service: Service;

beforeAll(async () => {
  company = await readCompany(COMPANY);
  requests = await readRequests(REQUESTS);
});
afterEach(() => service.stop());

const play = (given = requests, patience = BRISK) =>
  playRequests({ baseUrl: service.url, password: 'any', requests: given, anchor: ANCHOR, patience });
const named = (key: string): SampleRequest => {
  const found = requests.find((sample) => sample.key === key);
  if (found === undefined) throw new Error(key);
  return found;
};

describe('playing the sample requests', () => {
  beforeEach(async () => {
    service = await startService(company, { now: ANCHOR });
  });

  it('changes nothing the second time', async () => {
    const first = await play();
    const cases = structuredClone([...service.cases]);
    const batches = service.batches.length;
    expect(await play()).toEqual(first);
    expect([...service.cases]).toEqual(cases);
    expect(service.batches).toHaveLength(batches);
  });

  it('numbers cases in the order in which their requests were received', async () => {
    await play();
    const received = [...service.cases.values()].map(({ registration }) => registration?.receivedAt ?? '');
    expect(received).toEqual(received.toSorted());
  });

  it('completes the file of a prospect before the case goes on with it', async () => {
    await play([named('walk-in-second-hand')]);
    expect([...service.cases.values()].map(({ customer, stage }) => [customer?.id, customer?.status, stage])).toEqual([
      ['prospect-sample-walk-in-second-hand', 'active', 'answered'],
    ]);
  });

  it('joins a request to the case of the other one, by its number', async () => {
    await play([named('castellan-vibration'), named('castellan-second-call')]);
    const target = service.caseNumbers.get('sample-castellan-vibration');
    expect([...service.cases.values()].find(({ stage }) => stage === 'joined')?.joinedInto).toBe(target);
  });

  it('tells a parts order what comes next as soon as it has come so far, and the case goes on with its parts', async () => {
    await service.stop();
    service = await startService(company, { now: ANCHOR, slowParts: 3 });
    const steps = { requests: 1, steps: named('food-dryer-frozen').story.length };
    expect(await play([named('food-dryer-frozen')])).toEqual(steps);
    expect([...service.orders.values()].map(({ stage }) => stage)).toEqual(['closed']);
    expect([...service.cases.values()].map(({ stage }) => stage)).toEqual(['reported']);
    const batches = service.orderBatches.length;
    expect(await play([named('food-dryer-frozen')])).toEqual(steps);
    expect(service.orderBatches).toHaveLength(batches);
  });

  it.each([
    ['at once where it never can be', 'guo.zhenbang', 1, /ship of parts order 1 by guo.zhenbang: 409 PARTS_ORDER.NOT_PERMITTED/],
    ['in the end where it could have been', 'luo.weiye', 1, /ship of parts order 1 by luo.weiye: 409 PARTS_ORDER.TOO_MANY/],
    ['in the end where there is no such order', 'luo.weiye', 2, /luo.weiye sees no parts order 2 of AS-2026-000001/],
  ])('tells what of a parts order was refused: %s', async (_when, as, nth, message) => {
    const sample = named('food-dryer-frozen');
    const ship = { type: 'ship' as const, data: { depot: 'hq', carrier: '德邦', items: [{ line: 1, quantity: 1 }] } };
    const story = [...sample.story.slice(0, 4), { as, hoursAgo: 1, partsOrder: { nth, commands: [ship] }, commands: [] }];
    await expect(play([{ ...sample, story }], { ...BRISK, totalMs: 50 })).rejects.toThrow(message);
  });

  it('tells at the end what was refused and why, having played the rest', async () => {
    const refused = named('printer-e07');
    const story = [{ as: 'guo.zhenbang', hoursAgo: 3.7, commands: [{ type: 'close' as const, data: {} }] }, ...refused.story];
    const playing = play([{ ...refused, story }, named('rolling-mill-vfd')]);
    await expect(playing).rejects.toThrow(SampleRefusedError);
    await expect(playing).rejects.toThrow(/printer-e07: close by guo.zhenbang: 409 CASE.WRONG_STAGE/);
    expect([...service.cases.values()].map(({ stage }) => stage).toSorted()).toEqual(['classified', 'registered']);
  });
});

describe('playing the sample requests against a service that is not ready', () => {
  it('goes on when the service answers', async () => {
    service = await startService(company, { now: ANCHOR, busyFor: 25 });
    expect(await play([named('printer-e07')])).toEqual({ requests: 1, steps: 1 });
  });

  it('gives up in the end, saying where it stood', async () => {
    service = await startService(company, { now: ANCHOR, busyFor: 1_000_000 });
    const playing = play([named('printer-e07')], { totalMs: 20, firstPauseMs: 5, longestPauseMs: 5 });
    await expect(playing).rejects.toThrow(/han.xueying cannot log in: 503 TEMPORAL.UNAVAILABLE/);
  });

  it('gives up where nobody answers at all', async () => {
    service = await startService(company, { now: ANCHOR });
    await service.stop();
    const playing = play([named('printer-e07')], { totalMs: 20, firstPauseMs: 5, longestPauseMs: 5 });
    await expect(playing).rejects.toThrow(/POST \/v1\/login: .*ECONNREFUSED/);
  });
});
