import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildApi } from '../../../api/app';
import type { Api } from '../../../api/context';
import { LoginFailures } from '../../../api/access/login-failures';
import { connectDatabase, type Database } from '../../../platform/database';
import { testApi, type TestApi } from '../../support/api';
import { createOrganisations, createStaff, PASSWORD } from './organisation';

const GUESSER = '198.51.100.9';
const ELSEWHERE = '198.51.100.10';

describe('failed logins are counted by all API processes together', () => {
  let first: TestApi;
  let second: Api;
  const opened: { readonly app: Api; readonly database: Database }[] = [];

  /** Another API process, as after a restart too: nothing is shared with the first but the database. */
  const another = async (): Promise<Api> => {
    const { config, logger, processes } = first;
    const database = connectDatabase(config.DATABASE_URL);
    const app = await buildApi({ config, logger, database, processes, databaseUrl: config.DATABASE_URL });
    opened.push({ app, database });
    await app.ready();
    return app;
  };

  beforeAll(async () => {
    first = await testApi();
    await createOrganisations(first.database);
    for (const login of ['li.wei', 'qian', 'sun', 'zhao', 'wu', 'zhou'])
      await createStaff(first.database, login, ['sales']);
    second = await another();
  });
  afterAll(async () => {
    for (const { app, database } of opened) {
      await app.close();
      await database.$disconnect();
    }
    await first.close();
  });

  const attempt = async (app: Api, login: string, password = 'guess', remoteAddress = GUESSER) => {
    const payload = { login, password };
    const { statusCode } = await app.inject({ method: 'POST', url: '/v1/login', payload, remoteAddress });
    return statusCode;
  };
  const inTurn = async (login: string, times: number): Promise<number[]> => {
    const codes: number[] = [];
    for (let n = 0; n < times; n += 1) codes.push(await attempt(n % 2 === 0 ? first.app : second, login));
    return codes;
  };
  const longAgo = (ago: string) =>
    first.database.$executeRawUnsafe(`UPDATE login_failure SET last_at = last_at - interval '${ago}'`);

  it('a guesser who goes from one to the other waits at both, and after a restart', async () => {
    expect(await inTurn('li.wei', 5)).toEqual([401, 401, 401, 401, 401]);
    const restarted = await another();
    // The first wait is one second: a busy machine needs longer to begin another API.
    await longAgo('-1 minute');
    for (const app of [first.app, second, restarted])
      expect(await attempt(app, 'li.wei', PASSWORD)).toBe(429);
  });

  it('the right person gets in from elsewhere, and is forgiven at both', async () => {
    await inTurn('qian', 5);
    expect(await attempt(second, 'qian', PASSWORD, ELSEWHERE)).toBe(200);
    await longAgo('1 hour');
    expect(await attempt(first.app, 'qian', PASSWORD)).toBe(200);
    expect(await inTurn('qian', 4)).toEqual([401, 401, 401, 401]);
    expect(await attempt(second, 'qian', PASSWORD)).toBe(200);
  });

  it('failures at the same instant are all counted', async () => {
    const databases = [first.database, ...opened.map(({ database }) => database)];
    await Promise.all(
      databases.flatMap((database) => {
        const failures = new LoginFailures(database);
        return Array.from({ length: 10 }, () => failures.add('203.0.113.1', 'sun'));
      }),
    );
    expect(databases).toHaveLength(3);
    expect(await new LoginFailures(first.database).of('203.0.113.1', 'sun')).toMatchObject({
      pair: { count: 30 },
      address: { count: 30 },
      login: { count: 30 },
    });
  });

  it('are forgotten after a day, and their rows with them', async () => {
    const failures = new LoginFailures(first.database);
    for (let n = 0; n < 3; n += 1) await failures.add('203.0.113.2', 'wu');
    await longAgo('25 hours');
    expect(await failures.add('203.0.113.2', 'wu')).toMatchObject({
      pair: { count: 1 },
      login: { count: 1 },
    });
    expect(await first.database.loginFailure.count()).toBe(3);
  });

  it('hold no address and no name', async () => {
    await new LoginFailures(first.database).add(GUESSER, 'zhou');
    const rows = await first.database.loginFailure.findMany();
    expect(rows.length).toBeGreaterThan(2);
    for (const { key } of rows) expect(key).toMatch(/^[\da-f]{64}$/);
  });
});
