import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseDetail } from '../../../api/cases/detail-schema';
import type { Problem, Reader } from '../../support/reading';
import {
  ANSWER,
  CLASSIFY,
  command,
  done,
  give,
  LANTING,
  registered,
  REPAIR,
  REPORT,
} from '../../support/requests';
import { eventually, startSystem, type TestSystem } from '../../support/system';

const ENGINEER_ID = 'stf-027';
interface Found {
  readonly faultCode?: string;
  readonly causeCode?: string;
  readonly parts?: { partNumber: string; quantity: number }[];
}
const diagnose = (changes: Found = {}) =>
  ({
    type: 'diagnose',
    data: {
      faultCode: 'high-temperature',
      causeCode: 'wear-out',
      finding: '油气分离器堵塞',
      plan: '更换油气分离器并清洗冷却器',
      ...changes,
    },
  }) as const;
const DAY_MS = 86_400_000;
/** Two hours, so many days from now. */
const dispatchOn = (day: number) => {
  const fromMs = Date.now() + day * DAY_MS;
  const appointment = {
    from: new Date(fromMs).toISOString(),
    to: new Date(fromMs + 7_200_000).toISOString(),
  };
  return dispatchAt(appointment);
};
const dispatchAt = (appointment: { from: string; to: string }) => {
  const parts: { partNumber: string; quantity: number }[] = [];
  return {
    type: 'dispatch',
    data: { engineerId: ENGINEER_ID, appointment, outsideHours: true, parts },
  } as const;
};
const UNFINISHED = {
  type: 'leaveUnfinished',
  data: {
    reason: 'parts-needed',
    note: '现场无同型号备件',
    labourMinutes: 50,
    travelMinutes: 40,
    labourCostCents: 10_000,
    travelCostCents: 6_000,
    currency: 'CNY',
  },
} as const;

describe('R13, R14, R17: visits, their diagnosis, and whether the repair lasts', () => {
  let system: TestSystem;
  let clerk: Reader;
  let engineer: Reader;
  let director: Reader;
  let first: string;
  let second: string;

  beforeAll(async () => {
    system = await startSystem();
    [clerk, engineer, director] = [
      await system.as('lu.xinran'),
      await system.as('li.wei'),
      await system.as('gu.chengan'),
    ];
  });
  afterAll(() => system.close());

  const detail = async (number: string): Promise<CaseDetail> =>
    (await clerk.get<CaseDetail>(`/v1/cases/${number}`)).body;
  const toSite = async (day: number): Promise<string> => {
    const { caseNumber } = await registered(clerk, { unitSerial: LANTING.unitSerial });
    await done(clerk, caseNumber, ANSWER, CLASSIFY);
    // Full cover: the customer's share is not under test here.
    const verdict = { labour: 100, parts: 100, travel: 100 };
    await done(director, caseNumber, { type: 'overruleEntitlement', data: { verdict, reason: '老客户' } });
    await done(clerk, caseNumber, dispatchOn(day));
    await done(engineer, caseNumber, { type: 'depart', data: {} }, { type: 'arrive', data: {} });
    return caseNumber;
  };

  it('a visit left unfinished is followed by another, and finance has the cost of both', async () => {
    first = await toSite(1);
    const left = await done(
      engineer,
      first,
      diagnose({ parts: [{ partNumber: 'SP-11022', quantity: 1 }] }),
      UNFINISHED,
    );
    expect(left.stage).toBe('classified');
    await done(clerk, first, dispatchOn(2));
    await done(engineer, first, { type: 'arrive', data: {} }, REPAIR, REPORT);
    expect(await detail(first)).toMatchObject({
      visits: [
        { number: 1, outcome: 'unfinished', reason: 'parts-needed', engineer: { id: ENGINEER_ID } },
        { number: 2, outcome: 'repaired' },
      ],
      diagnosis: {
        fault: { code: 'high-temperature', names: { zh: '排气温度过高' } },
        cause: { category: 'wear' },
      },
      firstTimeFix: false,
      repeatRepair: null,
    });
    const { labourCostCents, travelCostCents, partsCostCents } = REPORT.data;
    const wanted = 16_000 + labourCostCents + travelCostCents + partsCostCents;
    await eventually(
      () => system.finance.caseBalance(first),
      ({ totals }) => totals[0]?.costCents === wanted,
    );
  });

  it('the same fault on the same unit soon after is a repeat repair, which a supervisor attributes', async () => {
    second = await toSite(3);
    const found = await done(engineer, second, diagnose(), REPAIR, REPORT);
    expect(found.stage).toBe('reported');
    expect(await detail(second)).toMatchObject({
      repeatRepair: { caseNumber: first, days: 0, attribution: null },
      firstTimeFix: false,
      followUps: [{ kind: 'repeat-repair' }],
      tasks: expect.arrayContaining([
        expect.objectContaining({ kind: 'repeat-repair', role: 'centre-director' }),
      ]),
    });
    const attribute = {
      type: 'attributeRepeat',
      data: { attribution: 'misdiagnosis', note: '首次未清洗冷却器' },
    } as const;
    expect((await give<Problem>(engineer, second, [command(attribute)])).body.code).toBe(
      'CASE.NOT_PERMITTED',
    );
    await done(director, second, attribute);
    expect(await detail(second)).toMatchObject({
      repeatRepair: { attribution: 'misdiagnosis' },
      followUps: [],
    });
  });

  it('another fault on the same unit is none', async () => {
    const third = await toSite(4);
    await done(engineer, third, diagnose({ faultCode: 'oil-leak' }), REPAIR);
    expect(await detail(third)).toMatchObject({ repeatRepair: null, firstTimeFix: true });
  });

  it.each([
    ['faultCode', { faultCode: 'no-such-fault' }],
    ['causeCode', { causeCode: 'no-such-cause' }],
  ])(
    'a diagnosis with an unknown %s is refused by the field, and changes nothing',
    async (field, changes) => {
      const number = await toSite(field === 'faultCode' ? 5 : 6);
      const before = await detail(number);
      const { status, body } = await give<Problem>(engineer, number, [command(diagnose(changes))]);
      expect([status, body]).toMatchObject([
        422,
        { code: 'REQUEST.REFERENCE_UNKNOWN', errors: [{ field: `commands.0.data.${field}` }] },
      ]);
      expect((await detail(number)).version).toBe(before.version);
    },
  );
});
