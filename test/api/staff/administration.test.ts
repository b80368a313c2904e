import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Static } from '@sinclair/typebox';
import type { AdministrationChanges } from '../../../api/administration/changes';
import type { TemporaryPassword as Temporary, StaffRecord } from '../../../api/staff/record-schema';
import type { TestApi } from '../../support/api';
import { aCase } from '../../support/cases';
import { companyApi, reader, Reader, type Page, type Problem } from '../../support/reading';
import { newKey } from '../../support/system';

type Changes = Static<typeof AdministrationChanges>;

const MANAGER = 'stf-001';
const OWN = 'seven grey herons 7';
let n = 0;

const someone = (given: object = {}) => ({
  login: `new.person-${(n += 1)}`,
  nameEn: 'Song Yue',
  nameZh: '宋越',
  organisationId: 'sh-pudong',
  roles: ['repair-engineer'],
  language: 'zh',
  email: 'Song.Yue@shuochuan.example',
  phone: '138 1234 5678',
  skills: ['oil-injected-screw'],
  ...given,
});

describe('Staff that an administrator enters', () => {
  let api: TestApi;
  let manager: Reader;
  let director: Reader;
  beforeAll(async () => {
    api = await companyApi();
    manager = await reader(api.app, 'zhou.huaijin');
    const { login } = await api.database.staff.findFirstOrThrow({
      where: { roles: { has: 'centre-director' }, organisationId: 'east' },
    });
    director = await reader(api.app, login);
  });
  afterAll(() => api.close());

  const enter = <T = StaffRecord>(by: Reader, file: object, key = newKey()) =>
    by.send<T>('POST', '/v1/staff', { 'idempotency-key': key }, file);
  const correct = <T = Problem>(by: Reader, { id, version }: StaffRecord, patch: object) =>
    by.send<T>('PATCH', `/v1/staff/${id}`, { 'if-match': `"${version}"` }, patch);
  const recordOf = async (id: string) => (await manager.get<StaffRecord>(`/v1/staff/${id}/record`)).body;
  const passwordOf = async (id: string) =>
    (await manager.send<Static<typeof Temporary>>('POST', `/v1/staff/${id}/password`)).body.password;
  const logIn = async (body: object) => {
    const response = await api.app.inject({ method: 'POST', url: '/v1/login', payload: body });
    return { status: response.statusCode, body: response.json<Problem & { token: string }>() };
  };

  it('are entered once under one key, and are colleagues at once', async () => {
    const [file, key] = [someone({ login: 'Song.Yue' }), newKey()];
    const [first, again] = [await enter(manager, file, key), await enter(manager, file, key)];
    expect([first.status, again.status, again.body.id]).toEqual([201, 200, first.body.id]);
    const other = await enter<Problem>(manager, { ...file, login: 'another' }, key);
    expect([other.status, other.body.code]).toEqual([422, 'IDEMPOTENCY.KEY_REUSED']);
    expect(first.body).toMatchObject({
      login: 'song.yue',
      phone: '+8613812345678',
      email: 'song.yue@shuochuan.example',
      password: 'none',
      work: [],
      version: 1,
    });
    expect((await manager.get(`/v1/staff/${first.body.id}`)).status).toBe(200);
    const problem = (await enter<Problem>(manager, someone({ login: 'SONG.YUE' }))).body;
    expect([problem.code, problem.errors[0]?.field]).toEqual(['STAFF.LOGIN_TAKEN', 'login']);
  });

  it('choose a password of their own by a temporary one, whichever case they type their login in', async () => {
    const { body } = await enter(manager, someone({ login: 'wu.lan' }));
    const password = await passwordOf(body.id);
    expect((await logIn({ login: 'wu.lan', password })).body.code).toBe('AUTH.PASSWORD_CHANGE_REQUIRED');
    const weak = await logIn({ login: 'wu.lan', password, newPassword: 'short' });
    expect(weak.body.code).toBe('AUTH.PASSWORD_WEAK');
    const named = await logIn({ login: 'wu.lan', password, newPassword: 'this is Wu.Lan here' });
    expect(named.body.code).toBe('AUTH.PASSWORD_WEAK');
    const guessed = await logIn({ login: 'wu.lan', password, newPassword: '123456789012' });
    expect(guessed.body.code).toBe('AUTH.PASSWORD_WEAK');
    expect((await logIn({ login: 'Wu.Lan', password, newPassword: OWN })).status).toBe(200);
    expect((await logIn({ login: 'wu.lan', password })).body.code).toBe('AUTH.LOGIN_FAILED');
    expect((await logIn({ login: 'wu.lan', password: OWN })).status).toBe(200);
    expect((await recordOf(body.id)).password).toBe('own');
  });

  it('cannot use a temporary password that is too old', async () => {
    const { body } = await enter(manager, someone());
    const password = await passwordOf(body.id);
    await api.database.staff.update({ where: { id: body.id }, data: { passwordUntil: new Date(0) } });
    const { login } = body;
    expect((await logIn({ login, password, newPassword: OWN })).body.code).toBe('AUTH.PASSWORD_EXPIRED');
  });

  it('change their password themselves, which ends their other sessions', async () => {
    const { body } = await enter(manager, someone());
    const password = await passwordOf(body.id);
    const first = await logIn({ login: body.login, password, newPassword: OWN });
    const other = await logIn({ login: body.login, password: OWN });
    const me = new Reader(api.app, first.body.token);
    const change = (oldPassword: string, newPassword: string) =>
      me.send<Problem & { token: string }>('POST', '/v1/me/password', {}, { oldPassword, newPassword });
    expect((await change('wrong', 'nine brown herons 9')).body.code).toBe('AUTH.PASSWORD_WRONG');
    expect((await change(OWN, OWN)).body.code).toBe('AUTH.PASSWORD_WEAK');
    const changed = await change(OWN, 'nine brown herons 9');
    expect(changed.status).toBe(200);
    for (const { token, status } of [
      { token: first.body.token, status: 401 },
      { token: other.body.token, status: 401 },
      { token: changed.body.token, status: 200 },
    ])
      expect((await new Reader(api.app, token).get('/v1/me')).status).toBe(status);
  });

  it('work where their roles exist, with skills that there are', async () => {
    const refused = async (given: object) => (await enter<Problem>(manager, someone(given))).body.code;
    expect(await refused({ organisationId: 'east' })).toBe('STAFF.ROLE_MISPLACED');
    expect(await refused({ roles: ['warehouse-keeper'] })).toBe('STAFF.ROLE_MISPLACED');
    expect(await refused({ organisationId: 'nowhere' })).toBe('REQUEST.REFERENCE_UNKNOWN');
    expect(await refused({ skills: ['magic'] })).toBe('REQUEST.REFERENCE_UNKNOWN');
    expect(await refused({ nameZh: '' })).toBe('REQUEST.INVALID');
    expect(await refused({ roles: [] })).toBe('REQUEST.INVALID');
    expect(await refused({ phone: '12' })).toBe('REQUEST.PHONE_INVALID');
  });

  it('are given by a director no more than a director has to give, in their region', async () => {
    const refused = async (given: object) => (await enter<Problem>(director, someone(given))).body.code;
    expect((await enter(director, someone())).status).toBe(201);
    expect(await refused({ organisationId: 'foshan' })).toBe('REQUEST.REFERENCE_UNKNOWN');
    expect(await refused({ organisationId: 'east', roles: ['centre-director'] })).toBe('STAFF.ABOVE_YOU');
    expect(await refused({ organisationId: 'hq', roles: ['hq-service-manager'] })).toBe('STAFF.ABOVE_YOU');
    expect((await director.get('/v1/staff/stf-001/record')).status).toBe(404);
    const peer = await enter(manager, someone({ organisationId: 'east', roles: ['centre-director'] }));
    const taken = await director.send('POST', `/v1/staff/${peer.body.id}/password`);
    expect(taken.body.code).toBe('STAFF.ABOVE_YOU');
    expect((await correct(director, peer.body, { login: 'mine' })).body.code).toBe('STAFF.ABOVE_YOU');
  });

  it('change their own telephone number, and not their own rights', async () => {
    const own = await recordOf(MANAGER);
    for (const patch of [
      { roles: ['finance'] },
      { active: false },
      { organisationId: 'east' },
      { subject: 'x' },
    ])
      expect((await correct(manager, own, patch)).body.code).toBe('STAFF.OWN_RIGHTS');
    expect((await manager.send('POST', `/v1/staff/${MANAGER}/password`)).body.code).toBe('STAFF.OWN_RIGHTS');
    expect((await correct(manager, own, { phone: '+8613905107108' })).status).toBe(200);
  });

  it('leave one administrator at least, though two take each other’s rights at once', async () => {
    const others = await api.database.staff.findMany({
      where: { roles: { has: 'hq-service-manager' }, id: { not: MANAGER }, active: true },
    });
    const [second] = others;
    const other = await reader(api.app, second?.login ?? '');
    const [mine, theirs] = [await recordOf(MANAGER), await recordOf(second?.id ?? '')];
    const answers = await Promise.all([
      correct(manager, theirs, { active: false }),
      correct(other, mine, { active: false }),
    ]);
    const left = await api.database.staff.count({
      where: { roles: { has: 'hq-service-manager' }, active: true },
    });
    expect([answers.map(({ status }) => status).sort(), left]).toEqual([[200, expect.any(Number)], 1]);
    await api.database.staff.updateMany({
      where: { roles: { has: 'hq-service-manager' } },
      data: { active: true },
    });
    manager = await reader(api.app, 'zhou.huaijin');
  });

  it('has on record who changed what, and refuses a change to what has changed since', async () => {
    const { body } = await enter(manager, someone());
    await correct(director, body, { phone: '13812345679' });
    expect((await correct(manager, body, { nameEn: 'Song Y.' })).body.code).toBe('RESOURCE.STALE');
    await passwordOf(body.id);
    const { items } = (await manager.get<Changes>(`/v1/staff/${body.id}/changes`)).body;
    expect(items.map(({ kind, fields }) => [kind, fields.length > 5 ? 'all' : fields])).toEqual([
      ['password-given', []],
      ['corrected', [{ field: 'phone', before: '+8613812345678', after: '+8613812345679' }]],
      ['entered', 'all'],
    ]);
    await expect(
      api.database.administrationChange.deleteMany({ where: { register: 'staff' } }),
    ).rejects.toThrow('append-only');
  });

  it('have a login that is nobody else’s code or address, and are found by it', async () => {
    const { body } = await enter(manager, someone({ login: 'finder.of-this' }));
    for (const login of ['STF-011', 'Song.Yue@shuochuan.example'])
      expect((await enter<Problem>(manager, someone({ login }))).body.code).toBe('STAFF.LOGIN_TAKEN');
    const { items } = (await manager.get<Page<{ id: string }>>('/v1/staff?q=finder.of')).body;
    expect(items.map(({ id }) => id)).toEqual([body.id]);
  });

  it('have no new version where nothing changes', async () => {
    const { body } = await enter(manager, someone());
    for (const patch of [{ leavesWork: true }, { phone: '138 1234 5678' }]) {
      const same = await correct<StaffRecord>(manager, body, patch);
      expect([same.status, same.body.version]).toEqual([200, 1]);
    }
  });

  it('keep a role while a case that needs it is theirs, which is one piece of work', async () => {
    const { body } = await enter(
      manager,
      someone({ organisationId: 'east', roles: ['enquiry-clerk', 'sales'], skills: [] }),
    );
    const { number } = await aCase(api.database).of('cus-0002').answered().classified().commit();
    await api.database.serviceCase.update({
      where: { number },
      data: { ownerStaffId: body.id, ownerRole: 'enquiry-clerk' },
    });
    await api.database.task.updateMany({ where: { processId: number }, data: { staffId: body.id } });
    expect((await recordOf(body.id)).work).toEqual([{ kind: 'case', number, at: null }]);
    const refused = (await correct(manager, body, { roles: ['sales'] })).body;
    expect(refused.code).toBe('STAFF.HAS_WORK');
    expect(refused.detail).toContain(`(1): cases ${number}`);
    expect((await correct(manager, body, { roles: ['enquiry-clerk'] })).status).toBe(200);
  });

  describe('with work in their hands', () => {
    let engineer: StaffRecord;
    beforeEach(async () => {
      engineer = (await enter(manager, someone())).body;
      await api.database.engineerSlot.create({
        data: {
          id: `visit-${newKey()}`,
          kind: 'visit',
          engineerId: engineer.id,
          processId: 'AS-2026-000001',
          from: new Date('2096-11-23T01:00:00Z'),
          to: new Date('2096-11-23T03:00:00Z'),
        },
      });
    });

    it('say so, and hand it over before they work elsewhere', async () => {
      expect((await recordOf(engineer.id)).work).toEqual([
        { kind: 'visit', number: 'AS-2026-000001', at: '2096-11-23T01:00:00.000Z' },
      ]);
      const moved = await correct(manager, engineer, { organisationId: 'foshan' });
      expect([moved.status, moved.body.code]).toEqual([409, 'STAFF.HAS_WORK']);
      expect(moved.body.detail).toContain('AS-2026-000001');
      const turned = await correct(manager, engineer, { organisationId: 'east', roles: ['sales'] });
      expect(turned.body.code).toBe('STAFF.HAS_WORK');
      await api.database.engineerSlot.deleteMany({ where: { engineerId: engineer.id } });
      expect((await correct(manager, engineer, { organisationId: 'foshan' })).status).toBe(200);
    });

    it('are out at once when they leave, their work where that is meant', async () => {
      const password = await passwordOf(engineer.id);
      const { body } = await logIn({ login: engineer.login, password, newPassword: OWN });
      const me = new Reader(api.app, body.token);
      expect((await me.get('/v1/me/visits')).status).toBe(200);
      const now = await recordOf(engineer.id);
      expect((await correct(manager, now, { active: false })).body.code).toBe('STAFF.HAS_WORK');
      expect((await correct(manager, now, { active: false, leavesWork: true })).status).toBe(200);
      expect((await me.get('/v1/me')).status).toBe(401);
      expect((await logIn({ login: engineer.login, password: OWN })).body.code).toBe('AUTH.LOGIN_FAILED');
      const given = await manager.send('POST', `/v1/staff/${engineer.id}/password`);
      expect(given.body.code).toBe('STAFF.HAS_LEFT');
    });
  });
});
