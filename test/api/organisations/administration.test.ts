import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Static } from '@sinclair/typebox';
import type { AdministrationChanges } from '../../../api/administration/changes';
import type { OrganisationRecord } from '../../../api/organisations/record-schema';
import { connectDatabase, type Database } from '../../../platform/database';
import { testApi, type TestApi } from '../../support/api';
import { aCase, LI_WEI } from '../../support/cases';
import { reader, type Page, type Problem, type Reader } from '../../support/reading';
import { newKey } from '../../support/system';
import { startSystems, type Systems } from '../../support/systems';

const NINGBO = {
  id: 'ningbo',
  kind: 'outlet',
  nameEn: 'Ningbo Service Outlet',
  nameZh: '宁波授权服务站',
  parentId: 'east',
  serviceLevel: 'B',
  calendar: 'cn-service',
  provinces: ['浙江'],
  city: '宁波',
  phone: '0574 8520 7100',
  areaCode: '0574',
};

describe('Organisations that headquarters opens', () => {
  let api: TestApi;
  let database: Database;
  let systems: Systems;
  let manager: Reader;
  let director: Reader;
  beforeAll(async () => {
    api = await testApi(
      {},
      {
        template: 'company',
        around: async (url) => {
          database = connectDatabase(url);
          systems = await startSystems(database);
          return { AFTERCARE_PARTS_URL: systems.partsUrl, AFTERCARE_FINANCE_URL: systems.financeUrl };
        },
      },
    );
    manager = await reader(api.app, 'zhou.huaijin');
    const { login } = await database.staff.findFirstOrThrow({
      where: { roles: { has: 'centre-director' }, organisationId: 'east' },
    });
    director = await reader(api.app, login);
  });
  afterAll(async () => {
    await api.close();
    await systems.close();
    await database.$disconnect();
  });

  const open = <T = OrganisationRecord>(by: Reader, file: object, key = newKey()) =>
    by.send<T>('POST', '/v1/organisations', { 'idempotency-key': key }, file);
  const recordOf = async (id: string) =>
    (await manager.get<OrganisationRecord>(`/v1/organisations/${id}/record`)).body;
  const correct = async <T = Problem>(id: string, patch: object) => {
    const { version } = await recordOf(id);
    return manager.send<T>('PATCH', `/v1/organisations/${id}`, { 'if-match': `"${version}"` }, patch);
  };

  it('are there at once, under one key once, and under one code', async () => {
    const key = newKey();
    const [first, again] = [await open(manager, NINGBO, key), await open(manager, NINGBO, key)];
    expect([first.status, again.status]).toEqual([201, 200]);
    const other = await open<Problem>(manager, { ...NINGBO, city: '温州' }, key);
    expect([other.status, other.body.code]).toEqual([422, 'IDEMPOTENCY.KEY_REUSED']);
    expect(first.body).toMatchObject({ ...NINGBO, phone: '+8657485207100', active: true, version: 1 });
    const { body } = await director.get<Page<{ id: string }>>('/v1/organisations?q=ningbo');
    expect(body.items.map(({ id }) => id)).toEqual(['ningbo']);
    expect((await open<Problem>(manager, NINGBO)).body.code).toBe('ORGANISATION.EXISTS');
    expect((await open<Problem>(director, { ...NINGBO, id: 'wenzhou' })).body.code).toBe('AUTH.FORBIDDEN');
  });

  it('belong to the tier above, with a calendar that there is, named in both languages', async () => {
    const refused = async (given: object) =>
      (await open<Problem>(manager, { ...NINGBO, id: 'wenzhou', ...given })).body.code;
    expect(await refused({ parentId: 'hq' })).toBe('ORGANISATION.MISPLACED');
    expect(await refused({ parentId: 'ningbo' })).toBe('ORGANISATION.MISPLACED');
    expect(await refused({ kind: 'centre', parentId: 'east' })).toBe('ORGANISATION.MISPLACED');
    expect(await refused({ kind: 'hq', parentId: 'hq' })).toBe('REQUEST.INVALID');
    expect(await refused({ calendar: 'on-the-moon' })).toBe('REQUEST.REFERENCE_UNKNOWN');
    expect(await refused({ nameZh: undefined })).toBe('REQUEST.INVALID');
    expect(await refused({ id: 'Wen Zhou' })).toBe('REQUEST.INVALID');
    expect((await correct('hq', { parentId: 'east' })).body.code).toBe('REQUEST.INVALID');
    expect((await correct('east', { parentId: 'ningbo' })).body.code).toBe('ORGANISATION.MISPLACED');
  });

  it('serve provinces of their centre, each of which is one centre’s', async () => {
    const refused = async (id: string, provinces: string[]) => {
      const { status, body } = await correct(id, { provinces });
      return [status, body.code];
    };
    expect(await refused('suzhou', ['江苏', '广东'])).toEqual([422, 'ORGANISATION.PROVINCE_ELSEWHERE']);
    const { provinces } = await recordOf('north');
    expect(await refused('north', [...provinces, '上海'])).toEqual([409, 'ORGANISATION.PROVINCE_SERVED']);
    expect(await refused('north', ['北京'])).toEqual([409, 'ORGANISATION.PROVINCE_SERVED']);
    expect(await refused('north', [...provinces, 'Atlantis<script>'])).toEqual([400, 'REQUEST.INVALID']);
    expect((await correct('north', { provinces: [...provinces, 'Baden-Württemberg'] })).status).toBe(200);
    const centre = { ...NINGBO, id: 'centre-2', kind: 'centre', parentId: 'hq' };
    expect((await open<Problem>(manager, centre)).body.code).toBe('ORGANISATION.PROVINCE_SERVED');
  });

  it('have on record who changed what', async () => {
    expect((await correct('ningbo', { serviceLevel: 'A' })).status).toBe(200);
    const stale = await manager.send(
      'PATCH',
      '/v1/organisations/ningbo',
      { 'if-match': '"1"' },
      { city: '杭州' },
    );
    expect(stale.body.code).toBe('RESOURCE.STALE');
    const { items } = (
      await manager.get<Static<typeof AdministrationChanges>>('/v1/organisations/ningbo/changes')
    ).body;
    expect(items.map(({ kind, by }) => [kind, by])).toEqual([
      ['corrected', 'stf-001'],
      ['entered', 'stf-001'],
    ]);
    expect(items[0]?.fields).toEqual([{ field: 'serviceLevel', before: 'B', after: 'A' }]);
  });

  it('close empty, and say what is there: people, cases, stock, customers, outlets', async () => {
    expect(
      (await open(manager, { ...NINGBO, id: 'west', kind: 'centre', parentId: 'hq', provinces: ['Sverige'] }))
        .status,
    ).toBe(201);
    const moved = { parentId: 'west', provinces: ['Sverige'] };
    expect((await correct('ningbo', moved)).status).toBe(200);
    const west = await correct('west', { active: false });
    expect([west.status, west.body.detail]).toEqual([
      409,
      `${NINGBO.nameEn} still has: 1 organisations below it.`,
    ]);
    const east = await correct('east', { active: false });
    expect(east.body.detail).toMatch(/people, .*organisations below it.*customers of its region/);
    expect((await correct('ningbo', { active: false })).status).toBe(200);
    expect((await correct('west', { active: false })).status).toBe(200);
    expect((await correct('ningbo', { active: true })).body.code).toBe('ORGANISATION.MISPLACED');
    const { body } = await manager.get<Page<{ id: string; active: boolean }>>('/v1/organisations?q=ningbo');
    expect(body.items.map(({ id, active }) => [id, active])).toContainEqual(['ningbo', false]);
  });

  it('keep their centre while cases are open, and take no people once closed', async () => {
    const open = aCase(database).of('cus-0002');
    await open.answered().classified().dispatched(LI_WEI).commit();
    const { outletId } = await database.serviceCase.findUniqueOrThrow({ where: { processId: open.number } });
    const moved = await correct(outletId ?? '', { parentId: 'south' });
    expect([moved.body.code, moved.body.detail]).toEqual([
      'ORGANISATION.IN_USE',
      expect.stringContaining('1 open cases'),
    ]);
    const person = await manager.send(
      'POST',
      '/v1/staff',
      { 'idempotency-key': newKey() },
      {
        login: 'late.comer',
        nameEn: 'Late Comer',
        nameZh: '迟来',
        organisationId: 'ningbo',
        roles: ['repair-engineer'],
        language: 'zh',
        email: 'late@shuochuan.example',
        phone: '13812345678',
      },
    );
    expect(person.body.code).toBe('REQUEST.REFERENCE_UNKNOWN');
  });

  it('do not close while what their depot holds is not known', async () => {
    await systems.close();
    const answer = await correct('foshan', { active: false });
    expect(answer.body.code).toBe('PARTS.UNAVAILABLE');
  });
});
