import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from '@temporalio/client';
import { wallClock } from '../../../platform/wall-clock';
import { connectTemporal, dataConverter } from '../../../platform/temporal';
import { TemporalWorkflows } from '../../../verify/workflows';
import type { Problem, Reader } from '../../support/reading';
import { ANSWER, CLASSIFY, command, done, give, registered, type Done } from '../../support/requests';
import { startSystem, type TestSystem } from '../../support/system';
import { verifying } from '../verify/verifying';

const DISPATCHERS = 100;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

describe('an engineer’s time is promised once (design decision 9)', () => {
  let system: TestSystem;
  let clerk: Reader;
  let director: Reader;

  beforeAll(async () => {
    // A hundred concurrent commands on a busy machine need more time for their answers.
    system = await startSystem({ settings: { AFTERCARE_COMMAND_DEADLINE_MS: '60000' } });
    clerk = await system.as('lu.xinran');
    director = await system.as('gu.chengan');
  });
  afterAll(() => system.close());

  const base = Date.now() + 10 * DAY_MS;
  /** Hours of the tenth day from now. */
  const hours = (from: number, to: number) => ({
    from: new Date(base + from * HOUR_MS).toISOString(),
    to: new Date(base + to * HOUR_MS).toISOString(),
  });
  const dispatch = (engineerId: string, appointment: { from: string; to: string }) => ({
    type: 'dispatch' as const,
    data: { engineerId, appointment, outsideHours: true, parts: [] },
  });

  async function classified(): Promise<string> {
    const { caseNumber } = await registered(clerk);
    await done(clerk, caseNumber, ANSWER, CLASSIFY);
    return caseNumber;
  }
  const slotsOf = (engineerId: string) =>
    system.database.engineerSlot.findMany({ where: { engineerId }, orderBy: { from: 'asc' } });
  const refusalOf = async (caseNumber: string, given: Parameters<typeof command>[0]) => {
    const { status, body } = await give<Problem>(clerk, caseNumber, [command(given)]);
    return `${status} ${body.code}`;
  };

  it('of a hundred dispatchers who want one engineer for one morning, one gets them; the others are told, and their cases are as they were', async () => {
    const numbers: string[] = [];
    for (let at = 0; at < DISPATCHERS; at += 10)
      numbers.push(...(await Promise.all(Array.from({ length: 10 }, classified))));
    const before = await system.database.process.findMany({ where: { id: { in: numbers } } });
    const morning = hours(0, 4);

    const answers = await Promise.all(
      numbers.map(async (number) => ({
        number,
        ...(await give<Done & Problem>(clerk, number, [command(dispatch('stf-027', morning))])),
      })),
    );

    const won = answers.filter(({ status }) => status === 200);
    const lost = answers.filter(({ status }) => status !== 200);
    expect(won).toHaveLength(1);
    expect(new Set(lost.map(({ status, body }) => `${status} ${body.code}`))).toEqual(
      new Set(['409 ENGINEER.NOT_FREE']),
    );
    expect(lost).toHaveLength(DISPATCHERS - 1);
    for (const { body } of lost) {
      expect(body.detail).toContain('李巍');
      expect(body.detail).toContain(wallClock('Asia/Shanghai')(morning.from));
    }
    const winner = won[0]?.number ?? '';
    expect(await slotsOf('stf-027')).toMatchObject([
      { kind: 'visit', processId: winner, from: new Date(morning.from), to: new Date(morning.to) },
    ]);
    const dispatched = await system.database.serviceCase.findMany({ where: { engineerId: 'stf-027' } });
    expect(dispatched.map(({ number, stage }) => [number, stage])).toEqual([[winner, 'dispatched']]);
    const after = await system.database.process.findMany({ where: { id: { in: numbers } } });
    const stateOf = new Map(after.map((process) => [process.id, process]));
    for (const process of before.filter(({ id }) => id !== winner))
      expect(stateOf.get(process.id)).toEqual(process);
    await expectVerified();
  }, 400_000);

  it('who was refused is given the engineer under the same command id once they are free', async () => {
    const [first, second] = [await classified(), await classified()];
    const afternoon = hours(6, 8);
    await done(clerk, first, dispatch('stf-028', afternoon));
    const again = command(dispatch('stf-028', afternoon));
    expect(await give<Problem>(clerk, second, [again])).toMatchObject({
      status: 409,
      body: { code: 'ENGINEER.NOT_FREE' },
    });
    await done(director, first, { type: 'cancel', data: { reason: '客户自行修好' } });
    expect(await slotsOf('stf-028')).toEqual([]);
    expect(await give(clerk, second, [again])).toMatchObject({
      status: 200,
      body: { stage: 'dispatched', duplicate: false },
    });
    expect(await give(clerk, second, [again])).toMatchObject({ status: 200, body: { duplicate: true } });
    expect(await slotsOf('stf-028')).toMatchObject([{ processId: second }]);
  });

  it('a visit may begin where another ends; one instant less is too early, and a whole batch is refused with it', async () => {
    const [first, second, third] = [await classified(), await classified(), await classified()];
    await done(clerk, first, dispatch('stf-028', hours(10, 12)));
    const early = hours(12, 14);
    const overlapping = { ...early, from: new Date(Date.parse(early.from) - 1).toISOString() };
    expect(await refusalOf(second, dispatch('stf-028', overlapping))).toBe('409 ENGINEER.NOT_FREE');
    await done(clerk, second, dispatch('stf-028', early));
    const note = command({ type: 'addNote', data: { text: '客户催促' } });
    const batch = await give<Problem>(clerk, third, [note, command(dispatch('stf-028', hours(9, 13)))]);
    expect([batch.status, batch.body.code]).toEqual([409, 'ENGINEER.NOT_FREE']);
    const noted = { where: { processId: third, type: 'NoteAdded' } };
    expect(await system.database.processEvent.count(noted)).toBe(0);
    await done(clerk, third, dispatch('stf-028', hours(8, 10)));
    await expectVerified();
  });

  it('the engineer who is done before the hour is free again from then on', async () => {
    const [first, second] = [await classified(), await classified()];
    const whole = hours(20, 28);
    await done(clerk, first, dispatch('stf-027', whole));
    const work = { fault: '漏油', cause: '油封老化', work: '更换油封', verification: '运行正常' };
    await done(
      await system.as('li.wei'),
      first,
      { type: 'arrive', data: {} },
      { type: 'repair', data: work },
    );
    await done(clerk, second, dispatch('stf-027', whole));
    expect(await slotsOf('stf-027')).toMatchObject([{}, { processId: second }]);
  });

  it('a slot that its case does not claim, and a claim without its slot, are found by verify', async () => {
    const [first, second] = [await classified(), await classified()];
    await done(clerk, first, dispatch('stf-029', hours(0, 2)));
    await done(clerk, second, dispatch('stf-029', hours(2, 4)));
    await system.database.engineerSlot.updateMany({
      where: { processId: first },
      data: { processId: second },
    });
    const { found } = await verifying(system.database, { processes: [first, second] });
    expect(found.map(({ processId, field }) => [processId, field.replace(/\[.*\]/, '')]).sort()).toEqual(
      [
        [first, 'engineer_slot'],
        [second, 'engineer_slot'],
      ].sort(),
    );
    await system.database.engineerSlot.updateMany({
      where: { id: { startsWith: first } },
      data: { processId: first },
    });
    await expectVerified();
  });

  async function expectVerified(): Promise<void> {
    const connection = connectTemporal(system.config);
    try {
      const client = new Client({
        connection,
        namespace: system.config.TEMPORAL_NAMESPACE,
        dataConverter: dataConverter(system.config),
      });
      const { found, unverified } = await verifying(
        system.database,
        {},
        new TemporalWorkflows(client, 20_000),
      );
      expect({ found, unverified }).toEqual({ found: [], unverified: [] });
    } finally {
      await connection.close();
    }
  }
});
