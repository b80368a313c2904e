import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Static } from '@sinclair/typebox';
import { buildApi } from '../../../api/app';
import type { Api } from '../../../api/context';
import type { Presence, PresenceOfCases } from '../../../api/presence/schema';
import type { TestApi } from '../../support/api';
import { aCase, type CaseBuilder } from '../../support/cases';
import { EventSource } from '../../support/event-source';
import { companyApi, Reader, reader } from '../../support/reading';

type Present = Static<typeof Presence>;

describe('The presence of people in a case', () => {
  let api: TestApi;
  let other: Api;
  let url: string;
  let clerk: Reader;
  let director: Reader;
  let southerner: Reader;
  const open: EventSource[] = [];

  beforeAll(async () => {
    api = await companyApi();
    // A second API process on the same database, which readers follow.
    other = await buildApi({ ...api, databaseUrl: api.config.DATABASE_URL });
    url = `${await other.listen({ port: 0, host: '127.0.0.1' })}/v1/events`;
    clerk = await reader(api.app, 'lu.xinran');
    director = await reader(api.app, 'gu.chengan');
    southerner = await reader(api.app, 'huang.yongqi');
  });
  afterEach(async () => {
    for (const source of open.splice(0)) await source.close();
  });
  afterAll(async () => {
    await other.close();
    await api.close();
  });

  const of = ({ number }: CaseBuilder): string => `/v1/cases/${number}/presence`;
  const announce = (by: Reader, it: CaseBuilder, doing = 'viewing', clientId = 'tab-00001') =>
    by.send<Present>('PUT', of(it), {}, { clientId, doing });
  const present = async (by: Reader, it: CaseBuilder) =>
    (await by.get<Present>(of(it))).body.items.map(({ staff, doing, isMe }) => [staff.id, doing, isMe]);
  const anotherCase = () => aCase(api.database).of('cus-0001').answered().commit();
  const follow = async (by: Reader, query = ''): Promise<EventSource> => {
    const source = await EventSource.open(`${url}${query}`, by.token);
    open.push(source);
    await source.until(({ lastId }) => lastId !== '');
    return source;
  };
  const changes = ({ events }: EventSource) =>
    events.filter(({ event }) => event === 'presence').map(({ data }) => data.caseNumber);

  it('is seen by everybody who sees the case, in every API process', async () => {
    const it = await anotherCase();
    await announce(clerk, it);
    const { body } = await announce(director, it, 'editing');
    expect(body.items).toMatchObject([
      { staff: { id: 'stf-010', nameZh: '陆欣然' }, doing: 'viewing', isMe: false },
      { staff: { id: 'stf-009' }, doing: 'editing', isMe: true },
    ]);
    expect(await present(new Reader(other, clerk.token), it)).toEqual([
      ['stf-010', 'viewing', true],
      ['stf-009', 'editing', false],
    ]);
    expect((await southerner.get(of(it))).body.code).toBe('RESOURCE.NOT_FOUND');
    expect(
      (await southerner.send('PUT', of(it), {}, { clientId: 'tab-00001', doing: 'viewing' })).status,
    ).toBe(404);
  });

  it('is one for a person with several tabs, editing where they edit in any', async () => {
    const it = await anotherCase();
    await announce(clerk, it, 'viewing', 'tab-00001');
    await announce(clerk, it, 'editing', 'tab-00002');
    expect(await present(director, it)).toEqual([['stf-010', 'editing', false]]);
    expect(await clerk.drop(`${of(it)}?clientId=tab-00002`)).toBe(204);
    expect(await present(director, it)).toEqual([['stf-010', 'viewing', false]]);
    expect(await clerk.drop(`${of(it)}?clientId=tab-00001`)).toBe(204);
    expect(await present(director, it)).toEqual([]);
  });

  it('ends with a tab that is silent', async () => {
    const it = await anotherCase();
    await announce(clerk, it);
    await api.database.presence.updateMany({
      where: { caseNumber: it.number },
      data: { seenAt: new Date(Date.now() - 61_000) },
    });
    expect(await present(director, it)).toEqual([]);
    await announce(director, await anotherCase());
    expect(await api.database.presence.count({ where: { caseNumber: it.number } })).toBe(0);
  });

  it('is news on the event stream: opened, edited, left; a heartbeat is not', async () => {
    const [it, beside] = [await anotherCase(), await anotherCase()];
    const [whole, one, outside] = [
      await follow(director),
      await follow(director, `?case=${it.number}`),
      await follow(southerner),
    ];
    await announce(clerk, it);
    await one.until((source) => changes(source).length === 1);
    await announce(clerk, it);
    await announce(clerk, it, 'editing');
    await one.until((source) => changes(source).length === 2);
    await clerk.drop(`${of(it)}?clientId=tab-00001`);
    await one.until((source) => changes(source).length === 3);
    await announce(clerk, beside);
    await whole.until((source) => changes(source).includes(beside.number));
    expect(changes(one)).toEqual([it.number, it.number, it.number]);
    expect(changes(outside)).toEqual([]);
    expect(whole.events.find(({ event }) => event === 'presence')?.data).toEqual({ caseNumber: it.number });
  });

  it('is there for a list of cases at once, those in sight alone', async () => {
    const [it, empty] = [await anotherCase(), await anotherCase()];
    await announce(clerk, it);
    const query = `/v1/presence?case=${it.number}&case=${empty.number}`;
    expect((await director.get<Static<typeof PresenceOfCases>>(query)).body.items).toMatchObject([
      { caseNumber: it.number, present: [{ staff: { id: 'stf-010' } }] },
    ]);
    expect((await southerner.get(query)).body).toEqual({ items: [] });
  });
});
