import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { SignJWT } from 'jose';
import type { Api } from '../../../api/context';
import { withClient } from '../../../stack/database';
import type { TestApi } from '../../support/api';
import { aCase, type CaseBuilder } from '../../support/cases';
import { EventSource } from '../../support/event-source';
import { companyApi, reader } from '../../support/reading';
import { settled } from '../../support/settled';
import { LOGIN_SECRET } from '../../support/settings';

describe('GET /v1/events', () => {
  let api: TestApi;
  let app: Api;
  let url: string;
  let databaseUrl: string;
  let tokens: Readonly<Record<'manager' | 'clerk' | 'engineer' | 'southerner', string>>;
  const open: EventSource[] = [];

  beforeAll(async () => {
    api = await companyApi();
    app = api.app;
    databaseUrl = api.config.DATABASE_URL;
    url = `${await app.listen({ port: 0, host: '127.0.0.1' })}/v1/events`;
    const tokenOf = async (login: string): Promise<string> => (await reader(app, login)).token;
    tokens = {
      manager: await tokenOf('zhou.huaijin'),
      clerk: await tokenOf('lu.xinran'),
      engineer: await tokenOf('li.wei'),
      southerner: await tokenOf('huang.yongqi'),
    };
  });
  afterEach(async () => {
    for (const source of open.splice(0)) await source.close();
  });
  afterAll(() => api.close());

  const follow = async (
    token: string,
    { query = '', after }: { query?: string; after?: string } = {},
  ): Promise<EventSource> => {
    if (after === undefined) await settled(api.database);
    const source = await EventSource.open(`${url}${query}`, token, after);
    open.push(source);
    await source.until(({ lastId, response }) => lastId !== '' || response.status !== 200);
    return source;
  };
  const received = (source: EventSource): string[] =>
    source.events.map(({ data }) => `${String(data.caseNumber)}:${String(data.seq)}`);
  const eventsOf = (it: CaseBuilder, from = 1): string[] =>
    Array.from({ length: it.seq - from + 1 }, (_none, index) => `${it.number}:${index + from}`);

  it('tells of each event as it is committed, without personal data', async () => {
    const source = await follow(tokens.manager);
    expect(source.response.headers.get('content-type')).toContain('text/event-stream');
    expect(source.response.headers.get('cache-control')).toContain('no-cache');
    const it = await aCase(api.database).of('cus-0001').answered().commit();
    await source.until(({ events }) => events.length >= it.seq);
    expect(received(source)).toEqual(eventsOf(it));
    expect(source.events[2]).toEqual({
      id: expect.stringMatching(/^\d+-\d+$/),
      event: 'RequestAnswered',
      data: {
        caseNumber: it.number,
        seq: 3,
        type: 'RequestAnswered',
        at: '2026-11-16T01:10:00.000Z',
        stage: 'answered',
        requestType: null,
        priority: 'normal',
        breached: false,
        regionId: 'east',
        outletId: null,
      },
    });
    expect(JSON.stringify(source.events)).not.toMatch(/邵文娟|漏油|\+86|@|已安排/);
  });

  it('tells each of what they see, and nobody of more', async () => {
    const [clerk, southerner, engineer] = [
      await follow(tokens.clerk),
      await follow(tokens.southerner),
      await follow(tokens.engineer),
    ];
    const eastern = await aCase(api.database).of('cus-0001').answered().classified().dispatched().commit();
    const southern = await aCase(api.database).of('cus-0010', 'south').commit();
    await clerk.until(({ events }) => events.length >= eastern.seq);
    await southerner.until(({ events }) => events.length >= southern.seq);
    await engineer.until(({ events }) => events.some(({ event }) => event === 'EngineerDispatched'));
    expect(received(clerk)).toEqual(eventsOf(eastern));
    expect(received(southerner)).toEqual(eventsOf(southern));
    expect(new Set(engineer.events.map(({ data }) => data.caseNumber))).toEqual(new Set([eastern.number]));
  });

  it('resumes after the last event heard, with none lost and none twice', async () => {
    const source = await follow(tokens.manager);
    const first = await aCase(api.database).of('cus-0001').commit();
    await source.until(({ events }) => events.length >= first.seq);
    const heard = source.events[0]?.id ?? '';
    await source.close();
    const second = await aCase(api.database).of('cus-0001').answered().commit();
    const resumed = await follow(tokens.manager, { after: heard });
    await resumed.until(({ events }) => events.length >= first.seq - 1 + second.seq);
    expect(received(resumed)).toEqual([...eventsOf(first, 2), ...eventsOf(second)]);
  });

  it('resumes from where it was opened, though nothing was heard there', async () => {
    const source = await follow(tokens.manager);
    const { lastId } = source;
    await source.close();
    const it = await aCase(api.database).of('cus-0001').commit();
    const resumed = await follow(tokens.manager, { after: lastId });
    await resumed.until(({ events }) => events.length >= it.seq);
    expect(received(resumed)).toEqual(eventsOf(it));
  });

  it('tells of one case where that is asked for, and refuses one that does not exist for the caller', async () => {
    const one = await aCase(api.database).of('cus-0001').commit();
    const source = await follow(tokens.clerk, { query: `?case=${one.number}` });
    const from = one.seq + 1;
    await aCase(api.database).of('cus-0001').commit();
    await one.noted('还在等').commit();
    await source.until(({ events }) => events.length > 0);
    expect(received(source)).toEqual(eventsOf(one, from));
    const refused = await fetch(`${url}?case=${one.number}`, {
      headers: { authorization: `Bearer ${tokens.southerner}` },
    });
    expect([refused.status, await refused.json()]).toMatchObject([404, { code: 'RESOURCE.NOT_FOUND' }]);
  });

  it('keeps the order though transactions commit out of order: nothing is passed over', async () => {
    const waiting = await aCase(api.database).of('cus-0001').commit();
    const later = await aCase(api.database).of('cus-0001').commit();
    const source = await follow(tokens.manager);
    await withClient(databaseUrl, async (client) => {
      // An older transaction, which has taken its place in the order and is still open.
      await client.query('BEGIN');
      await client.query(
        `INSERT INTO process_event (process_id, seq, type, data, actor, command_id, at, prev_hash, hash)
         VALUES ($1, $2, 'NoteAdded', '{"text":"slow"}', '{"kind":"system","id":"aftercare"}', 'slow', now(), '', '')`,
        [waiting.number, waiting.seq + 1],
      );
      await later.noted('quick').commit();
      // The younger has committed and been announced; delivering it now would skip the older for good.
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect(received(source)).toEqual([]);
      await client.query('COMMIT');
    });
    await source.until(({ events }) => events.length >= 2);
    expect(received(source)).toEqual([
      `${waiting.number}:${waiting.seq + 1}`,
      `${later.number}:${later.seq}`,
    ]);
  });

  it('goes on when the connection that listens is cut', async () => {
    const source = await follow(tokens.manager);
    await withClient(databaseUrl, (client) =>
      client.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'aftercare events' AND datname = current_database()`,
      ),
    );
    const it = await aCase(api.database).of('cus-0001').commit();
    await source.until(({ events }) => events.length >= it.seq);
    expect(received(source)).toEqual(eventsOf(it));
  });

  it('tells many readers, and one who comes late and far behind', async () => {
    const early = await follow(tokens.manager);
    const others = await Promise.all(Array.from({ length: 20 }, () => follow(tokens.manager)));
    const long = aCase(api.database).of('cus-0001');
    for (let n = 0; n < 60; n += 1) long.noted(`note ${n}`);
    const { lastId } = early;
    await long.commit();
    for (const source of [early, ...others]) {
      await source.until(({ events }) => events.length >= long.seq);
      expect(received(source)).toEqual(eventsOf(long));
    }
    const late = await follow(tokens.manager, { after: lastId });
    await late.until(({ events }) => events.length >= long.seq);
    expect(received(late)).toEqual(eventsOf(long));
  });

  it('ends with the token', async () => {
    // Long enough for a slow machine to begin reading before it expires.
    const expiresAtSeconds = Math.floor(Date.now() / 1000) + 10;
    const token = await new SignJWT()
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer('aftercare')
      .setAudience('aftercare-api')
      .setSubject('stf-001')
      .setIssuedAt()
      .setExpirationTime(expiresAtSeconds)
      .sign(new TextEncoder().encode(LOGIN_SECRET));
    const source = await follow(token);
    await source.ended();
    expect(source.hasEnded).toBe(true);
  });

  it('ends for whoever is deactivated', async () => {
    const token = (await reader(app, 'chen.muyuan')).token;
    const source = await follow(token);
    await api.database.staff.update({ where: { id: 'stf-003' }, data: { active: false } });
    // Known within the two seconds that the directory remembers; asked at the next thing that happens.
    const noting = setInterval(() => void aCase(api.database).of('cus-0001').commit(), 700);
    await source.ended();
    clearInterval(noting);
    expect(source.hasEnded).toBe(true);
  });

  it.each([
    ['last-event-id', '12'],
    ['last-event-id', 'a-b'],
  ])('refuses %s: %s', async (name, value) => {
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${tokens.manager}`, [name]: value },
    });
    expect([response.status, await response.json()]).toMatchObject([400, { code: 'REQUEST.INVALID' }]);
  });

  it('counts its readers, and rests when they have gone', async () => {
    const readers = async (count: number): Promise<void> => {
      while (app.eventFeed.log.readers !== count) await new Promise((resolve) => setTimeout(resolve, 10));
    };
    await readers(0);
    const source = await follow(tokens.manager);
    expect((await app.inject({ url: '/metrics' })).body).toContain('aftercare_event_streams 1');
    await source.close();
    await readers(0);
    expect((await app.inject({ url: '/metrics' })).body).toContain('aftercare_event_streams 0');
  });
});

describe('The API closes', () => {
  it('though somebody is listening, and ends their stream', async () => {
    const api = await companyApi();
    const url = await api.app.listen({ port: 0, host: '127.0.0.1' });
    const source = await EventSource.open(`${url}/v1/events`, (await reader(api.app, 'zhou.huaijin')).token);
    await source.until(({ lastId }) => lastId !== '');
    await api.close();
    await source.ended();
    expect(source.hasEnded).toBe(true);
  });
});
