import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BillTotals, CreditNoteItem, InvoiceItem, QuoteItem } from '../../../api/billing/schema';
import type { WireData } from '../../../api/case-commands/schema';
import type { Page, Reader } from '../../support/reading';
import {
  ANSWER,
  CLASSIFY,
  dispatchTo,
  done,
  LANTING,
  registered,
  REPAIR,
  REPORT,
} from '../../support/requests';
import { startSystem, type TestSystem } from '../../support/system';
import { place, tamper, verifying } from '../verify/verifying';

const PART = 'SP-11075';
const LINES: WireData<'prepareQuote'>['lines'] = [
  { item: 'labour', minutes: 90 },
  { item: 'travel', trips: 1 },
  { item: 'parts', partNumber: PART, quantity: 1 },
];
const MIGRATION = 'prisma/migrations/20261129092000_quotes_and_invoices/migration.sql';

describe('Quotes, invoices and credit notes of all cases (R7, R10)', () => {
  let system: TestSystem;
  let billing: Reader;
  let clerk: Reader;
  let engineer: Reader;
  let number: string;

  beforeAll(async () => {
    system = await startSystem();
    [billing, clerk, engineer] = [
      await system.as('ni.xiaoman'),
      await system.as('lu.xinran'),
      await system.as('li.wei'),
    ];
    ({ caseNumber: number } = await registered(clerk, { unitSerial: LANTING.unitSerial }));
    await done(clerk, number, ANSWER, CLASSIFY, dispatchTo('stf-027', [{ partNumber: PART, quantity: 1 }]));
    const wear = await system.database.causeCode.findFirstOrThrow({ where: { category: 'wear' } });
    const found = { faultCode: 'high-temperature', causeCode: wear.code, finding: '滤芯堵塞', plan: '更换' };
    await done(engineer, number, { type: 'arrive', data: {} }, { type: 'diagnose', data: found });
    await done(engineer, number, { type: 'prepareQuote', data: { lines: LINES } });
    await done(clerk, number, {
      type: 'reviseQuote',
      data: { lines: LINES.slice(0, 2), reason: '客户议价' },
    });
  });
  afterAll(() => system.close());

  const list = async <T>(path: string, by = billing): Promise<readonly T[]> => {
    const { status, body } = await by.get<Page<T>>(path);
    expect([path, status]).toEqual([path, 200]);
    return body.items;
  };
  const totals = async (path: string) => (await billing.get<BillTotals>(path)).body.items;

  it('tell the quote that waits for its customer, and the version before it', async () => {
    const [waiting, ...others] = await list<QuoteItem>('/v1/quotes?status=offered&sort=validUntil');
    expect(others).toEqual([]);
    expect(waiting).toMatchObject({
      number: `${number}-Q2`,
      case: { number },
      customer: { id: expect.any(String) },
      currency: 'CNY',
      preparedBy: { id: 'stf-010', name: '陆欣然' },
      decided: null,
    });
    // R4: what was promised to hold for some days holds from the offer.
    expect(waiting?.offeredAt).toBe(waiting?.preparedAt);
    expect(Date.parse(waiting?.validUntil ?? '')).toBeGreaterThan(Date.now());
    const all = await billing.all<QuoteItem>('/v1/quotes?limit=1');
    expect(all.flat().map(({ version, status }) => `${version} ${status}`)).toEqual(['2 offered', '1 void']);
  });

  it('find a quote by its number, its case and its customer’s name, and by when it was prepared', async () => {
    const numbers = async (query: string) =>
      (await list<QuoteItem>(`/v1/quotes?${query}`)).map(({ version }) => version);
    const [quote] = await list<QuoteItem>('/v1/quotes');
    const name = encodeURIComponent(quote?.customer?.name.slice(0, 4) ?? '');
    expect(await numbers(`q=${number.toLowerCase()}-q2`)).toEqual([2]);
    expect(await numbers(`q=${number}`)).toEqual([2, 1]);
    expect(await numbers(`q=${name}`)).toEqual([2, 1]);
    expect(await numbers('q=nobody-of-that-name')).toEqual([]);
    expect(await numbers('currency=EUR')).toEqual([]);
    expect(await numbers(`from=${new Date(Date.now() + 60_000).toISOString()}`)).toEqual([]);
    expect((await billing.get('/v1/quotes?from=2026-02-02T00:00:00Z&to=2026-02-01T00:00:00Z')).status).toBe(
      400,
    );
  });

  it('are read within what their reader sees (R11), and invoices by those with money to do', async () => {
    expect(await list<QuoteItem>('/v1/quotes', await system.as('deng.meiyi'))).toEqual([]);
    expect(await list<QuoteItem>('/v1/quotes', engineer)).toHaveLength(2);
    for (const path of ['/v1/invoices', '/v1/credit-notes', '/v1/invoices/totals', '/v1/credit-notes/totals'])
      expect([path, (await engineer.get(path)).status]).toEqual([path, 403]);
  });

  it('tell the invoice of work that was done, and the credit note where its report was corrected', async () => {
    const consent = { by: 'customer', how: 'phone', at: new Date().toISOString() } as const;
    await done(clerk, number, { type: 'decideQuote', data: { version: 2, decision: 'accept', consent } });
    await done(engineer, number, REPAIR, REPORT);
    const [issued] = await list<InvoiceItem>('/v1/invoices');
    expect(issued).toMatchObject({
      number: `${number}-I1`,
      status: 'issued',
      basis: 'work',
      creditNote: null,
    });
    const less = { changes: { labourMinutes: 30 }, reason: '工时录入错误' };
    await done(engineer, number, { type: 'amendReport', data: less });
    const [second, first] = await list<InvoiceItem>('/v1/invoices');
    expect(second).toMatchObject({ number: `${number}-I2`, status: 'issued', quoteNumber: `${number}-Q2` });
    expect(first).toMatchObject({ ...issued, status: 'credited', creditNote: { number: `${number}-I1-C` } });
    expect(await list<InvoiceItem>('/v1/invoices?status=credited')).toEqual([first]);
    expect(await list<CreditNoteItem>('/v1/credit-notes')).toMatchObject([
      {
        number: `${number}-I1-C`,
        at: first?.creditNote?.at,
        invoice: { number: `${number}-I1` },
        totalCents: issued?.totalCents,
      },
    ]);
    const [quote] = await list<QuoteItem>('/v1/quotes?status=accepted');
    expect(quote?.decided).toEqual({ at: consent.at, how: 'phone' });

    // Amounts are added up within a currency alone.
    const sum = (first?.totalCents ?? 0) + (second?.totalCents ?? 0);
    expect(await totals('/v1/invoices/totals')).toMatchObject([
      { currency: 'CNY', count: 2, totalCents: sum },
    ]);
    expect(await totals('/v1/invoices/totals?status=issued')).toMatchObject([
      { totalCents: second?.totalCents },
    ]);
    expect(await totals('/v1/credit-notes/totals')).toMatchObject([
      { count: 1, totalCents: first?.totalCents },
    ]);
    expect(await totals('/v1/quotes/totals?status=void')).toMatchObject([{ currency: 'CNY', count: 1 }]);
  });

  it('are files, too, with amounts in their currency', async () => {
    const { status, body } = await billing.ask('/v1/invoices.csv', { 'accept-language': 'en' });
    expect(status).toBe(200);
    const [invoice] = await list<InvoiceItem>('/v1/invoices');
    const amount = ((invoice?.totalCents ?? 0) / 100).toFixed(2);
    expect(body.split('\r\n')[1]).toContain(`CNY,`);
    expect(body.split('\r\n')[1]).toContain(amount);
    expect((await billing.ask('/v1/quotes.csv', {})).body).toContain(`${number}-Q1`);
    expect((await billing.ask('/v1/credit-notes.csv', {})).body).toContain(`${number}-I1-C`);
  });

  it('are what the events of the case say: those written with it, and those that the migration finds', async () => {
    const check = async () => (await verifying(system.database, { processes: [number] })).found.map(place);
    expect(await check()).toEqual([]);
    for (const [table, key] of [
      ['case_quote', `${number}-Q1`],
      ['case_invoice', `${number}-I1`],
    ] as const) {
      const change = `UPDATE ${table} SET total_cents = total_cents + 1 WHERE process_id = $1 AND number = '${key}'`;
      expect(await tamper(system.database, change, number)).toBe(1);
      expect(await check()).toEqual([expect.stringContaining(`${table}[${key}].totalCents`)]);
      expect(await tamper(system.database, `DELETE FROM ${table} WHERE process_id = $1`, number)).toBe(2);
      expect(await check()).toHaveLength(2);
      await system.database.$executeRawUnsafe(filling(table));
      expect(await check()).toEqual([]);
    }
  });
});

/** The statement of the migration that fills a table from the cases that are there. */
function filling(table: string): string {
  const statements = readFileSync(join(process.cwd(), MIGRATION), 'utf8').split(';');
  const found = statements.find((statement) => statement.includes(`INSERT INTO "public"."${table}"`));
  if (found === undefined) throw new Error(`The migration does not fill ${table}`);
  return found;
}
