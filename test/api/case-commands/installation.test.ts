import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dayIn } from '../../../platform/wall-clock';
import type { CaseDetail } from '../../../api/cases/detail-schema';
import type { UnitView } from '../../../api/units/schema';
import type { Problem } from '../../support/reading';
import { ANSWER, command, dispatchTo, done, give, registered, REPAIR, REPORT } from '../../support/requests';
import { eventually, startSystem, type TestSystem } from '../../support/system';

const ago = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();
/** The day in Shanghai, so many hours ago. */
const dayAgo = (hours: number): string => dayIn('Asia/Shanghai', new Date(ago(hours)));
const CAME_AGO = 60;

describe('An installation that the customer accepts (R6, R8)', () => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startSystem();
  });
  afterAll(() => system.close());

  /** A case whose engineer is about to report, and the unit that it is about. */
  async function installed(unitSerial?: string): Promise<string> {
    const clerk = await system.as('lu.xinran');
    const { caseNumber } = await registered(clerk, { receivedAt: ago(80) });
    const occurredAt = ago(70);
    // Entered from further back than a clerk may.
    await done(
      await system.as('gu.chengan'),
      caseNumber,
      { ...ANSWER, occurredAt },
      {
        type: 'classify',
        occurredAt,
        data: {
          requestType: 'installation',
          priority: 'normal',
          symptom: '新机安装',
          ...(unitSerial && { unitSerial }),
        },
      },
      { ...dispatchTo('stf-027'), occurredAt },
    );
    await done(
      await system.as('li.wei'),
      caseNumber,
      { type: 'arrive', data: {}, occurredAt: ago(CAME_AGO) },
      REPAIR,
    );
    return caseNumber;
  }
  const enter = async (serial: string, days: object = { soldOn: '2026-11-02' }): Promise<UnitView> =>
    (
      await (
        await system.as('lu.xinran')
      ).send<UnitView>(
        'POST',
        '/v1/units',
        {},
        {
          serial,
          productCode: 'SC-75F',
          customerId: 'cus-0001',
          ...days,
          address: '上海',
          reason: '交付',
        },
      )
    ).body;
  const follow = async (caseNumber: string): Promise<CaseDetail> =>
    (await (await system.as('lu.xinran')).get<CaseDetail>(`/v1/cases/${caseNumber}`)).body;
  const amend = async (caseNumber: string, changes: object) =>
    give<Problem>(await system.as('li.wei'), caseNumber, [
      command({ type: 'amendReport', data: { changes, reason: '验收单为前一日' } }),
    ]);
  const read = async (id: string): Promise<UnitView> =>
    (await (await system.as('lu.xinran')).get<UnitView>(`/v1/units/${id}`)).body;

  it('is the day that the warranty of the unit runs from, in the register with the case', async () => {
    const { id, serial } = await enter('SC75F-2611-0901');
    const caseNumber = await installed(serial);
    const acceptedOn = dayAgo(30);
    await done(await system.as('li.wei'), caseNumber, { ...REPORT, data: { ...REPORT.data, acceptedOn } });
    const unit = await eventually(
      () => read(id),
      ({ installedOn }) => installedOn !== null,
    );
    expect(unit).toMatchObject({ installedOn: acceptedOn, version: 2 });
    expect(unit.entitlement.labour.until?.slice(5)).toBe(acceptedOn.slice(5));
    const changes = await (await system.as('lu.xinran')).get<{ items: object[] }>(`/v1/units/${id}/changes`);
    expect(changes.body.items[0]).toMatchObject({
      version: 2,
      by: 'stf-027',
      caseNumber,
      installedOn: acceptedOn,
    });
  });

  it('does not renew the warranty of a unit that was installed before, and tells the desk of the two days', async () => {
    const before = await read('unt-0001');
    const caseNumber = await installed(before.serial);
    await done(await system.as('li.wei'), caseNumber, REPORT);
    const { followUps } = await eventually(
      () => follow(caseNumber),
      (body) => body.followUps.length > 0,
    );
    expect(followUps).toMatchObject([
      { kind: 'installed-before', reasonNames: { en: expect.stringContaining(String(before.installedOn)) } },
    ]);
    expect(await read('unt-0001')).toMatchObject({
      installedOn: before.installedOn,
      version: before.version,
    });
  });

  it('of a unit that nobody entered is followed up', async () => {
    const caseNumber = await installed();
    await done(await system.as('li.wei'), caseNumber, REPORT);
    const { body } = await (await system.as('lu.xinran')).get<CaseDetail>(`/v1/cases/${caseNumber}`);
    expect(body.followUps).toMatchObject([{ kind: 'unit-unregistered' }]);
  });

  it('is refused on a day that has not come, and for what is no installation', async () => {
    const { serial } = await enter('SC75F-2611-0902');
    const caseNumber = await installed(serial);
    const engineer = await system.as('li.wei');
    const refused = await give<Problem>(engineer, caseNumber, [
      command({ ...REPORT, data: { ...REPORT.data, acceptedOn: '2126-01-01' } }),
    ]);
    expect([refused.status, refused.body.errors[0]?.field]).toEqual([400, 'commands.0.data.acceptedOn']);
  });

  it.each([
    ['before the unit was sold', { soldOn: dayAgo(30) }, CAME_AGO],
    ['before anybody had come for it', { soldOn: '2026-11-02' }, CAME_AGO + 48],
    ['before it was delivered', { soldOn: '2026-11-02', deliveredOn: dayAgo(30) }, CAME_AGO],
  ])('is refused %s, with what would do', async (_what, days, hours) => {
    const { id, serial } = await enter(`SC75F-2611-1${hours}${Object.keys(days).length}`, days);
    const caseNumber = await installed(serial);
    const refused = await give<Problem>(await system.as('li.wei'), caseNumber, [
      command({ ...REPORT, data: { ...REPORT.data, acceptedOn: dayAgo(hours) } }),
    ]);
    expect([refused.status, refused.body.errors[0]?.field]).toEqual([400, 'commands.0.data.acceptedOn']);
    expect(refused.body.detail).toMatch(/ or a later date/u);
    expect(await read(id)).toMatchObject({ installedOn: null });
  });

  it('may be before the sale of a unit that was delivered by then', async () => {
    const { id, serial } = await enter('SC75F-2611-0903', { soldOn: dayAgo(0), deliveredOn: dayAgo(90) });
    const caseNumber = await installed(serial);
    await done(await system.as('li.wei'), caseNumber, {
      ...REPORT,
      data: { ...REPORT.data, acceptedOn: dayAgo(30) },
    });
    await eventually(
      () => read(id),
      ({ installedOn }) => installedOn === dayAgo(30),
    );
  });

  it('is corrected by an amendment, and the warranty of the unit follows', async () => {
    const { id, serial } = await enter('SC75F-2611-0904');
    const caseNumber = await installed(serial);
    await done(await system.as('li.wei'), caseNumber, REPORT);
    await eventually(
      () => read(id),
      ({ installedOn }) => installedOn === dayAgo(0),
    );
    const tooEarly = await amend(caseNumber, { acceptedOn: '2026-01-01' });
    expect([tooEarly.status, tooEarly.body.errors[0]?.field]).toEqual([
      400,
      'commands.0.data.changes.acceptedOn',
    ]);
    expect((await amend(caseNumber, { acceptedOn: dayAgo(30) })).status).toBe(200);
    const unit = await eventually(
      () => read(id),
      ({ installedOn }) => installedOn === dayAgo(30),
    );
    expect(unit.entitlement.labour.until?.slice(5)).toBe(dayAgo(30).slice(5));
    expect(await follow(caseNumber)).toMatchObject({ followUps: [] });
    const again = await amend(caseNumber, { acceptedOn: dayAgo(30) });
    expect([again.status, again.body.code]).toEqual([422, 'REPORT.NOTHING_CHANGED']);
  });

  it('is a question for the desk where somebody has changed the day of the unit since', async () => {
    const { id, serial } = await enter('SC75F-2611-0905');
    const caseNumber = await installed(serial);
    await done(await system.as('li.wei'), caseNumber, REPORT);
    const { version } = await eventually(
      () => read(id),
      ({ installedOn }) => installedOn !== null,
    );
    const clerk = await system.as('lu.xinran');
    const patch = { installedOn: dayAgo(55), reason: '验收单' };
    const patched = await clerk.send('PATCH', `/v1/units/${id}`, { 'if-match': `"${version}"` }, patch);
    expect(patched.status).toBe(200);
    expect((await amend(caseNumber, { acceptedOn: dayAgo(30), labourMinutes: 45 })).status).toBe(200);
    await eventually(
      () => follow(caseNumber),
      ({ followUps }) => followUps.some(({ kind }) => kind === 'installed-before'),
    );
    expect(await read(id)).toMatchObject({ installedOn: dayAgo(55) });
  });
});
