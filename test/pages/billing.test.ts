import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { WireData } from '../../api/case-commands/schema';
import { accessibilityFaults, faultsOf, PHONE, startPages, type Pages } from '../support/pages';
import type { Reader } from '../support/reading';
import { ANSWER, CLASSIFY, dispatchTo, done, LANTING, registered, REPAIR, REPORT } from '../support/requests';

const PART = 'SP-11075';
const LINES: WireData<'prepareQuote'>['lines'] = [
  { item: 'labour', minutes: 90 },
  { item: 'travel', trips: 1 },
];

describe('Billing', () => {
  let pages: Pages;
  let clerk: Reader;
  let engineer: Reader;
  let number: string;

  beforeAll(async () => {
    pages = await startPages();
    const { system } = pages;
    [clerk, engineer] = [await system.as('lu.xinran'), await system.as('li.wei')];
    ({ caseNumber: number } = await registered(clerk, { unitSerial: LANTING.unitSerial }));
    await done(clerk, number, ANSWER, CLASSIFY, dispatchTo('stf-027', []));
    const wear = await system.database.causeCode.findFirstOrThrow({ where: { category: 'wear' } });
    const found = { faultCode: 'high-temperature', causeCode: wear.code, finding: '滤芯堵塞', plan: '更换' };
    await done(engineer, number, { type: 'arrive', data: {} }, { type: 'diagnose', data: found });
    await done(engineer, number, { type: 'prepareQuote', data: { lines: LINES } });
  });
  afterAll(() => pages.close());

  it('a billing clerk finds the quote that waits, opens its case, and comes back to the list', async () => {
    const page = await pages.openAs('ni.xiaoman', '/');
    await page.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name: 'Billing' }).click();
    const row = page.getByRole('row', { name: new RegExp(`${number}-Q1`) });
    await row.getByText('offered').waitFor();
    expect(new URL(page.url()).searchParams.get('status')).toBe('offered');
    // Amounts are added up within a currency alone.
    await page.getByRole('list', { name: 'Totals' }).getByText(/^CNY/).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await row.getByRole('link', { name: number }).click();
    await page.getByRole('heading', { name: new RegExp(`${number}-Q1`) }).waitFor();
    await page.goBack();
    await row.waitFor();
    await page.getByRole('searchbox').fill('nobody of that name');
    await page.keyboard.press('Enter');
    await page.getByText('Nothing matches.').waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await row.waitFor();
    expect(faultsOf(page)).toEqual([]);
  });

  it('she finds the invoice of a case, and the credit note that took it back', async () => {
    const consent = { by: 'customer', how: 'phone', at: new Date().toISOString() } as const;
    await done(clerk, number, { type: 'decideQuote', data: { version: 1, decision: 'accept', consent } });
    await done(engineer, number, REPAIR, REPORT);
    const page = await pages.openAs('ni.xiaoman', '/billing/invoices');
    await page.getByRole('searchbox').fill(number);
    await page.keyboard.press('Enter');
    const first = page.getByRole('row', { name: new RegExp(`${number}-I1`) });
    await first.getByText('issued').waitFor();
    const paper = page.context().waitForEvent('page');
    await first.getByRole('link', { name: /PDF/ }).click();
    expect((await paper).url()).toContain(`/v1/cases/${number}/service-report.pdf`);

    // The page is open while the report is corrected: it follows.
    const less = { changes: { labourMinutes: 30 }, reason: '工时录入错误' };
    await done(engineer, number, { type: 'amendReport', data: less });
    await first.getByText('credited').waitFor();
    await page
      .getByRole('row', { name: new RegExp(`${number}-I2`) })
      .getByText('issued')
      .waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await first.getByRole('link', { name: `${number}-I1-C` }).click();
    const note = page.getByRole('row', { name: new RegExp(`${number}-I1-C`) });
    await note.getByRole('link', { name: `${number}-I1`, exact: true }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);

    const file = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download CSV' }).click();
    expect((await file).suggestedFilename()).toMatch(/^credit-notes-.+\.csv$/);
    expect(faultsOf(page)).toEqual([]);
  });

  it('finance enters a price and a price list to come; what overlaps is refused beside its field', async () => {
    const page = await pages.openAs('shen.ruochuan', '/billing/prices');
    await page.getByRole('button', { name: 'Add a part price' }).click();
    const form = page.getByRole('region', { name: 'Add a part price' });
    await form.getByLabel('Part', { exact: true }).fill(PART);
    await form
      .getByRole('option', { name: new RegExp(PART) })
      .first()
      .click();
    await form.getByLabel('Currency').selectOption('CNY');
    await form.getByLabel('Price', { exact: true }).fill('512.50');
    await form.getByLabel('Cost', { exact: true }).fill('240');
    await form.getByLabel('In force from').fill('2096-03-01T00:00');
    expect(await accessibilityFaults(page)).toEqual([]);
    await form.getByRole('button', { name: 'Save' }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByText(/^Entered: SP-11075, CN¥512\.50 from/).waitFor();
    await page.getByRole('searchbox').fill(PART);
    await page.keyboard.press('Enter');
    const part = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: PART }) });
    await part.getByRole('listitem').filter({ hasText: 'to come' }).getByText('512.50').waitFor();
    await part.getByText('in force', { exact: true }).waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe(PART);
    const stored = await pages.system.database.partPrice.findFirst({ where: { priceCents: 51_250 } });
    expect(stored).toMatchObject({
      partNumber: PART,
      nameEn: 'Oil filter element, 75 kW',
      costCents: 24_000n,
    });

    const level = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: 'Service level A' }) });
    const list = page.getByRole('region', { name: 'New prices: Service level A' });
    for (const attempt of ['first', 'second']) {
      await level.getByRole('button', { name: 'New version' }).click();
      await list.getByLabel('Labour', { exact: true }).fill('300');
      await list.getByLabel('In force from').fill('2096-01-01T00:00');
      await list.getByRole('button', { name: 'Save' }).click();
      if (attempt === 'first') await level.getByText('to come').waitFor();
    }
    await list.locator('[aria-invalid]').and(list.getByLabel('In force from')).waitFor();
    await list
      .getByText(/also takes effect at/)
      .first()
      .waitFor();
    expect(await list.getByLabel('Labour', { exact: true }).inputValue()).toBe('300');
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(faultsOf(page)).toEqual([]);
  });

  it('each page holds to WCAG and to the width of a phone, in Chinese', async () => {
    const page = await pages.openAs('ni.xiaoman', '/billing', { language: 'zh', viewport: PHONE });
    for (const [path, title] of [
      ['quotes', '报价单'],
      ['invoices', '账单'],
      ['credit-notes', '红字账单'],
      ['prices', '价格'],
    ] as const) {
      await page.goto(`/billing/${path}`);
      await page
        .getByRole('link', { name: title, exact: true })
        .and(page.locator('[aria-current]'))
        .waitFor();
      await page.locator('main li.card:visible').first().waitFor();
      expect([path, await accessibilityFaults(page)]).toEqual([path, []]);
      const over = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
      expect([path, over]).toEqual([path, 0]);
    }
    // She reads prices, and sets none.
    expect(await page.getByRole('button', { name: '新价格' }).count()).toBe(0);
    expect(faultsOf(page)).toEqual([]);
  });

  it('somebody without money to do is told so', async () => {
    const page = await pages.openAs('li.wei', '/billing/invoices');
    await page.getByRole('heading', { name: 'You are not allowed to see this' }).waitFor();
    expect(await page.getByRole('link', { name: 'Invoices' }).count()).toBe(0);
    expect(faultsOf(page)).toEqual([]);
  });
});
