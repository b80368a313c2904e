import { describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { withClient } from '../../../stack/database';
import { createDatabase, dropDatabase, type PostgresOptions, startPostgres } from '../../../stack/postgres';
import { anyFreePort } from '../../../stack/ports';
import { postgresBinaries } from '../../../stack/postgres-binaries';
import { launchAs, serverUser } from '../../../stack/postgres-user';
import { identify, isAlive, waitUntilGone } from '../../../stack/process-identity';
import { runFixture } from './fixture-process';
import { withTemporaryDir } from './temporary';

/** One value from the database. */
async function ask(url: string, sql: string): Promise<unknown> {
  return await withClient(url, async (client) => {
    const { rows } = await client.query<{ answer: unknown }>(sql);
    return rows[0]?.answer;
  });
}

const writeRow = (url: string) => ask(url, "CREATE TABLE kept AS SELECT '冰箱'::text AS answer");
const readRow = (url: string) => ask(url, 'SELECT answer FROM kept');

/** Starts PostgreSQL in `dir`, runs `use`, stops it. */
async function withPostgres(
  dir: string,
  use: (server: Awaited<ReturnType<typeof startPostgres>>, said: readonly string[]) => Promise<void>,
  changes: Partial<PostgresOptions> = {},
): Promise<void> {
  const said: string[] = [];
  const server = await startPostgres({ dataDir: dir, log: (line) => said.push(line), ...changes });
  try {
    await use(server, said);
  } finally {
    await server.stop();
  }
}

async function postmasterPid(dir: string): Promise<number> {
  return Number.parseInt(await readFile(join(dir, 'data', 'postmaster.pid'), 'utf8'), 10);
}

describe('PostgreSQL', () => {
  it('keeps its data over a stop, durable, on 127.0.0.1 alone and behind a password nobody else can read', async () => {
    await withTemporaryDir(async (dir) => {
      await withPostgres(dir, async ({ url }) => {
        await writeRow(url);
        expect(await ask(url, "SELECT current_setting('fsync') AS answer")).toBe('on');
        expect(await ask(url, "SELECT current_setting('max_connections') AS answer")).toBe('200');
        expect(await ask(url, "SELECT current_setting('listen_addresses') AS answer")).toBe('127.0.0.1');
        const wrong = new URL(url);
        wrong.password = 'guess';
        await expect(ask(wrong.href, 'SELECT 1 AS answer')).rejects.toThrow('password authentication failed');
      });
      expect((await stat(join(dir, 'password'))).mode & 0o777).toBe(0o600);
      await withPostgres(dir, async ({ url }, said) => {
        expect(await readRow(url)).toBe('冰箱');
        expect(said.filter((line) => line.includes(new URL(url).password))).toEqual([]);
      });
    });
  });

  it('knows the letters of every script, and sorts the same on every machine', async () => {
    await withTemporaryDir(async (dir) => {
      await withPostgres(
        dir,
        async ({ url }) => {
          expect(await ask(url, "SELECT lower('ÄÖ') || char_length('售后服务') AS answer")).toBe('äö4');
          expect(await ask(url, "SELECT '售后' ~ '^[[:alpha:]]+$' AS answer")).toBe(true);
          await ask(url, 'CREATE EXTENSION pg_trgm');
          expect(await ask(url, "SELECT cardinality(show_trgm('售后服务')) > 0 AS answer")).toBe(true);
          expect(await ask(url, "SELECT current_setting('fsync') AS answer")).toBe('off');
        },
        { durable: false },
      );
    });
  });

  it('makes databases, as copies too, and removes them while they are in use', async () => {
    await withTemporaryDir(async (dir) => {
      await withPostgres(
        dir,
        async ({ url }) => {
          const template = await createDatabase(url, 'template of "tests"');
          await writeRow(template);
          expect(await createDatabase(url, 'template of "tests"')).toBe(template);
          const copy = await createDatabase(url, 'copy', 'template of "tests"');
          expect(await readRow(copy)).toBe('冰箱');
          await withClient(template, async () => await dropDatabase(url, 'template of "tests"')).catch(
            (error: unknown) => expect(String(error)).toMatch(/terminat/),
          );
          await expect(readRow(template)).rejects.toThrow('does not exist');
        },
        { durable: false },
      );
    });
  });

  it('comes back by itself with every committed row when the postmaster is killed', async () => {
    await withTemporaryDir(async (dir) => {
      await withPostgres(dir, async (server, said) => {
        await writeRow(server.url);
        const first = server.pid;
        server.kill();
        while (!said.some((line) => line.startsWith('PostgreSQL is back'))) await sleep(20);
        expect(server.pid).not.toBe(first);
        expect(await readRow(server.url)).toBe('冰箱');
      });
    });
  });

  it('ends when the run that started it is killed, and the next run finds the data', async () => {
    await withTemporaryDir(async (dir) => {
      const run = runFixture('postgres-run', dir);
      const [, url = ''] = await run.line(/^url (.*)$/);
      await writeRow(url);
      const postmaster = await identify(await postmasterPid(dir));
      run.child.kill('SIGKILL');
      if (postmaster === undefined) throw new Error('no postmaster');
      expect(await waitUntilGone(postmaster, 20_000)).toBe(true);
      await withPostgres(dir, async (server) => expect(await readRow(server.url)).toBe('冰箱'));
    });
  });

  it('is stopped in order first when one from an earlier run still has the data', async () => {
    await withTemporaryDir(async (dir) => {
      await withPostgres(dir, async ({ url }) => {
        await writeRow(url);
      });
      const orphan = await startOrphan(dir);
      await withPostgres(dir, async (server, said) => {
        expect(await isAlive(orphan)).toBe(false);
        expect(said[0]).toBe(`stopping PostgreSQL (process ${orphan.pid}), left over from an earlier run`);
        expect(await readRow(server.url)).toBe('冰箱');
      });
    });
  });

  it('is not kept from starting by a postmaster.pid that now names another program', async () => {
    await withTemporaryDir(async (dir) => {
      await withPostgres(dir, async ({ url }) => {
        await writeRow(url);
      });
      await writeFile(
        join(dir, 'data', 'postmaster.pid'),
        `${process.pid}\n${dir}/data\n1\n5433\n\n127.0.0.1\n`,
      );
      await withPostgres(dir, async ({ url }) => expect(await readRow(url)).toBe('冰箱'));
    });
  });

  it('is not kept from starting by a server that has died and that its parent has not collected', async () => {
    await withTemporaryDir(async (dir) => {
      await withPostgres(dir, async ({ url }) => {
        await writeRow(url);
      });
      // The shell becomes a program that never collects the child it began with. PostgreSQL heeds processes of its own user alone.
      const user = await serverUser(join(dir, 'data'));
      const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60'], {
        stdio: ['ignore', 'pipe', 'ignore'],
        ...(user && { uid: user.uid, gid: user.gid }),
      });
      try {
        const [pid] = await once(parent.stdout, 'data');
        await writeFile(
          join(dir, 'data', 'postmaster.pid'),
          `${String(pid).trim()}\n${dir}/data\n1\n5433\n\n127.0.0.1\n`,
        );
        await withPostgres(dir, async ({ url }) => expect(await readRow(url)).toBe('冰箱'));
      } finally {
        parent.kill('SIGKILL');
      }
    });
  });

  it('begins anew when its first start was cut short', async () => {
    await withTemporaryDir(async (dir) => {
      await mkdir(join(dir, 'data.new', 'base'), { recursive: true });
      await writeFile(join(dir, 'password.new'), 'half');
      await withPostgres(dir, async ({ url }) => expect(await ask(url, 'SELECT 7 AS answer')).toBe(7));
      expect((await readdir(dir)).sort()).toEqual(['data', 'password']);
    });
  });

  it('starts below a directory that only its owner may enter', async () => {
    await withTemporaryDir(async (dir) => {
      // As root the server runs as another user, who may not pass through here.
      await mkdir(join(dir, 'home'), { mode: 0o700 });
      await withPostgres(join(dir, 'home', 'data'), async ({ url }) => {
        expect(await ask(url, 'SELECT 7 AS answer')).toBe(7);
      });
    });
  });
});

/** A server without a supervisor, on existing data. */
async function startOrphan(dir: string) {
  const binaries = await postgresBinaries();
  const user = await serverUser(join(dir, 'data'));
  const args = [
    '-D',
    join(dir, 'data'),
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    `port=${await anyFreePort()}`,
    '-c',
    'unix_socket_directories=',
  ];
  const {
    command,
    args: line,
    ...ids
  } = await launchAs(user, binaries.postgres, args, [join(dir, 'data'), binaries.root]);
  const child = spawn(command, [...line], { ...ids, stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  for await (const chunk of child.stderr) {
    if (String(chunk).includes('ready to accept connections')) break;
  }
  const identity = await identify(child.pid ?? 0);
  if (identity === undefined) throw new Error('the orphan did not start');
  return identity;
}
