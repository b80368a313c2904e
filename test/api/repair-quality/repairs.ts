import type { EngineerFacts } from '../../../domain/case/facts';
import type { EarlierRepair } from '../../../domain/case/flows/repair/facts';
import type { Database } from '../../../platform/database';
import { aCase, CLERK, DIRECTOR, engineerActor, LI_WEI, type CaseBuilder } from '../../support/cases';
import { DIAGNOSIS, UNFINISHED, UNIT } from '../../unit/domain/support/commands';

export const QIAN: EngineerFacts = {
  id: 'stf-029',
  name: '钱俊峰',
  outletId: 'suzhou',
  regionId: 'east',
  serviceLevel: 'B',
};
const OF_THE_NORTH: EngineerFacts = { ...QIAN, id: 'of-the-north', outletId: 'north', regionId: 'north' };

export const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();

/**
 * Repairs of each kind that the figures tell apart, to be committed in this order: those of March 2026 in the East, one of April in the
 * North, two of late.
 */
export function repairs(database: Database): Record<string, CaseBuilder> {
  /** An engineer is at a unit of the sample company. */
  const visited = (receivedAt: string, engineer = LI_WEI, unitId = 'unt-0001', region = engineer.regionId) =>
    aCase(database)
      .of('cus-0001', region)
      .with({ unit: { ...UNIT, id: unitId } })
      .receivedAt(receivedAt)
      .answered()
      .classified()
      .dispatched(engineer)
      .arrived();
  const diagnosed = (
    it: CaseBuilder,
    code: string,
    { engineer = LI_WEI, earlier = [] }: { engineer?: EngineerFacts; earlier?: EarlierRepair[] } = {},
  ) =>
    it.give(
      'diagnose',
      {
        ...DIAGNOSIS,
        fault: { code, nameEn: code, nameZh: code },
        history: { earlier, repeatWithinDays: 90 },
      },
      engineerActor(engineer),
    );
  const inMarch = (day: number): string => `2026-03-${String(day).padStart(2, '0')}T01:00:00.000Z`;
  const WORK = { fault: '漏油', cause: '轴封磨损', work: '更换轴封' };

  const lasted = diagnosed(visited(inMarch(2)), 'air-leak')
    .repaired()
    .reported();
  const retested = diagnosed(
    diagnosed(visited(inMarch(4)), 'low-pressure')
      .give('repair', WORK, engineerActor(LI_WEI))
      .give('verify', { outcome: 'failed', method: '试机', note: '仍漏' }, engineerActor(LI_WEI)),
    'low-pressure',
  )
    .give('repair', WORK, engineerActor(LI_WEI))
    .give('verify', { outcome: 'passed', method: '试机' }, engineerActor(LI_WEI));
  const twoVisits = diagnosed(
    diagnosed(visited(inMarch(6)), 'valve-stuck')
      .give('leaveUnfinished', UNFINISHED, engineerActor(LI_WEI))
      .dispatched()
      .arrived(),
    'valve-stuck',
  ).repaired();
  const repeated = diagnosed(visited(inMarch(8)), 'oil-leak').repaired();
  const undiagnosed = visited(inMarch(10)).repaired();
  const repeat = diagnosed(visited(inMarch(12), QIAN), 'oil-leak', {
    engineer: QIAN,
    earlier: [{ caseNumber: repeated.number, repairedAt: '2026-03-08T09:00:00.000Z', engineerId: LI_WEI.id }],
  }).repaired();
  const alike = diagnosed(visited(inMarch(14), QIAN, 'unt-0002'), 'oil-leak', {
    engineer: QIAN,
  }).repaired();
  const unrelated = diagnosed(visited(inMarch(16), QIAN, 'unt-0002'), 'oil-leak', {
    engineer: QIAN,
    earlier: [{ caseNumber: alike.number, repairedAt: '2026-03-14T09:00:00.000Z', engineerId: QIAN.id }],
  })
    .give('attributeRepeat', { attribution: 'unrelated', note: '另一处漏油' }, DIRECTOR)
    .repaired();
  const untested = diagnosed(visited(inMarch(18)), 'sensor-fault').give(
    'repair',
    WORK,
    engineerActor(LI_WEI),
  );
  const northern = diagnosed(visited('2026-04-02T01:00:00.000Z', OF_THE_NORTH), 'drain-blocked', {
    engineer: OF_THE_NORTH,
  }).repaired();
  // Not mended yet: that the fault came back is known.
  const fromTheEast = diagnosed(visited('2026-04-06T01:00:00.000Z'), 'drain-blocked', {
    earlier: [{ caseNumber: northern.number, repairedAt: '2026-04-02T09:00:00.000Z' }],
  });
  const unfound = visited('2026-05-04T01:00:00.000Z')
    .give('leaveUnfinished', { ...UNFINISHED, reason: 'customer-absent' }, engineerActor(LI_WEI))
    .dispatched()
    .arrived();
  const customerAway = diagnosed(unfound, 'air-leak').repaired();
  const causesAnother = diagnosed(visited('2026-05-06T01:00:00.000Z'), 'low-pressure').repaired();
  const another = visited('2026-05-20T01:00:00.000Z')
    .give(
      'diagnose',
      {
        ...DIAGNOSIS,
        fault: { code: 'valve-stuck', nameEn: 'valve', nameZh: '阀' },
        history: {
          earlier: [],
          otherFaults: [{ caseNumber: causesAnother.number, repairedAt: '2026-05-06T09:00:00.000Z' }],
          repeatWithinDays: 90,
        },
      },
      engineerActor(LI_WEI),
    )
    .give('attributeRepeat', { attribution: 'workmanship', note: '上次装配不良' }, DIRECTOR)
    .repaired();
  const fadesOut = diagnosed(visited('2026-06-03T01:00:00.000Z'), 'low-pressure').repaired();
  const judgedLater = visited('2026-06-20T01:00:00.000Z')
    .give(
      'diagnose',
      {
        ...DIAGNOSIS,
        fault: { code: 'valve-stuck', nameEn: 'valve', nameZh: '阀' },
        history: {
          earlier: [],
          otherFaults: [{ caseNumber: fadesOut.number, repairedAt: '2026-06-03T09:00:00.000Z' }],
          repeatWithinDays: 90,
        },
      },
      engineerActor(LI_WEI),
    )
    .repaired()
    .reported()
    .surveyed()
    .revisited()
    .give('close', { leavesRepeatToJudge: true }, CLERK);
  // 60 days for dryers, 90 for all else.
  const dryer = diagnosed(visited(daysAgo(70), LI_WEI, 'unt-0003'), 'refrigerant-leak').repaired();
  const compressor = diagnosed(visited(daysAgo(69)), 'start-failure').repaired();
  return {
    lasted,
    retested,
    twoVisits,
    repeated,
    undiagnosed,
    repeat,
    alike,
    unrelated,
    untested,
    northern,
    fromTheEast,
    customerAway,
    causesAnother,
    another,
    fadesOut,
    judgedLater,
    dryer,
    compressor,
  };
}
