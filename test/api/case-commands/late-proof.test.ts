import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Static } from '@sinclair/typebox';
import type { CaseDetail } from '../../../api/cases/detail-schema';
import type { Timeline } from '../../../api/cases/timeline-entry-schema';
import type { PromiseList } from '../../../api/promises/schema';
import type { Problem, Reader } from '../../support/reading';
import { ANSWER, CLASSIFY, command, done, registered } from '../../support/requests';
import { eventually, newKey, startSystem, type TestSystem } from '../../support/system';

const HOUR_MS = 3_600_000;
const hoursAgo = (hours: number): string => new Date(Date.now() - hours * HOUR_MS).toISOString();
const answeredAt = (occurredAt: string) => ({ ...command(ANSWER), occurredAt });

describe('a promise never becomes kept by accident (R4, R37)', () => {
  let system: TestSystem;
  let clerk: Reader;
  let director: Reader;
  let manager: Reader;

  beforeAll(async () => {
    system = await startSystem();
    clerk = await system.as('lu.xinran');
    director = await system.as('gu.chengan');
    manager = await system.as('zhou.huaijin');
  });
  afterAll(() => system.close());

  const caseOf = async (number: string) => (await manager.get<CaseDetail>(`/v1/cases/${number}`)).body;
  const clockOf = async (number: string, name: string) =>
    (await caseOf(number)).clocks.find((clock) => clock.name === name);
  const timeline = async (number: string) =>
    (await manager.get<Static<typeof Timeline>>(`/v1/cases/${number}/timeline?limit=200`)).body.items;
  const isListed = async (number: string, breached: boolean) =>
    (await manager.all<{ number: string }>(`/v1/cases?breached=${String(breached)}&limit=100`))
      .flat()
      .some((one) => one.number === number);
  /** Received so long ago and entered now: overdue for an answer. */
  const overdue = async (hours: number) => {
    const receivedAt = hoursAgo(hours);
    const { caseNumber } = await registered(clerk, { receivedAt, channel: 'letter' });
    await eventually(
      () => timeline(caseNumber),
      (items) => items.some(({ type }) => type === 'ClockBreached'),
    );
    return { caseNumber, receivedAt };
  };
  const send = <T>(by: Reader, number: string, one: object) =>
    by.send<T>('POST', `/v1/cases/${number}/commands`, { 'Idempotency-Key': newKey() }, { commands: [one] });

  it('an answer entered late is seen as a breach and its correction, and counted apart', async () => {
    const { caseNumber, receivedAt } = await overdue(26);
    expect(await clockOf(caseNumber, 'answer')).toMatchObject({ state: 'breached' });
    const from = receivedAt;
    const to = new Date(Date.parse(receivedAt) + 1).toISOString();
    const figure = async () =>
      (await manager.get<Static<typeof PromiseList>>(`/v1/promises?from=${from}&to=${to}`)).body.items.find(
        ({ key }) => key === 'answer',
      );
    expect(await figure()).toMatchObject({ kept: 0, keptEnteredLate: 0, breached: 1 });

    const before = new Date().toISOString();
    expect(await send(clerk, caseNumber, answeredAt(hoursAgo(20)))).toMatchObject({ status: 200 });

    const clock = await clockOf(caseNumber, 'answer');
    expect(clock).toMatchObject({ state: 'met', breachedAt: null, earlierBreaches: [] });
    expect(clock?.enteredLateAt ?? '').toMatch(/^\d/);
    const items = await timeline(caseNumber);
    const types = items.map(({ type }) => type);
    expect(types.slice(types.indexOf('ClockBreached'))).toEqual(
      expect.arrayContaining(['ClockBreached', 'RequestAnswered', 'ClockMet', 'ClockCorrected']),
    );
    // The text went out when it was typed, whatever is said of the answer.
    const answer = items.find(({ type }) => type === 'RequestAnswered');
    expect(String(answer?.data['sentAt']) >= before).toBe(true);
    expect(await figure()).toMatchObject({ kept: 0, keptEnteredLate: 1, breached: 0, percent: 100 });
    const behind = await manager.get<{ items: { number: string }[] }>(
      `/v1/promises/answer/cases?from=${from}&to=${to}&standing=kept-entered-late`,
    );
    expect(behind.body.items.map(({ number }) => number)).toEqual([caseNumber]);
  });

  it('from further back than the policy says, a supervisor enters it', async () => {
    const { caseNumber } = await overdue(60);
    const one = answeredAt(hoursAgo(40));
    const refused = await send<Problem>(clerk, caseNumber, one);
    expect(refused).toMatchObject({ status: 403, body: { code: 'COMMAND.PROOF_TOO_LATE' } });
    expect(refused.body.detail).toContain('24');
    expect(await send(director, caseNumber, { ...one, id: newKey() })).toMatchObject({ status: 200 });
    expect(await clockOf(caseNumber, 'answer')).toMatchObject({ state: 'met' });
  });

  it('a request entered late says when it was received and when it was entered, not that the system was away', async () => {
    const { caseNumber } = await overdue(30);
    const rows = await eventually(
      () =>
        system.database.notification.findMany({
          where: { processId: caseNumber, template: 'clock-breached' },
        }),
      (found) => found.length > 0,
    );
    expect(rows.map(({ params }) => params)).toEqual(
      rows.map(() =>
        expect.objectContaining({
          late: { receivedAt: expect.any(String), enteredAt: expect.any(String) },
        }),
      ),
    );
  });

  it('neither another priority, a pause of yesterday nor a moved appointment mends what was broken', async () => {
    const { caseNumber } = await overdue(26);
    const { breachedAt } = (await clockOf(caseNumber, 'answer')) ?? {};
    await done(director, caseNumber, { type: 'changePriority', data: { priority: 'low', reason: '不急' } });
    const pause = { ...command({ type: 'pause', data: { reason: '客户出差' } }), occurredAt: hoursAgo(25) };
    expect(await send(clerk, caseNumber, pause)).toMatchObject({ status: 200 });
    expect(await clockOf(caseNumber, 'answer')).toMatchObject({ state: 'breached', breachedAt });
    await done(clerk, caseNumber, { type: 'resume', data: {} }, ANSWER, CLASSIFY);
    expect(await clockOf(caseNumber, 'answer')).toMatchObject({ state: 'breached', breachedAt });

    const to = new Date(Date.now() + 3_000).toISOString();
    const appointment = { from: new Date().toISOString(), to };
    await done(clerk, caseNumber, {
      type: 'dispatch',
      data: { engineerId: 'stf-027', appointment, outsideHours: true, parts: [] },
    });
    await eventually(
      () => clockOf(caseNumber, 'arrival'),
      (clock) => clock?.breachedAt === to,
    );
    const later = { from: hoursAgo(-24), to: hoursAgo(-26) };
    const consent = { by: 'customer', how: 'phone', at: new Date().toISOString() } as const;
    await done(clerk, caseNumber, {
      type: 'moveAppointment',
      data: { appointment: later, consent, outsideHours: true },
    });
    expect(await clockOf(caseNumber, 'arrival')).toMatchObject({
      state: 'breached',
      breachedAt: to,
      dueAt: later.to,
      earlierBreaches: [{ dueAt: to, metAt: null }],
    });
    const { breached, visits } = await caseOf(caseNumber);
    expect({ breached, visits }).toMatchObject({ breached: true, visits: [{ breachedAt: to }] });
    expect([await isListed(caseNumber, true), await isListed(caseNumber, false)]).toEqual([true, false]);
  });
});
