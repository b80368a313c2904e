import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Fastify from 'fastify';
import { BuiltInTokens } from '../../../api/access/built-in';
import { STAFF_CACHE_MS, StaffDirectory } from '../../../api/access/staff-directory';
import identity from '../../../api/access/plugin';
import openapi from '../../../api/http/plugins/openapi';
import problems from '../../../api/http/plugins/problems';
import { connectDatabase, type Database } from '../../../platform/database';
import { createLogger } from '../../../platform/logger';
import { testDatabase } from '../../support/database';
import { LOGIN_SECRET, testConfig } from '../../support/settings';
import { createOrganisations, createStaff } from './organisation';

describe('the identity plugin', () => {
  let database: Database;
  let url: string;
  let drop: () => Promise<void>;
  const written: string[] = [];
  const logger = createLogger('api', 'info', { write: (line) => written.push(line) });
  const newApp = () => Fastify({ loggerInstance: logger });
  type App = ReturnType<typeof newApp>;

  beforeAll(async () => {
    const created = await testDatabase();
    url = created.url;
    drop = () => created.drop();
    database = connectDatabase(url);
    await createOrganisations(database);
    await createStaff(database, 'manager', ['hq-service-manager']);
  });

  afterAll(async () => {
    await database.$disconnect();
    await drop();
  });

  async function withApp(build: (app: App) => void, use: (app: App) => Promise<void>, settings = {}) {
    const app = newApp();
    await app.register(problems, { config: testConfig(url, settings) });
    await app.register(identity, { config: testConfig(url, settings), database, logger });
    await app.register(openapi);
    build(app);
    await app.ready();
    await use(app);
    await app.close();
  }

  const token = async (): Promise<string> =>
    (await new BuiltInTokens(LOGIN_SECRET).issue('manager', new Date())).token;

  it('does not start with a route that names no permission, and names the route', async () => {
    const app = Fastify();
    await app.register(problems, { config: testConfig(url) });
    await app.register(identity, { config: testConfig(url), database, logger });
    expect(() => app.get('/v1/open-by-mistake', () => 'all of it')).toThrow(
      /GET \/v1\/open-by-mistake names no config.permission/,
    );
    await app.close();
  });

  it("opens the documentation's own pages and no others beside them", async () => {
    await withApp(
      (app) => {
        expect(() => app.get('/docs-of-customers', { schema: { hide: true } }, () => '')).toThrow(/names no/);
        expect(() => app.get('/docs/visible', () => '')).toThrow(/names no/);
      },
      async (app) => {
        expect((await app.inject({ url: '/docs/json' })).statusCode).toBe(200);
        expect((await app.inject({ url: '/docs/static/index.html' })).statusCode).toBeLessThan(400);
      },
    );
  });

  it('keeps a route shut that was there before the plugin and names no permission', async () => {
    const app = Fastify();
    app.get('/earlier', () => 'all of it');
    await app.register(problems, { config: testConfig(url) });
    await app.register(identity, { config: testConfig(url), database, logger });
    const response = await app.inject({ url: '/earlier' });
    expect(response.statusCode).toBe(500);
    expect(response.body).not.toContain('all of it');
    await app.close();
  });

  it('puts who calls in the log by id and roles, never by name', async () => {
    written.length = 0;
    await withApp(
      (app) =>
        app.get('/v1/logged', { config: { permission: 'task.read' } }, (request, reply) => {
          request.log.info('from the request');
          reply.log.info('from the reply');
          return request.principal.actor.name;
        }),
      async (app) => {
        const authorization = `Bearer ${await token()}`;
        expect((await app.inject({ url: '/v1/logged', headers: { authorization } })).body).toBe(
          'manager 的姓名',
        );
      },
    );
    const lines = written.filter((line) => line.includes('from the re'));
    expect(lines).toHaveLength(2);
    for (const line of lines)
      expect(JSON.parse(line)).toMatchObject({ staffId: 'manager', roles: ['hq-service-manager'] });
    expect(written.join('')).not.toMatch(/姓名|Name of|Bearer|eyJ/);
  });

  it('lets nobody in, and says so, where no way to log in is set', async () => {
    written.length = 0;
    await withApp(
      (app) => app.get('/v1/any', { config: { permission: 'task.read' } }, () => 'in'),
      async (app) => {
        const authorization = `Bearer ${await token()}`;
        expect((await app.inject({ url: '/v1/any', headers: { authorization } })).statusCode).toBe(401);
      },
      { AFTERCARE_LOGIN_SECRET: '' },
    );
    expect(written.join('')).toContain('no login is configured');
  });

  it('has whoever is deactivated or given other roles so within the time that staff are kept', async () => {
    let nowMs = 0;
    const directory = new StaffDirectory(database, () => nowMs);
    await createStaff(database, 'leaver', ['sales']);
    const find = () => directory.find({ kind: 'id', id: 'leaver' });
    expect((await find())?.roles).toEqual(['sales']);
    await database.staff.update({ where: { id: 'leaver' }, data: { roles: ['finance'] } });
    nowMs = STAFF_CACHE_MS - 1;
    expect((await find())?.roles).toEqual(['sales']);
    nowMs = STAFF_CACHE_MS;
    expect((await find())?.roles).toEqual(['finance']);
    await database.staff.update({ where: { id: 'leaver' }, data: { active: false } });
    nowMs = 2 * STAFF_CACHE_MS;
    expect(await find()).toBeUndefined();
    await database.staff.update({ where: { id: 'leaver' }, data: { active: true } });
    expect(await find()).toBeDefined();
    expect(STAFF_CACHE_MS).toBeLessThan(5_000);
  });
});
