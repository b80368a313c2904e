import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aCase } from '../support/cases';
import { CommittedOrder } from '../support/committed-order';
import { accessibilityFaults, faultsOf, PHONE, startPages, type Pages } from '../support/pages';

const ORDER = 'PO-2026-900001';

describe('A keeper of parts', () => {
  let pages: Pages;
  let caseNumber: string;
  beforeAll(async () => {
    pages = await startPages();
    const { database } = pages.system;
    const waiting = await aCase(database).of('cus-0001').answered().classified().dispatched().commit();
    caseNumber = waiting.number;
    const order = await CommittedOrder.of(database, ORDER, { caseNumber });
    await order.held({ depot: 'east', quantity: 2 });
  });
  afterAll(() => pages.close());

  it('has the next step of an order in place, and the order itself', async () => {
    const page = await pages.openAs('wu.dachuan', '/parts');
    const row = page.locator('.inbox > li', { hasText: ORDER }).first();
    await row.getByText('2 × Oil filter element').waitFor();
    await row.getByRole('button').click();
    const form = page.locator('.command-form');
    await form.waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
    await row.getByRole('link', { name: ORDER }).click();
    await page.getByRole('heading', { level: 1, name: ORDER }).waitFor();
    await page.getByRole('link', { name: caseNumber }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(faultsOf(page)).toEqual([]);
  });

  it('finds the stock of each depot on a phone, in Chinese', async () => {
    const page = await pages.openAs('wu.dachuan', '/parts?section=stock', {
      language: 'zh',
      viewport: PHONE,
    });
    await page.getByRole('searchbox').fill('SP-11022');
    await page.locator('.inbox > li', { hasText: 'SP-11022' }).getByText('本仓').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(faultsOf(page)).toEqual([]);
  });

  it('counts their depot by keyboard, sees the differences before posting, and the stock after it', async () => {
    const page = await pages.openAs('wu.dachuan', '/parts?section=count');
    const countOf = (part: string) => page.getByRole('textbox', { name: new RegExp(`^Pieces of .*${part}`) });
    const books = async (part: string): Promise<number> => {
      const row = page.locator('.count-line', { hasText: part });
      return Number(await row.locator('.count-books b').textContent());
    };
    await countOf('SP-11022').waitFor();
    const before = await books('SP-11022');
    const more = await books('SP-11075');
    await countOf('SP-11022').focus();
    await page.keyboard.type(String(before - 1));
    await page.keyboard.press('Enter');
    await countOf('SP-11075').and(page.locator(':focus')).waitFor();
    await page.keyboard.type(String(more + 2));
    await page.getByText('2 counted, 2 differ').waitFor();
    await page.getByText('Draft kept').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.reload();
    await page.getByText('2 counted, 2 differ').waitFor();
    await page.getByRole('button', { name: 'Look at the differences' }).click();
    await page.getByText('2 pieces more, 1 fewer').waitFor();
    await page.getByLabel('Remark on SP-11022').fill('box broken');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Post the count' }).click();
    await page.getByText('Posted: 2 parts counted, 2 pieces more and 1 fewer by the books.').waitFor();
    await page.getByRole('button', { name: 'Back to counting' }).click();
    const counted = page.locator('.count-line', { hasText: 'SP-11022' });
    await counted
      .locator('.count-books b')
      .getByText(String(before - 1), { exact: true })
      .waitFor();
    await page.getByText('0 counted, 0 differ').waitFor();
    await page.locator('summary', { hasText: '2 parts, 2 differed' }).click();
    await page.getByText('box broken').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(faultsOf(page)).toEqual([]);
  });

  it('is shown what came or went while they counted, and loses nothing of the count', async () => {
    const { parts } = pages.system;
    const page = await pages.openAs('wu.dachuan', '/parts?section=count', {
      language: 'zh',
      viewport: PHONE,
    });
    const field = page.getByRole('textbox', { name: /SP-11132/ });
    const row = page.locator('.count-line', { hasText: 'SP-11132' });
    await field.waitFor();
    const before = Number(await row.locator('.count-books b').textContent());
    await field.fill(String(before + 1));
    await page.getByText('已盘 1 项，差异 1 项').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    const lines = [{ partNumber: 'SP-11132', quantity: 1 }];
    const at = new Date().toISOString();
    await parts.draw({ key: 'page:draw', reference: 'AS-2026-000001', depot: 'east', lines, at });
    await page.getByRole('button', { name: '查看差异' }).click();
    await page.getByRole('button', { name: '确认过账' }).click();
    await page.getByRole('alert').getByText('SP-11132').waitFor();
    await page.getByRole('button', { name: '返回盘点' }).click();
    await row.getByText(`账面现为 ${before - 1}`).waitFor();
    expect(await field.inputValue()).toBe(String(before + 1));
    await row.getByRole('button', { name: '已复盘' }).click();
    await page.getByRole('button', { name: '查看差异' }).click();
    await page.getByText('账面增加 2 件').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: '确认过账' }).click();
    await page.getByText('已过账').waitFor();
    const { depots } = await parts.stockOf('SP-11132');
    expect(depots.find(({ depot }) => depot === 'east')?.available).toBe(before + 1);
    expect(faultsOf(page)).toEqual([]);
  });

  it('reads what others counted, where the depot is not theirs to count', async () => {
    const page = await pages.openAs('gu.chengan', '/parts?section=count');
    await page.getByText('counted by its own keepers').waitFor();
    const kept = page.waitForResponse(
      (answer) => answer.request().method() === 'PATCH' && answer.url().endsWith('/v1/me/preferences'),
    );
    await page.getByRole('combobox', { name: 'Depot' }).selectOption('suzhou');
    await page.getByText('This depot has not been counted yet.').waitFor();
    await page.waitForURL(/depot=suzhou/);
    await kept;
    await page.goto('/parts?section=count');
    await page.locator('option:checked', { hasText: 'Suzhou' }).waitFor({ state: 'attached' });
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(faultsOf(page)).toEqual([]);
  });
});
