import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Static } from '@sinclair/typebox';
import { CHANNELS, type Channel } from '../../../domain/case/terms';
import { SENDER_KINDS } from '../../../domain/case/facts';
import type { Prisma } from '../../../platform/database';
import type { PromiseList } from '../../../api/promises/schema';
import type { Reader } from '../../support/reading';
import { aRequest, LANTING, sendAndStart } from '../../support/requests';
import { startSystem, type TestSystem } from '../../support/system';

const PAIRS = CHANNELS.flatMap((channel) => SENDER_KINDS.map((kind) => ({ channel, kind })));
const DAY_MS = 86_400_000;

describe('R1, R4: one register for every channel and every kind of sender', () => {
  let system: TestSystem;
  let clerk: Reader;

  beforeAll(async () => {
    system = await startSystem();
    clerk = await system.as('lu.xinran');
  });
  afterAll(() => system.close());

  it.each(PAIRS)('takes in $channel from a $kind, and its case runs', async ({ channel, kind }) => {
    const sender = { kind, name: '邵文娟', phone: LANTING.phone };
    const { status, body, headers } = await sendAndStart(clerk, aRequest({ channel, sender }));
    expect(status).toBe(201);
    expect(headers['location']).toBe(`/v1/requests/${body.number}`);
    expect(body).toMatchObject({
      status: 'started',
      customer: { id: LANTING.id, status: 'active' },
      candidates: [],
    });
    const register = await clerk.get<object>(`/v1/requests/${body.number}`);
    expect(register.body).toMatchObject({
      channel,
      sender: { kind, name: '邵文娟', phone: LANTING.phone },
      text: aRequest().text,
      caseNumber: body.caseNumber,
      customerId: LANTING.id,
      regionId: 'east',
      registeredBy: 'stf-010',
    });
    const row = await system.database.serviceCase.findUniqueOrThrow({ where: { number: body.caseNumber } });
    expect(row).toMatchObject({ stage: 'registered', channel, requestNumber: body.number });
  });

  it('promises the answer for exactly 24 hours after receipt, whatever the channel', async () => {
    const clocks = await system.database.processClock.findMany({ where: { name: 'answer' } });
    const requests = await system.database.request.findMany();
    const received = new Map(
      requests.map(({ caseNumber, receivedAt }) => [caseNumber, receivedAt.getTime()]),
    );
    expect(clocks).toHaveLength(PAIRS.length);
    for (const { processId, startedAt, dueAt } of clocks) {
      expect(startedAt.getTime()).toBe(received.get(processId));
      expect(dueAt?.getTime()).toBe(startedAt.getTime() + DAY_MS);
    }
  });

  it('measures the hotline by the calls within its published hours, and by those alone (R37)', async () => {
    const director = await system.as('gu.chengan');
    const calendar = { code: 'hotline' };
    const hours = (definition: Prisma.InputJsonValue) =>
      system.database.calendar.updateMany({ where: calendar, data: { definition } });
    const published = await system.database.calendar.findFirstOrThrow({ where: calendar });
    const received = (receivedAt: string, channel: Channel = 'phone') =>
      sendAndStart(clerk, aRequest({ channel, receivedAt }));
    // Written down a day late; in the night; no call at all; taken at once.
    await received('2026-11-20T10:00:00+08:00');
    await received('2026-11-20T21:00:00+08:00');
    await received('2026-11-20T10:00:00+08:00', 'email');
    await hours('24x7');
    await received(new Date(Date.now() - 60_000).toISOString());
    await hours(published.definition ?? {});
    const { body } = await director.get<Static<typeof PromiseList>>('/v1/promises?from=2026-11-20T00:00:00Z');
    const now = await system.database.request.count({ where: { inHotlineHours: true } });
    expect(body.items.find(({ key }) => key === 'hotline')).toMatchObject({ breached: 1, kept: now - 1 });
    const late = await director.get<{ items: readonly { receivedAt: string }[] }>(
      '/v1/promises/hotline/cases?standing=breached',
    );
    expect(late.body.items.map(({ receivedAt }) => receivedAt)).toEqual(['2026-11-20T02:00:00.000Z']);
  });

  it('answers a letter without telephone or e-mail by its address', async () => {
    const sender = { kind: 'customer', name: '李敬安', address: '浙江省嘉兴市南湖区勤俭路 12 号' } as const;
    const { status, body } = await sendAndStart(clerk, aRequest({ channel: 'letter', sender }));
    expect(status).toBe(201);
    expect(body.customer).toMatchObject({ status: 'prospect', name: '李敬安' });
  });
});
