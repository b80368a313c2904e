import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { setImmediate as turn } from 'node:timers/promises';
import { closeDatabase, connectDatabase, query, type Database } from '../../../platform/database';
import { withClient } from '../../../stack/database';
import { testDatabase } from '../../support/database';

const CUTS = 60;
const CUT =
  'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()';

let url: string;
let drop: () => Promise<void>;
let database: Database;

beforeAll(async () => {
  const created = await testDatabase();
  url = created.url;
  drop = () => created.drop();
  database = connectDatabase(url);
});
afterAll(async () => {
  await database.$disconnect();
  await drop();
});

it('A connection that is cut while a transaction holds it, between two statements too, ends the transaction and nothing else', async () => {
  let isOver = false;
  const outcomes = { done: 0, failed: 0 };
  const worker = async (): Promise<void> => {
    while (!isOver) {
      try {
        await database.$transaction(async (tx) => {
          await tx.$queryRaw`SELECT 1`;
          await turn();
          await tx.$queryRaw`SELECT 2`;
        });
        outcomes.done += 1;
      } catch {
        outcomes.failed += 1;
      }
    }
  };
  const workers = Array.from({ length: 8 }, worker);
  await withClient(url, async (client) => {
    for (let cut = 0; cut < CUTS; cut += 1) {
      const seen = outcomes.done;
      while (outcomes.done === seen) await turn();
      await client.query(CUT);
    }
  });
  isOver = true;
  await Promise.all(workers);
  expect(outcomes.failed).toBeGreaterThan(0);
  expect(await database.$queryRaw`SELECT 1 AS one`).toEqual([{ one: 1 }]);
});

it('A connection that is cut while it is idle, where nothing has gone through Prisma yet, ends nothing: another is opened', async () => {
  const own = connectDatabase(url);
  const backend = async (): Promise<number | undefined> =>
    (await query<{ pid: number }>(own, 'SELECT pg_backend_pid() AS pid', [])).rows[0]?.pid;
  const first = await backend();
  let next: number | undefined;
  await withClient(url, async (client) => {
    await client.query(CUT);
    while (next === undefined) next = await backend().catch(() => undefined);
    expect(next).not.toBe(first);
  });
  await closeDatabase(own);
  await expect(backend()).rejects.toThrow('after calling end');
});
