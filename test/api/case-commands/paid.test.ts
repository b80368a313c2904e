import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { WireData } from '../../../api/case-commands/schema';
import type { CaseDetail } from '../../../api/cases/detail-schema';
import type { CaseMoney } from '../../../api/cases/money-schema';
import type { Problem, Reader } from '../../support/reading';
import {
  ANSWER,
  CLASSIFY,
  command,
  dispatchTo,
  done,
  give,
  LANTING,
  registered,
  REPAIR,
  REPORT,
} from '../../support/requests';
import { eventually, startSystem, type TestSystem } from '../../support/system';

const PART = 'SP-11075';
const DIAGNOSE = {
  type: 'diagnose',
  data: { faultCode: 'high-temperature', causeCode: 'wear-and-tear', finding: '滤芯堵塞', plan: '更换滤芯' },
} as const;
const LINES: WireData<'prepareQuote'>['lines'] = [
  { item: 'labour', minutes: 90 },
  { item: 'travel', trips: 1 },
  { item: 'parts', partNumber: PART, quantity: 1 },
];

describe('a repair that the customer pays for (R7, R10)', () => {
  let system: TestSystem;
  let clerk: Reader;
  let director: Reader;
  let engineer: Reader;
  let number: string;

  beforeAll(async () => {
    system = await startSystem();
    [clerk, director, engineer] = [
      await system.as('lu.xinran'),
      await system.as('gu.chengan'),
      await system.as('li.wei'),
    ];
    ({ caseNumber: number } = await registered(clerk, { unitSerial: LANTING.unitSerial }));
    await done(clerk, number, ANSWER, CLASSIFY, dispatchTo('stf-027', [{ partNumber: PART, quantity: 1 }]));
    await done(engineer, number, { type: 'arrive', data: {} });
  });
  afterAll(() => system.close());

  const detail = async () => (await clerk.get<CaseDetail>(`/v1/cases/${number}`)).body;
  const money = async () => (await director.get<CaseMoney>(`/v1/cases/${number}/money`)).body;
  const decide = (version: number, decision: 'accept' | 'refuse') => ({
    type: 'decideQuote' as const,
    data: {
      version,
      decision,
      consent: { by: 'customer' as const, how: 'phone' as const, at: new Date().toISOString() },
    },
  });

  it('waits for the customer’s word once it is known what is wrong', async () => {
    const faults = await system.database.causeCode.findMany({ where: { category: 'wear' } });
    await done(engineer, number, {
      ...DIAGNOSE,
      data: { ...DIAGNOSE.data, causeCode: faults[0]?.code ?? '' },
    });
    const { status, body } = await give<Problem>(engineer, number, [command(REPAIR)]);
    expect({ status, code: body.code }).toEqual({ status: 409, code: 'CASE.QUOTE_NEEDED' });
    expect((await detail()).tasks.map(({ kind }) => kind)).toContain('prepare-quote');
  });

  it('is quoted by the price list, with tax, and its resolution waits', async () => {
    await done(engineer, number, { type: 'prepareQuote', data: { lines: LINES } });
    const { quote, clocks } = await detail();
    expect(quote).toMatchObject({ version: 1, status: 'offered', currency: 'CNY', number: `${number}-Q1` });
    const net = quote?.lines.reduce((sum, { customerCents }) => sum + customerCents, 0);
    expect(quote?.netCents).toBe(net);
    expect(quote?.totalCents).toBe((net ?? 0) + (quote?.taxCents ?? 0));
    expect(clocks.find(({ name }) => name === 'resolution')?.state).toBe('paused');
  });

  it('is decided on the version that counts, and the repair goes on', async () => {
    await done(clerk, number, { type: 'reviseQuote', data: { lines: LINES, reason: '客户议价' } });
    const stale = await give<Problem>(clerk, number, [command(decide(1, 'accept'))]);
    expect({ status: stale.status, code: stale.body.code }).toEqual({ status: 409, code: 'QUOTE.REVISED' });
    await done(clerk, number, decide(2, 'accept'));
    expect((await done(engineer, number, REPAIR, REPORT)).stage).toBe('reported');
  });

  it('is invoiced by what was quoted; case and ledger agree to the cent', async () => {
    const { quote } = await detail();
    const settled = await eventually(money, ({ finance }) => finance.state === 'agrees');
    expect(settled.postings).toMatchObject([
      { kind: 'cost', state: 'posted' },
      { kind: 'invoice', number: `${number}-I1`, state: 'posted', revenueCents: quote?.netCents },
    ]);
    const [totals] = settled.totals;
    expect(totals?.profitCents).toBe((totals?.revenueCents ?? 0) - (totals?.costCents ?? 0));
    expect((await system.finance.caseInvoices(number)).invoices).toMatchObject([{ state: 'issued' }]);
  });

  it('stays when the case is cancelled: the work was done', async () => {
    const before = await money();
    await done(director, number, { type: 'cancel', data: { reason: '误报修' } });
    const settled = await eventually(money, ({ finance }) => finance.state === 'agrees');
    expect(settled.totals).toEqual(before.totals);
    expect(settled.postings.every(({ state }) => state === 'posted')).toBe(true);
    expect((await system.finance.caseInvoices(number)).invoices).toMatchObject([{ state: 'issued' }]);
  });
});
