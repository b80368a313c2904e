import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accessibilityFaults, faultsOf, PHONE, startPages, type Pages } from '../support/pages';
import { PartsStack } from '../support/parts-stack';

describe('A keeper of parts', () => {
  let pages: Pages;
  let people: PartsStack;
  beforeAll(async () => {
    pages = await startPages();
    people = await PartsStack.of(pages.system);
  });
  afterAll(() => pages.close());

  it('buys what a case wants, from the list to the order, without leaving it', async () => {
    const { number, orderNumber } = await people.waiting({ quantity: 500 });
    const page = await pages.openAs('lu.licheng', '/parts?section=receive');
    const row = page.locator('.inbox > li', { hasText: orderNumber }).first();
    await row.getByRole('button').click();
    const form = page.locator('.command-form');
    await form.waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
    await row.getByRole('link', { name: orderNumber }).click();
    await page.getByRole('heading', { level: 1, name: orderNumber }).waitFor();
    await page.getByRole('link', { name: number }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(faultsOf(page)).toEqual([]);
  });

  it('finds the stock of each depot on a phone, in Chinese', async () => {
    const page = await pages.openAs('wu.dachuan', '/parts?section=stock', {
      language: 'zh',
      viewport: PHONE,
    });
    await page.getByRole('textbox').fill('SP-11022');
    await page.locator('.inbox > li', { hasText: 'SP-11022' }).getByText('本仓').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(faultsOf(page)).toEqual([]);
  });
});
