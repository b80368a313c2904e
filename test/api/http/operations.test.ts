import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildApi } from '../../../api/app';
import { connectDatabase } from '../../../platform/database';
import { testApi, type TestApi } from '../../support/api';
import { aCase } from '../../support/cases';
import { companyApi, reader } from '../../support/reading';

/** A port that nothing listens on. */
const NOWHERE = '127.0.0.1:1';

describe('For whoever runs the service', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await companyApi();
  });
  afterAll(() => api.close());

  it('says that it lives', async () => {
    const response = await api.app.inject({ url: '/healthz' });
    expect([response.statusCode, response.json()]).toEqual([200, { status: 'ok' }]);
  });

  it('is ready while PostgreSQL and Temporal answer', async () => {
    const response = await api.app.inject({ url: '/readyz' });
    expect(response.json()).toEqual({ status: 'ready', parts: { postgresql: 'ok', temporal: 'ok' } });
    expect(response.statusCode).toBe(200);
  });

  it('measures requests by route, never by path, and tells of nobody', async () => {
    const it = await aCase(api.database).of('cus-0001').commit();
    const clerk = await reader(api.app, 'lu.xinran');
    await clerk.get(`/v1/cases/${it.number}`);
    await clerk.get('/v1/nothing/here');
    const response = await api.app.inject({ url: '/metrics' });
    expect(response.headers['content-type']).toContain('text/plain');
    expect(response.body).toContain(
      'aftercare_http_request_duration_seconds_count{route="/v1/cases/:number",method="GET",status="200"} 1',
    );
    expect(response.body).toContain('route="none",method="GET",status="404"');
    expect(response.body).toContain('aftercare_cases{stage="registered"} 1');
    expect(response.body).toContain('aftercare_event_streams 0');
    expect(response.body).toContain('process_cpu_user_seconds_total');
    expect(response.body).not.toMatch(new RegExp(`${it.number}|lu\\.xinran|nothing/here`));
  });

  it('measures each API of a process by itself', async () => {
    const other = await testApi();
    await other.app.inject({ url: '/healthz' });
    const { body } = await other.app.inject({ url: '/metrics' });
    expect(body).not.toContain('route="/v1/cases/:number"');
    await other.close();
  });
});

describe('With a part away', () => {
  it('says that Temporal is', async () => {
    const api = await testApi({ TEMPORAL_ADDRESS: NOWHERE });
    const response = await api.app.inject({ url: '/readyz' });
    expect([response.statusCode, response.json()]).toEqual([
      503,
      { status: 'not-ready', parts: { postgresql: 'ok', temporal: 'away' } },
    ]);
    await api.close();
  });

  it('says that PostgreSQL is, starts without it, and goes on measuring', async () => {
    const api = await testApi();
    const databaseUrl = `postgresql://nobody@${NOWHERE}/nothing`;
    const database = connectDatabase(databaseUrl);
    const { config, logger, processes } = api;
    const app = await buildApi({ config, logger, processes, database, databaseUrl });
    const ready = await app.inject({ url: '/readyz' });
    expect([ready.statusCode, ready.json()]).toEqual([
      503,
      { status: 'not-ready', parts: { postgresql: 'away', temporal: 'ok' } },
    ]);
    const metrics = await app.inject({ url: '/metrics' });
    expect(metrics.statusCode).toBe(200);
    expect(metrics.body).not.toContain('aftercare_cases{');
    await app.close();
    await database.$disconnect();
    await api.close();
  });
});
