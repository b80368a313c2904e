import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SYSTEM } from '../../domain/identity/actor';
import { aRegistration } from '../support/committed-case';
import { DAY_S } from '../support/policies';
import type { SkippingGround } from '../support/temporal';
import { realHarness, skippingHarness, type Harness } from '../support/workflow';
import { command, Errand, eventTypes, expectAgreement, note } from './errands';
import type { ErrandCommand } from './processes/errand';

const DAY_MS = DAY_S * 1000;
const MINUTE_MS = 60_000;
const plain = (type: 'reply' | 'pause' | 'resume' | 'finish') => command({ type, data: {} });
const ask = (data: Extract<ErrandCommand, { type: 'ask' }>['data'] = {}) => command({ type: 'ask', data });

/** A wait for a reply: 14 days, warned at 7 and 10.5, escalated at 15 and 21, lapsed at 35. */
const LADDER = [
  ['ClockWarned', 7],
  ['ClockWarned', 10.5],
  ['ClockBreached', 14],
  ['ClockEscalated', 15],
  ['ClockEscalated', 21],
  ['ClockExpired', 35],
] as const;

describe('a process whose worker was away', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await realHarness();
  });
  afterAll(() => harness.close());

  it('tells what fell due meanwhile before it decides what was asked meanwhile', async () => {
    const worker = await harness.startWorker();
    const errand = await Errand.begin(harness);
    const fixedDueAt = new Date(Date.now() + 3_000).toISOString();
    await errand.give(ask({ fixedDueAt }));
    await worker.stop();
    await sleep(Math.max(0, Date.parse(fixedDueAt) - Date.now()) + 100);
    const answer = errand.give(plain('reply'));
    // A replay of the whole history at every task.
    await harness.startWorker({ maxCachedWorkflows: 0 });
    await answer;
    await errand.give(note('afterwards'));
    const types = (await errand.stored()).map(({ type }) => type);
    expect(types.slice(-3)).toEqual(['ClockBreached', 'ClockMet', 'Noted']);
    const clock = await harness.database.processClock.findFirstOrThrow({ where: { processId: errand.id } });
    expect(clock.breachedAt?.toISOString()).toBe(fixedDueAt);
    await expectAgreement(harness, errand.id);
  });
});

