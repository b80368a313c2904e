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
});
