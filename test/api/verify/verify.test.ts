import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connectDatabase, type Database } from '../../../platform/database';
import { formatDifference } from '../../../verify/difference';
import { manyCases, openCase } from '../../support/case-stories';
import { CommittedCase } from '../../support/committed-case';
import { testDatabase } from '../../support/database';
import { seedCompany } from '../../support/policies';
import { COMMAND_DAMAGES, EVENT_DAMAGES, HEAD_DAMAGES, READ_MODEL_DAMAGES, type Damage } from './damages';
import { NOTIFICATION_DAMAGES } from './notification-damages';
import { place, tamper, verifying } from './verifying';

let database: Database;
let created: Awaited<ReturnType<typeof testDatabase>>;
let cases = 0;

beforeAll(async () => {
  created = await testDatabase();
  database = connectDatabase(created.url);
  await seedCompany(database);
});

afterAll(async () => {
  await database.$disconnect();
  await created.drop();
});

const freshNumber = (): string => `AS-2026-${String((cases += 1)).padStart(6, '0')}`;

/** Plants one damage into a case of its own and gives what is found there. */
async function damaged(sql: string) {
  const { id } = await openCase(database, freshNumber());
  expect(await tamper(database, sql, id)).toBeGreaterThan(0);
  const { found } = await verifying(database, { processes: [id] });
  return { id, found };
}

async function finds({ sql, places }: Damage): Promise<void> {
  const { id, found } = await damaged(sql);
  expect(found.map(place)).toEqual(places.map((one) => one.replaceAll('#', id)));
  expect(found.map(({ processId }) => processId)).toEqual(places.map(() => id));
}

describe('cases that were committed as they should be', () => {
  it('have no differences, at any turn of their lives', async () => {
    await manyCases(database, 'AS-WHOLE');
    const processes = (await database.process.findMany({ where: { id: { startsWith: 'AS-WHOLE' } } })).map(
      ({ id }) => id,
    );
    const { found, counts } = await verifying(database, { processes });
    expect(found.map(formatDifference)).toEqual([]);
    expect(counts).toMatchObject({ processes: 7, differences: 0, unverified: 7 });
  });

  it('have none when their events fill several pages, and one far behind is found', async () => {
    const long = await CommittedCase.registered(database, freshNumber());
    for (let batch = 0; batch < 9; batch += 1)
      await long.give(
        ...Array.from(
          { length: 50 },
          (_, n) => ({ type: 'addNote', data: { text: `${batch}.${n}` } }) as const,
        ),
      );
    expect((await verifying(database, { processes: [long.id] })).found).toEqual([]);
    await tamper(
      database,
      `UPDATE process_event SET data = '{"text": "other"}' WHERE process_id = $1 AND seq = 431`,
      long.id,
    );
    const { found } = await verifying(database, { processes: [long.id] });
    expect(found.map(place)).toEqual(['seq 431 event.hash']);
  });
});

describe('a difference is found and named, and nothing else is', () => {
  it.each(EVENT_DAMAGES)('events: $name', finds);
  it.each(HEAD_DAMAGES)('the fold: $name', finds);
  it.each(COMMAND_DAMAGES)('commands: $name', finds);
  it.each(READ_MODEL_DAMAGES)('the read model: $name', finds);
  it.each(NOTIFICATION_DAMAGES)('the outbox: $name', finds);

  it('events: the last one is gone', async () => {
    const { found } = await damaged('DELETE FROM process_event WHERE process_id = $1 AND seq = 10');
    expect(found[0]).toMatchObject({ seq: 10, field: 'event', expected: 'a row', actual: 'none' });
    // The rows of the process are a version ahead of its events.
    expect(
      found
        .slice(1)
        .map(({ field }) => field)
        .every((field) => field.endsWith('.seq')),
    ).toBe(true);
  });

  it('events: the first ones are gone', async () => {
    const { found } = await damaged('DELETE FROM process_event WHERE process_id = $1 AND seq < 4');
    expect(found[0]).toMatchObject({ seq: 1, field: 'event', expected: 'rows 1 to 3', actual: 'none' });
  });

  it('is told with process, event, field and both values', async () => {
    const { id, found } = await damaged(
      `UPDATE process SET state = jsonb_set(state, '{priority}', '"low"') WHERE id = $1`,
    );
    expect(found.map(formatDifference)).toEqual([
      `${id} seq 10 field state.priority: expected "high", actual "low"`,
    ]);
  });

  it('a process that is asked for and not there is one', async () => {
    const { found, counts } = await verifying(database, { processes: ['AS-NONE'] });
    expect(found.map(formatDifference)).toEqual([
      'AS-NONE seq 0 field process: expected "a row", actual "none"',
    ]);
    expect(counts.processes).toBe(0);
  });

  it('a clock that no policy covers is one', async () => {
    const { id } = await openCase(database, freshNumber());
    await tamper(
      database,
      `UPDATE clock_policy SET clock = 'none' WHERE clock = 'resolution' AND $1 <> ''`,
      id,
    );
    const { found } = await verifying(database, { processes: [id] });
    await tamper(
      database,
      `UPDATE clock_policy SET clock = 'resolution' WHERE clock = 'none' AND $1 <> ''`,
      id,
    );
    expect(found.map(place)).toEqual(['seq 10 read model']);
  });
});
