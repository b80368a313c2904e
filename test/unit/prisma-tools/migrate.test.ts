import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { applyMigrations, markRolledBack, MigrationError } from '../../../prisma/tools/migrate';
import { withClient } from '../../../stack/database';
import { rowsOf, startWorld } from './given';

let world: Awaited<ReturnType<typeof startWorld>>;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const tableAndTrigger = `CREATE TABLE ledger (id int PRIMARY KEY);
CREATE FUNCTION frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'append only; always';
END $$;
CREATE TRIGGER ledger_frozen BEFORE DELETE ON ledger FOR EACH ROW EXECUTE FUNCTION frozen();
`;
const first = '20260101000000_ledger';
const second = '20260102000000_amount';
const twoMigrations = {
  'migration_lock.toml': 'provider = "postgresql"\n',
  [`${first}/migration.sql`]: tableAndTrigger,
  [`${second}/migration.sql`]: 'ALTER TABLE ledger ADD COLUMN amount int;\n',
};
const silent = () => undefined;

describe('migrating an empty database', () => {
  it('applies every migration in order, whole function bodies too, and records them as Prisma does', async () => {
    const databaseUrl = await world.newDatabase();
    const directory = await world.folder(twoMigrations);
    const said: string[] = [];

    const { applied } = await applyMigrations({ databaseUrl, directory, log: (line) => said.push(line) });

    expect(applied).toEqual([first, second]);
    expect(said).toEqual([`Applied migration ${first}`, `Applied migration ${second}`]);
    await rowsOf(databaseUrl, 'INSERT INTO ledger VALUES (1, 5)');
    await expect(rowsOf(databaseUrl, 'DELETE FROM ledger')).rejects.toThrow('append only; always');
    const record =
      'SELECT migration_name, applied_steps_count, finished_at IS NOT NULL FROM _prisma_migrations ORDER BY 1';
    expect(await rowsOf(databaseUrl, record)).toEqual([
      [first, 1, true],
      [second, 1, true],
    ]);
  });

  it('applies nothing the second time', async () => {
    const databaseUrl = await world.newDatabase();
    const directory = await world.folder(twoMigrations);
    await applyMigrations({ databaseUrl, directory, log: silent });

    expect(await applyMigrations({ databaseUrl, directory, log: silent })).toEqual({ applied: [] });
  });
});

describe('several processes that start at once', () => {
  it('applies each migration once', async () => {
    const databaseUrl = await world.newDatabase();
    const directory = await world.folder(twoMigrations);

    const results = await Promise.all(
      [1, 2, 3].map(() => applyMigrations({ databaseUrl, directory, log: silent })),
    );

    expect(results.flatMap(({ applied }) => applied).sort()).toEqual([first, second]);
  });

  it('says that it waits while another holds the lock, and goes on after it', async () => {
    const databaseUrl = await world.newDatabase();
    const directory = await world.folder(twoMigrations);
    const said: string[] = [];
    const waiting = await withClient(databaseUrl, async (client) => {
      await client.query('SELECT pg_advisory_lock(72707369)');
      return new Promise<{ done: ReturnType<typeof applyMigrations> }>((resolve) => {
        const done = applyMigrations({
          databaseUrl,
          directory,
          log: (line) => {
            said.push(line);
            resolve({ done });
          },
        });
      });
    });

    expect(await waiting.done).toEqual({ applied: [first, second] });
    expect(said[0]).toBe('Another process is migrating this database: waiting for it');
  });
});

describe('a migration that fails', () => {
  const broken = {
    ...twoMigrations,
    [`${second}/migration.sql`]: 'CREATE TABLE half (id int);\nSELECT 1 / 0;\n',
  };

  it('names the migration and the reason, keeps the ones before it and leaves nothing of its own', async () => {
    const databaseUrl = await world.newDatabase();
    const directory = await world.folder(broken);

    const failure: unknown = await applyMigrations({ databaseUrl, directory, log: silent }).catch(
      (error: unknown) => error,
    );

    expect(failure).toBeInstanceOf(MigrationError);
    expect(failure).toMatchObject({
      migration: second,
      message: expect.stringMatching(/20260102000000_amount failed: [^]*division by zero/),
    });
    expect(await rowsOf(databaseUrl, "SELECT to_regclass('ledger')::text, to_regclass('half')")).toEqual([
      ['ledger', null],
    ]);
  });

  it('stays refused until it is marked as rolled back, then is applied as corrected', async () => {
    const databaseUrl = await world.newDatabase();
    const directory = await world.folder(broken);
    const migrate = () => applyMigrations({ databaseUrl, directory, log: silent });
    await expect(migrate()).rejects.toThrow(second);
    await writeFile(join(directory, second, 'migration.sql'), 'CREATE TABLE half (id int);\n');

    await expect(migrate()).rejects.toThrow(`--rolled-back ${second}`);
    await markRolledBack(databaseUrl, second);

    expect(await migrate()).toEqual({ applied: [second] });
  });
});

describe('what stops a migration before it starts', () => {
  it('says which database is not there', async () => {
    const databaseUrl = new URL('/nowhere', world.adminUrl).href;
    const directory = await world.folder(twoMigrations);

    await expect(applyMigrations({ databaseUrl, directory, log: silent })).rejects.toThrow(
      /`nowhere` does not exist/,
    );
  });

  it('says which migration has no file', async () => {
    const directory = await world.folder({ '20260101000000_empty/notes.txt': '' });

    await expect(applyMigrations({ databaseUrl: world.adminUrl, directory, log: silent })).rejects.toThrow(
      'Migration 20260101000000_empty has no migration.sql',
    );
  });
});