describe('a process keeps its promises', () => {
  let harness: Harness<SkippingGround>;
  let errand: Errand;
  beforeAll(async () => {
    harness = await skippingHarness();
    // A replay of the whole history at every task.
    await harness.startWorker({ maxCachedWorkflows: 0 });
  });
  afterAll(() => harness.close());
  beforeEach(async () => {
    errand = await Errand.begin(harness);
  });

  /** Not before the timer is set: time that passes until then makes its step late. */
  const skip = async (days: number): Promise<void> => {
    await errand.atRest();
    await harness.ground.skip(days * DAY_MS);
  };
  const clockEvents = async () => (await errand.stored()).filter(({ type }) => type.startsWith('Clock'));
  /** When the clock was started, and each of its steps: days since then, at what time it was recorded. */
  const steps = async () => {
    const [started, ...rest] = await clockEvents();
    const begin = started?.at.getTime() ?? NaN;
    return rest.map(({ type, at, data }) => ({
      type,
      days: (at.getTime() - begin) / DAY_MS,
      data: Object(data),
    }));
  };
  const fired = async () => (await steps()).map(({ type, days }) => [type, Math.floor(days * 2) / 2]);

  it('an unanswered wait is warned of, broken, escalated and lapses, each step once and in time', async () => {
    await errand.give(ask());
    await skip(60);

    await errand.until(({ deadlines }) => deadlines.length === 0);
    expect(await fired()).toEqual(LADDER.map(([type, days]) => [type, days]));
    expect((await steps()).map(({ data }) => data)).toEqual(
      Array(6).fill(expect.objectContaining({ late: false })),
    );
    const sent = await harness.database.notification.findMany({
      where: { processId: errand.id },
      orderBy: { createdAt: 'asc' },
    });
    expect(sent.map(({ staffId }) => staffId)).toEqual(['director', 'manager']);
    await expectAgreement(harness, errand.id);
  });

  it('an answer ends the ladder', async () => {
    await errand.give(ask());
    await skip(8);
    await errand.give(plain('reply'));
    await skip(40);
    expect(await fired()).toEqual([
      ['ClockWarned', 7],
      ['ClockMet', 8],
    ]);
    await expectAgreement(harness, errand.id);
  });

  it('while it is paused there is no timer, and afterwards the rest of the time', async () => {
    await errand.give(ask());
    await skip(3);
    await errand.give(plain('pause'));
    await skip(1);
    const paused = eventTypes(await errand.history());
    await skip(100);

    expect(eventTypes(await errand.history())).toEqual(paused);
    expect(paused.filter((type) => type === 'TIMER_STARTED')).toHaveLength(1);
    expect(paused.filter((type) => type === 'TIMER_CANCELED')).toHaveLength(1);
    expect((await errand.inspect()).deadlines).toEqual([]);

    await errand.give(plain('resume'));
    await skip(5);
    expect(await fired()).toEqual([
      ['ClockPaused', 3],
      ['ClockResumed', 104],
      ['ClockWarned', 108],
    ]);
    await expectAgreement(harness, errand.id);
  });

  it('steps that fell due before the process could start fire once each, in order, marked late', async () => {
    // Registered while Temporal was away, started when it was back (design decision 4).
    const receivedAt = new Date((await harness.ground.now()) - 3 * DAY_MS).toISOString();
    const id = 'AS-2026-000001';
    const data = aRegistration(id, { receivedAt });
    await harness.start('serviceCase', {
      processId: id,
      first: { id: 'register', type: 'register', data, actor: SYSTEM },
    });
    errand = new Errand(harness, id);
    await errand.until(({ deadlines }) => deadlines[0]?.step.key === 'escalate:1');

    expect((await steps()).map(({ type, data: { late } }) => [type, late])).toEqual([
      ['ClockWarned', true],
      ['ClockBreached', true],
      ['ClockEscalated', true],
    ]);
    // The promise stays, whenever the step was noticed.
    const clock = await harness.database.processClock.findFirstOrThrow({ where: { processId: id } });
    expect(clock.breachedAt?.getTime()).toBe(Date.parse(receivedAt) + DAY_MS);
    await skip(5);
    expect((await steps()).map(({ type, data: { late } }) => [type, late]).at(-1)).toEqual([
      'ClockEscalated',
      false,
    ]);
    await expectAgreement(harness, id);
  });

  it('a promise moved away and back to its instant has a ladder of its own each time', async () => {
    const now = await harness.ground.now();
    const inDays = (days: number): string => new Date(now + days * DAY_MS).toISOString();
    const [early, later] = [inDays(10), inDays(20)];
    await errand.give(ask({ fixedDueAt: early }));
    await skip(6);
    await errand.give(command({ type: 'move', data: { fixedDueAt: later } }));
    await errand.give(command({ type: 'move', data: { fixedDueAt: early } }));
    await skip(2);
    expect((await clockEvents()).map(({ type }) => type)).toEqual([
      'ClockStarted',
      'ClockWarned',
      'ClockMoved',
      'ClockMoved',
      'ClockWarned',
      'ClockWarned',
    ]);
    await expectAgreement(harness, errand.id);
  });

  it('a policy that changes is followed from the start of the clock once the process is told to refresh', async () => {
    await errand.give(ask());
    await errand.give(note('something else'));
    await skip(2);
    const where = { id: 'reply' };
    await harness.database.clockPolicy.update({ where, data: { targetSeconds: 4 * DAY_S } });
    try {
      await errand.refresh();
      await errand.until(({ deadlines }) => deadlines[0]?.step.key === 'warn:0.75');
      await skip(1);
      expect(await fired()).toEqual([
        ['ClockWarned', 2],
        ['ClockWarned', 3],
      ]);
      const { nextStepAt, startedAt } = await harness.database.processClock.findFirstOrThrow({
        where: { processId: errand.id },
      });
      expect((nextStepAt?.getTime() ?? 0) - startedAt.getTime()).toBe(4 * DAY_MS);
    } finally {
      await harness.database.clockPolicy.update({ where, data: { targetSeconds: 14 * DAY_S } });
    }
  });

  it('a timer survives continue-as-new, and so does a pause', async () => {
    errand = await Errand.begin(harness, { updatesPerRun: 2 });
    for (const one of [ask(), note('one'), note('two'), plain('pause'), note('three')])
      await errand.give(one);
    await skip(30);
    for (const one of [plain('resume'), note('four'), note('five')]) await errand.give(one);
    await skip(8);
    expect(await fired()).toEqual([
      ['ClockPaused', 0],
      ['ClockResumed', 30],
      ['ClockWarned', 37],
    ]);
    await skip(MINUTE_MS / DAY_MS);
    await expectAgreement(harness, errand.id);
  });
});
