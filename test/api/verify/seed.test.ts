import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Sweeper } from '../../../worker/sweeper';
import { seed } from '../../../cli/seed/seed';
import { done } from '../../support/requests';
import { startSystem, type TestSystem } from '../../support/system';
import { verifying } from './verifying';

const CASES = 80;

let system: TestSystem;
beforeAll(async () => (system = await startSystem()));
afterAll(() => system.close());

it('fills a register that verification agrees with, and whose open cases go on', async () => {
  const { database, config } = system;
  const { open } = await seed(database, config.AFTERCARE_TIME_ZONE, { cases: CASES, months: 1, seed: 1 });
  const stages = await database.serviceCase.groupBy({ by: ['stage'], _count: true });
  const count = (...names: readonly string[]) =>
    stages.filter(({ stage }) => names.includes(stage)).reduce((sum, { _count }) => sum + _count, 0);
  expect(count('closed', 'cancelled')).toBe(CASES - open);
  expect(open).toBeGreaterThan(0);

  // The sweeper starts their workflows, which take in what is on record.
  await new Sweeper(system).sweep();
  expect(await database.processStart.count({ where: { startedAt: null } })).toBe(0);
  const director = await system.as('zhou.huaijin');
  const { body } = await director.get<{ items: { number: string }[] }>('/v1/cases?open=true&limit=1');
  const number = body.items[0]?.number ?? '';
  await done(director, number, { type: 'addNote', data: { text: '已电话确认。' } });

  const { found, counts } = await verifying(database);
  expect(found).toEqual([]);
  expect(counts.processes).toBe(CASES);
});

it('adds to what is there', async () => {
  const { database, config } = system;
  const asked = { cases: 5, months: 1, seed: 1 };
  await seed(database, config.AFTERCARE_TIME_ZONE, asked);
  expect(await database.serviceCase.count()).toBe(CASES + asked.cases);
  expect(await database.request.count()).toBe(CASES + asked.cases);
});
