import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EngineerFacts } from '../../../domain/case/facts';
import type { AbsenceView } from '../../../api/dispatch/absence-schema';
import type { TestApi } from '../../support/api';
import { aCase, CLERK, engineerActor } from '../../support/cases';
import { companyApi, reader, type Reader } from '../../support/reading';

const DING: EngineerFacts = {
  id: 'stf-030',
  name: '丁文博',
  outletId: 'suzhou',
  regionId: 'east',
  serviceLevel: 'B',
};
const QIAN: EngineerFacts = { ...DING, id: 'stf-029', name: '钱俊峰' };
const URL = `/v1/staff/${DING.id}/absences`;
const ILL = { from: '2096-02-02T00:00:00+08:00', to: '2096-02-05T00:00:00+08:00', reason: '病假' };
const VISIT = { from: '2096-02-03T01:00:00.000Z', to: '2096-02-03T03:00:00.000Z' };

describe('An engineer who is away', () => {
  let api: TestApi;
  let director: Reader;
  let ding: Reader;
  beforeAll(async () => {
    api = await companyApi();
    director = await reader(api.app, 'gu.chengan');
    ding = await reader(api.app, 'ding.wenbo');
  }, 120_000);
  afterAll(() => api.close());

  const classified = () => aCase(api.database).of('cus-0001').answered().classified();
  const away = async (by: Reader) => {
    const { body } = await by.get<{ items: readonly AbsenceView[] }>(URL);
    return body.items;
  };

  it('tells so although a visit is booked, which is named until another goes; nobody is sent meanwhile', async () => {
    const booked = await classified()
      .give('dispatch', { engineer: DING, appointment: VISIT, parts: [] }, CLERK)
      .commit();

    const { status, body } = await ding.send<AbsenceView>('POST', URL, {}, ILL);

    expect(status).toBe(201);
    expect(body).toMatchObject({
      reason: '病假',
      from: '2096-02-01T16:00:00.000Z',
      visits: [{ caseNumber: booked.number, ...VISIT }],
    });
    const later = { from: '2096-02-04T01:00:00.000Z', to: '2096-02-04T03:00:00.000Z' };
    const refused = classified().give('dispatch', { engineer: DING, appointment: later, parts: [] }, CLERK);
    await expect(refused.commit()).rejects.toMatchObject({
      code: 'ENGINEER.NOT_FREE',
      params: { from: '2096-02-01T16:00:00.000Z', to: '2096-02-04T16:00:00.000Z' },
    });
    await booked.give('reassign', { engineer: QIAN, reason: '病假' }, CLERK).commit();
    expect(await away(director)).toMatchObject([{ id: body.id, visits: [] }]);
  });

  it('is absent once at a time, and back when the absence is withdrawn', async () => {
    const [absence] = await away(director);
    const again = await director.send('POST', URL, {}, ILL);
    expect([again.status, again.body.code]).toEqual([409, 'ABSENCE.OVERLAPS']);
    const withdrawn = await api.app.inject({
      method: 'DELETE',
      url: `${URL}/${absence?.id}`,
      headers: { authorization: `Bearer ${director.token}` },
    });
    expect(withdrawn.statusCode).toBe(204);
    expect(await away(ding)).toEqual([]);
    await classified()
      .give('dispatch', { engineer: DING, appointment: VISIT, parts: [] }, CLERK)
      .give('arrive', {}, engineerActor(DING))
      .commit();
  });

  it('is registered once under a key, however often it is sent; the key is for that alone', async () => {
    const next = { ...ILL, from: '2096-04-01T00:00:00+08:00', to: '2096-04-02T00:00:00+08:00' };
    const key = { 'idempotency-key': 'absence-of-ding-1' };
    const first = await director.send<AbsenceView>('POST', URL, key, next);
    const again = await director.send<AbsenceView>('POST', URL, key, next);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body.id).toBe(first.body.id);
    const other = await director.send('POST', URL, key, { ...next, reason: '年假' });
    expect([other.status, other.body.code]).toEqual([422, 'IDEMPOTENCY.KEY_REUSED']);
    const short = await director.send('POST', URL, { 'idempotency-key': 'x' }, next);
    expect(short.status).toBe(400);
  });

  it('is told of by themselves, their director and headquarters; why, to nobody else (R12)', async () => {
    const next = { ...ILL, from: '2096-03-01T00:00:00+08:00', to: '2096-03-02T00:00:00+08:00' };
    const colleague = await reader(api.app, 'qian.junfeng');
    const other = await reader(api.app, 'guo.zhenbang');
    expect((await colleague.send('POST', URL, {}, next)).body.code).toBe('ABSENCE.NOT_PERMITTED');
    expect((await other.send('POST', URL, {}, next)).status).toBe(404);
    expect((await director.send('POST', URL, {}, next)).status).toBe(201);
    expect((await away(director)).at(-1)?.reason).toBe('病假');
    expect((await away(colleague)).at(-1)?.reason).toBeNull();
    const backwards = { ...next, to: '2096-02-01T00:00:00+08:00' };
    expect((await director.send('POST', URL, {}, backwards)).body).toMatchObject({ code: 'REQUEST.INVALID' });
  });
});
