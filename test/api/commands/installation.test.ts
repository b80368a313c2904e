import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseDetail } from '../../../schemas/case-detail';
import type { UnitView } from '../../../schemas/unit';
import type { Problem } from '../../support/reading';
import { ANSWER, command, dispatchTo, done, give, registered, REPAIR, REPORT } from '../../support/requests';
import { eventually, startSystem, type TestSystem } from '../../support/system';

const yesterday = (): string => new Date(Date.now() - 36 * 3_600_000).toISOString().slice(0, 10);

describe('An installation that the customer accepts (R6, R8)', () => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startSystem();
  });
  afterAll(() => system.close());

  /** A case whose engineer is about to report, and the unit that it is about. */
  async function installed(unitSerial?: string): Promise<string> {
    const clerk = await system.as('lu.xinran');
    const { caseNumber } = await registered(clerk);
    await done(
      clerk,
      caseNumber,
      ANSWER,
      {
        type: 'classify',
        data: {
          requestType: 'installation',
          priority: 'normal',
          symptom: '新机安装',
          ...(unitSerial && { unitSerial }),
        },
      },
      dispatchTo('stf-027'),
    );
    await done(await system.as('li.wei'), caseNumber, { type: 'arrive', data: {} }, REPAIR);
    return caseNumber;
  }
  const enter = async (serial: string): Promise<UnitView> =>
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
          soldOn: '2026-11-02',
          address: '上海',
          reason: '交付',
        },
      )
    ).body;
  const read = async (id: string): Promise<UnitView> =>
    (await (await system.as('lu.xinran')).get<UnitView>(`/v1/units/${id}`)).body;

  it('is the day that the warranty of the unit runs from, in the register with the case', async () => {
    const { id, serial } = await enter('SC75F-2611-0901');
    const caseNumber = await installed(serial);
    const acceptedOn = yesterday();
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

  it('does not renew the warranty of a unit that was installed before', async () => {
    const before = await read('unt-0001');
    const caseNumber = await installed(before.serial);
    await done(await system.as('li.wei'), caseNumber, REPORT);
    await eventually(
      () => system.database.processEvent.findMany({ where: { processId: caseNumber, type: 'CallSettled' } }),
      (events) => events.some(({ data }) => JSON.stringify(data).includes('recordInstallation')),
    );
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
});
