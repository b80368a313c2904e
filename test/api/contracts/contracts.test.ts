import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestApi } from '../../support/api';
import { companyApi, reader, type Problem, type Reader } from '../../support/reading';
import type { ContractView } from '../../../api/contracts/schema';
import type { UnitView } from '../../../api/units/schema';

/** On units of a customer in the East region of the sample company. */
const NEW = {
  number: 'SV-2026-0100',
  customerId: 'cus-0001',
  unitIds: ['unt-0004', 'unt-0001'],
  validFrom: '2026-01-01',
  validTo: '2031-12-31',
  labour: 100,
  parts: 70,
  travel: 100,
};

const post = <T = ContractView>(by: Reader, body: object) => by.send<T>('POST', '/v1/contracts', {}, body);

describe('Service contracts (R6)', () => {
  let system: TestApi;
  let director: Reader;
  let elsewhere: Reader;
  beforeAll(async () => {
    system = await companyApi();
    director = await reader(system.app, 'gu.chengan');
    elsewhere = await reader(system.app, await directorOf('north'));
  });
  afterAll(() => system.close());

  const directorOf = async (organisationId: string): Promise<string> =>
    (
      await system.database.staff.findFirstOrThrow({
        where: { organisationId, roles: { has: 'centre-director' } },
      })
    ).login;
  const list = async (by: Reader, query: string) =>
    (await by.get<{ items: ContractView[]; nextCursor: string | null }>(`/v1/contracts?${query}`)).body;

  it('are entered once, however often they are sent', async () => {
    const first = await post(director, NEW);
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      ...NEW,
      unitIds: ['unt-0001', 'unt-0004'],
      wearParts: false,
      causes: [],
    });
    expect((await post(director, NEW)).status).toBe(200);
    const other = await post<Problem>(director, { ...NEW, parts: 71 });
    expect([other.status, other.body.code]).toEqual([409, 'CONTRACT.EXISTS']);
  });

  it('are found by customer, by unit and by day', async () => {
    const numbers = async (query: string) => (await list(director, query)).items.map(({ number }) => number);
    expect(await numbers('customerId=cus-0001')).toEqual(['SV-2025-0001', 'SV-2026-0100']);
    expect(await numbers('unitId=unt-0004')).toEqual(['SV-2026-0100']);
    expect(await numbers('customerId=cus-0001&onDay=2025-07-01')).toEqual(['SV-2025-0001']);
    expect(await numbers('customerId=cus-0001&onDay=2031-12-31')).toEqual(['SV-2026-0100']);
  });

  it('come in pages', async () => {
    const first = await list(director, 'limit=2');
    expect(first.items).toHaveLength(2);
    const second = await list(director, `limit=2&cursor=${first.nextCursor ?? ''}`);
    expect(second.items.map(({ number }) => number)).not.toContain(first.items[1]?.number);
  });

  it('are nobody’s in another region, to read or to make', async () => {
    expect((await list(elsewhere, 'customerId=cus-0001')).items).toEqual([]);
    const { status, body } = await post<Problem>(elsewhere, { ...NEW, number: 'SV-2026-0101' });
    expect([status, body.code, body.errors[0]?.field]).toEqual([
      422,
      'REQUEST.REFERENCE_UNKNOWN',
      'customerId',
    ]);
  });

  it.each([
    ['a unit of somebody else', { unitIds: ['unt-0010'] }, '422 REQUEST.REFERENCE_UNKNOWN unitIds.0'],
    ['a unit that has one on some of the days', { unitIds: ['unt-0003'] }, '409 CONTRACT.OVERLAPS unitIds.0'],
    ['an end before its beginning', { validTo: '2025-12-31' }, '400 REQUEST.INVALID validTo'],
    ['a day that no calendar has', { validTo: '2027-02-29' }, '400 REQUEST.INVALID validTo'],
    ['a day before all days', { validFrom: '0000-01-01' }, '400 REQUEST.INVALID validFrom'],
    ['more than all', { parts: 101 }, '400 REQUEST.INVALID parts'],
    ['no units', { unitIds: [] }, '400 REQUEST.INVALID unitIds'],
  ])('are refused with %s', async (_name, wrong, expected) => {
    const { status, body } = await post<Problem>(director, { ...NEW, number: 'SV-2026-0102', ...wrong });
    expect(`${status} ${body.code} ${body.errors[0]?.field ?? ''}`).toBe(expected);
    expect(await system.database.serviceContract.count({ where: { number: 'SV-2026-0102' } })).toBe(0);
  });

  it('of which two at once want the same unit, one is taken', async () => {
    const twins = ['SV-2026-0201', 'SV-2026-0202'].map((number) =>
      post(director, { ...NEW, number, customerId: 'cus-0004', unitIds: ['unt-0013'] }),
    );
    expect((await Promise.all(twins)).map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('are seen in what the unit is entitled to', async () => {
    const { body } = await director.get<UnitView>('/v1/units/unt-0001');
    expect(body.entitlement).toMatchObject({
      labour: {
        percent: 100,
        reason: 'contract',
        source: 'SV-2026-0100',
        reasonName: { zh: '服务合同承担' },
      },
      parts: { percent: 70, reason: 'contract', until: '2031-12-31' },
      basis: { soldOn: '2021-03-30', contract: { number: 'SV-2026-0100' } },
    });
    expect(body.product).toMatchObject({
      warrantyFrom: 'installation',
      travel: { percent: 100, months: 24 },
    });
  });

  it('stand beside the rules of what no warranty pays for', async () => {
    const { body } = await director.get<{ items: { kind: string; value: string }[] }>(
      '/v1/entitlement-rules',
    );
    expect(body.items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'excluded-cause', value: 'misuse' }),
        expect.objectContaining({ kind: 'wear-part', value: 'SP-11*' }),
      ]),
    );
  });
});
