import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseDetail } from '../../../api/cases/detail-schema';
import type { TripView } from '../../../api/dispatch/trip-schema';
import type { Page, Problem, Reader } from '../../support/reading';
import {
  ANSWER,
  CLASSIFY,
  command,
  dispatchTo,
  done,
  type Given,
  give,
  LANTING,
  registered,
  REPAIR,
  REPORT,
} from '../../support/requests';
import { eventually, startSystem, type TestSystem } from '../../support/system';

const [LI, XU, DING] = ['stf-027', 'stf-028', 'stf-030'];
const COST = {
  labourMinutes: 0,
  travelMinutes: 55,
  labourCostCents: 0,
  travelCostCents: 6_200,
  currency: 'CNY',
};
const costOf = (trip: number): Given => ({ type: 'recordTripCost', data: { trip, ...COST } });
const reassignTo = (engineerId: string): Given => ({
  type: 'reassign',
  data: { engineerId, reason: '途中车辆故障' },
});
const DEPART: Given = { type: 'depart', data: {} };
const ARRIVE: Given = { type: 'arrive', data: {} };

describe('R13: a trip that another engineer is given on the way', () => {
  let system: TestSystem;
  let clerk: Reader;
  let director: Reader;
  let li: Reader;
  let xu: Reader;
  let number: string;

  beforeAll(async () => {
    system = await startSystem();
    [clerk, director, li, xu] = [
      await system.as('lu.xinran'),
      await system.as('gu.chengan'),
      await system.as('li.wei'),
      await system.as('xu.zhengyang'),
    ];
    number = await dispatched(LI);
    await done(li, number, DEPART);
    await done(clerk, number, reassignTo(XU));
  });
  afterAll(() => system.close());

  async function dispatched(engineerId: string): Promise<string> {
    const { caseNumber } = await registered(clerk, { unitSerial: LANTING.unitSerial });
    await done(clerk, caseNumber, ANSWER, CLASSIFY);
    // Full cover: the customer's share is not under test here.
    const verdict = { labour: 100, parts: 100, travel: 100 };
    await done(director, caseNumber, { type: 'overruleEntitlement', data: { verdict, reason: '老客户' } });
    await done(clerk, caseNumber, dispatchTo(engineerId));
    return caseNumber;
  }
  const detail = async (by = clerk, of = number): Promise<CaseDetail> =>
    (await by.get<CaseDetail>(`/v1/cases/${of}`)).body;
  const trips = async (query: string, by = director): Promise<readonly TripView[]> =>
    (await by.get<Page<TripView>>(`/v1/trips?${query}`)).body.items;
  const maySeeCost = async (by: Reader): Promise<boolean> =>
    (await detail(by)).allowedCommands.includes('recordTripCost');
  const refused = async (by: Reader, given: Given, of = number) => {
    const { status, body } = await give<Problem>(by, of, [command(given)]);
    return [status, body.code, ...body.errors.map(({ field }) => field)];
  };
  const costInFinance = (of: string, costCents: number) =>
    eventually(
      () => system.finance.caseBalance(of),
      ({ totals }) => totals[0]?.costCents === costCents,
    );

  it('stays on record beside the one under way, its cost not known yet', async () => {
    const { dispatch, visits } = await detail();
    expect(dispatch?.engineer.id).toBe(XU);
    expect(visits).toMatchObject([
      {
        number: 1,
        engineer: { id: LI },
        appointment: dispatch?.appointment,
        departedAt: expect.any(String),
        arrivedAt: null,
        endedAt: expect.any(String),
        outcome: 'handed-over',
        cost: null,
      },
      { number: 2, engineer: { id: XU }, departedAt: null, outcome: 'under-way', cost: null },
    ]);
    expect(await trips(`caseNumber=${number}&outcome=handed-over`)).toMatchObject([
      { id: `${number}:1`, promised: dispatch?.appointment, days: 1, cost: null },
    ]);
    // The visit is the second one's alone.
    expect(await refused(li, ARRIVE)).toEqual([403, 'CASE.NOT_ASSIGNED_TO_YOU']);
  });

  it('costs what the one who made it tells, or a dispatcher; once, and nobody else', async () => {
    expect(await maySeeCost(li)).toBe(true);
    expect(await refused(xu, costOf(1))).toEqual([403, 'CASE.NOT_ASSIGNED_TO_YOU']);
    expect(await refused(li, costOf(2))).toEqual([422, 'COMMAND.INVALID', 'data.trip']);
    expect(await refused(await system.as('ni.xiaoman'), costOf(1))).toEqual([403, 'CASE.NOT_PERMITTED']);
    const recordCost = command(costOf(1));
    await give(li, number, [recordCost]);

    expect((await give(li, number, [recordCost])).body).toMatchObject({ duplicate: true });
    expect((await detail(director)).visits).toMatchObject([{ cost: COST }, { cost: null }]);
    expect(await maySeeCost(li)).toBe(false);
    expect(await refused(clerk, costOf(1))).toEqual([409, 'CASE.NO_TRIP_WITHOUT_COST']);
    await costInFinance(number, COST.travelCostCents);
  });

  it('is one of two in the dispatch record, each with its cost, and finance has both', async () => {
    await done(xu, number, DEPART, ARRIVE, REPAIR, REPORT);

    const { labourCostCents, travelCostCents, partsCostCents } = REPORT.data;
    expect(await trips(`caseNumber=${number}`)).toMatchObject([
      { number: 2, engineer: { id: XU }, outcome: 'repaired', cost: { labourCostCents, travelCostCents } },
      { number: 1, engineer: { id: LI }, outcome: 'handed-over', cost: COST },
    ]);
    await costInFinance(number, COST.travelCostCents + labourCostCents + travelCostCents + partsCostCents);
    // The customer was visited once.
    expect(await detail()).toMatchObject({ stage: 'reported', firstTimeFix: true });
  });

  it('to another outlet, stays in the record of the one that made it; a dispatcher tells the cost, after the report, too', async () => {
    const other = await dispatched(LI);
    await done(li, other, DEPART);
    await done(clerk, other, reassignTo(DING));

    expect((await li.get(`/v1/cases/${other}`)).status).toBe(404);
    expect(await trips(`caseNumber=${other}`, li)).toMatchObject([{ number: 1, outcome: 'handed-over' }]);
    const ding = await system.as('ding.wenbo');
    expect(await trips(`caseNumber=${other}`, ding)).toMatchObject([{ number: 2, outcome: 'under-way' }]);
    await done(ding, other, ARRIVE, REPAIR, REPORT);
    await done(clerk, other, costOf(1));
    expect(await trips(`caseNumber=${other}`)).toMatchObject([{ number: 2 }, { number: 1, cost: COST }]);
  });

  it('is none where nobody had set out; one that a cancellation breaks off is', async () => {
    const other = await dispatched(XU);
    await done(clerk, other, reassignTo(LI));
    expect(await trips(`caseNumber=${other}`)).toMatchObject([
      { number: 1, engineer: { id: LI }, outcome: 'under-way' },
    ]);
    expect(await refused(clerk, costOf(1), other)).toEqual([409, 'CASE.NO_TRIP_WITHOUT_COST']);
    await done(li, other, DEPART);
    await done(director, other, { type: 'cancel', data: { reason: '客户已自行修好' } });
    expect(await trips(`caseNumber=${other}`)).toMatchObject([
      { number: 1, engineer: { id: LI }, outcome: 'cancelled', endedAt: expect.any(String), days: 1 },
    ]);
    // The trip was made all the same: its engineer reports the cost, and only then is the case over.
    const waiting = await system.database.task.findMany({ where: { processId: other } });
    expect(waiting).toMatchObject([{ kind: 'record-trip-cost', staffId: LI }]);
    await done(li, other, costOf(1));
    expect(await trips(`caseNumber=${other}`)).toMatchObject([{ outcome: 'cancelled', cost: COST }]);
    await costInFinance(other, COST.travelCostCents);
    expect(await refused(li, costOf(1), other)).toEqual([409, 'CASE.ENDED']);
  });

  it('stays in the ledger when its case is cancelled', async () => {
    const other = await dispatched(LI);
    await done(li, other, DEPART);
    await done(clerk, other, reassignTo(XU));
    await done(li, other, costOf(1));
    await costInFinance(other, COST.travelCostCents);
    await done(director, other, { type: 'cancel', data: { reason: '客户换机' } });
    await costInFinance(other, COST.travelCostCents);
    expect(await trips(`caseNumber=${other}`)).toMatchObject([
      { number: 1, outcome: 'handed-over', cost: COST },
    ]);
  });
});
