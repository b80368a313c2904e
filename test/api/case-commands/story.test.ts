import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { pdfPages } from '../../support/pdf-text';
import type { Reader } from '../../support/reading';
import {
  ANSWER,
  CLASSIFY,
  command,
  dispatchTo,
  done,
  give,
  registered,
  REPAIR,
  REPORT,
} from '../../support/requests';
import { eventually, startSystem, type TestSystem } from '../../support/system';

const Settled = Type.Object({ key: Type.String() });
const PART = 'SP-11022';

describe('R4, R10, R18, R20, R22, R23: a repair from the call to the closed case', () => {
  let system: TestSystem;
  let clerk: Reader;
  let engineer: Reader;
  let caseNumber: string;

  beforeAll(async () => {
    system = await startSystem();
    clerk = await system.as('lu.xinran');
    engineer = await system.as('li.wei');
    ({ caseNumber } = await registered(clerk));
  });
  afterAll(() => system.close());

  const row = () => system.database.serviceCase.findUniqueOrThrow({ where: { number: caseNumber } });
  const clock = (name: string) =>
    system.database.processClock.findUniqueOrThrow({
      where: { processId_name: { processId: caseNumber, name } },
    });
  const stockOf = async () => {
    const { depots } = await system.parts.stockOf(PART);
    const total = (of: 'available' | 'reserved') => depots.reduce((sum, depot) => sum + depot[of], 0);
    return { available: total('available'), reserved: total('reserved') };
  };
  /** Parts are reserved under the key of the call for them. */
  const reservationId = async (): Promise<string> => {
    const settled = await eventually(
      () => system.database.processEvent.findFirst({ where: { processId: caseNumber, type: 'CallSettled' } }),
      (event) => event !== null,
    );
    return Value.Parse(Settled, settled?.data).key;
  };

  it('is answered, which keeps the 24-hour promise, and classified', async () => {
    const answered = await done(clerk, caseNumber, ANSWER);
    expect(answered).toMatchObject({ duplicate: false, stage: 'answered' });
    expect(answered.allowedCommands).toContain('classify');
    expect(answered.allowedCommands).not.toContain('dispatch');
    expect((await clock('answer')).metAt).not.toBeNull();
    const classified = await done(clerk, caseNumber, CLASSIFY);
    expect(classified.stage).toBe('classified');
    expect(await clock('resolution')).toMatchObject({ metAt: null, startedAt: (await row()).receivedAt });
  });

  it('is dispatched, and its parts are reserved in the parts system', async () => {
    const before = await stockOf();
    const { status, body, headers } = await give(clerk, caseNumber, [
      command(dispatchTo('stf-027', [{ partNumber: PART, quantity: 2 }])),
    ]);
    expect({ status, stage: body.stage }).toEqual({ status: 200, stage: 'dispatched' });
    // The version that the answer tells of: the parts system's word may have come in since the batch was done.
    expect(Number(/^"(\d+)"$/.exec(String(headers['etag']))?.[1])).toBeGreaterThanOrEqual(body.seq);
    const reservation = await system.parts.reservation(await reservationId());
    expect(reservation).toMatchObject({ reference: caseNumber, state: 'reserved' });
    expect(await stockOf()).toEqual({ available: before.available - 2, reserved: before.reserved + 2 });
    expect((await clock('arrival')).dueAt).not.toBeNull();
  });

  it('takes a visit out of reach as one batch, each step at its own instant', async () => {
    const { stageSince } = await stateOf();
    const at = (seconds: number): string => new Date(Date.parse(stageSince) + seconds).toISOString();
    const { status, body } = await give(engineer, caseNumber, [
      command({ type: 'arrive', data: {}, occurredAt: at(1) }),
      command({ ...REPAIR, occurredAt: at(2) }),
      command({ ...REPORT, occurredAt: at(3) }),
    ]);
    expect({ status, stage: body.stage }).toEqual({ status: 200, stage: 'reported' });
    expect((await clock('arrival')).metAt?.toISOString()).toBe(at(1));
    const events = await system.database.processEvent.findMany({
      where: { processId: caseNumber },
      orderBy: { seq: 'asc' },
    });
    const happened = (type: string) => events.find((event) => event.type === type)?.occurredAt?.toISOString();
    expect([happened('EngineerArrived'), happened('UnitRepaired'), happened('ServiceReported')]).toEqual([
      at(1),
      at(2),
      at(3),
    ]);
  });

  it('has its report on paper, with the parts by their names in the catalogue', async () => {
    const paper = async (language: string): Promise<string> => {
      const { rawPayload } = await system.app.inject({
        url: `/v1/cases/${caseNumber}/service-report.pdf?language=${language}`,
        headers: { authorization: `Bearer ${clerk.token}` },
      });
      const pages = await pdfPages(rawPayload);
      return pages
        .map(({ text }) => text)
        .join('')
        .replace(/\s+/g, '');
    };
    expect(await paper('zh')).toContain('SP-11022油过滤器滤芯22kW2');
    expect(await paper('en')).toContain('SP-11022Oilfilterelement,22kW(油过滤器滤芯22kW)2');
  });

  it('has issued its parts and accrued its cost, in the systems that keep them', async () => {
    const id = await reservationId();
    const issued = await eventually(
      () => system.parts.reservation(id),
      ({ state }) => state === 'issued',
    );
    expect(issued.picks.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(2);
    const { totals } = await eventually(
      () => system.finance.caseBalance(caseNumber),
      (balance) => balance.totals.length > 0,
    );
    expect(totals).toEqual([{ currency: 'CNY', costCents: 61_600, revenueCents: 0, profitCents: -61_600 }]);
  });

  it('is surveyed, revisited and closed, and then no clock runs and nothing is left to do', async () => {
    const surveyed = await done(clerk, caseNumber, {
      type: 'recordSurvey',
      data: { productScore: 5, serviceScore: 4, comment: '师傅很专业' },
    });
    expect(surveyed.stage).toBe('surveyed');
    expect(surveyed.allowedCommands).not.toContain('close');
    await done(clerk, caseNumber, {
      type: 'recordRevisit',
      data: { outcome: 'satisfied', note: '运行正常' },
    });
    const closed = await done(clerk, caseNumber, { type: 'close', data: {} });
    expect(closed).toMatchObject({ stage: 'closed', allowedCommands: [] });
    const { stage, closedAt, nextDeadline } = await row();
    expect({ stage, nextDeadline }).toEqual({ stage: 'closed', nextDeadline: null });
    expect(closedAt).not.toBeNull();
    const running = { processId: caseNumber, metAt: null, stoppedAt: null };
    expect(await system.database.processClock.count({ where: running })).toBe(0);
    expect(await system.database.task.count({ where: { processId: caseNumber } })).toBe(0);
  });

  it('is ended: what comes is refused, what was done before is still known', async () => {
    const repeated = command({ type: 'addNote', data: { text: '补记' } });
    const late = await give<{ code: string }>(clerk, caseNumber, [repeated]);
    expect({ status: late.status, code: late.body.code }).toEqual({ status: 409, code: 'CASE.ENDED' });
    const last = await system.database.processCommand.findFirstOrThrow({
      where: { processId: caseNumber },
      orderBy: { seq: 'desc' },
    });
    const known = await clerk.get(`/v1/cases/${caseNumber}/commands/${last.commandId}`);
    expect(known).toMatchObject({ status: 200, body: { id: last.commandId, status: 'done', seq: last.seq } });
    const unknown = await clerk.get(`/v1/cases/${caseNumber}/commands/${repeated.id}`);
    expect({ status: unknown.status, code: unknown.body.code }).toEqual({
      status: 404,
      code: 'RESOURCE.NOT_FOUND',
    });
  });

  async function stateOf(): Promise<{ readonly stageSince: string }> {
    const { occurredAt, at } = await system.database.processEvent.findFirstOrThrow({
      where: { processId: caseNumber, type: 'EngineerDispatched' },
    });
    return { stageSince: (occurredAt ?? at).toISOString() };
  }
});
