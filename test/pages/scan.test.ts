import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { cameraThatSees } from '../support/camera';
import { launchChromium } from '../support/chromium';
import { accessibilityFaults, faultsOf, PHONE, startPages, type Pages } from '../support/pages';
import { ANSWER, CLASSIFY, dispatchTo, done, registered } from '../support/requests';

let pages: Pages;
let number: string;
const browsers: Browser[] = [];
beforeAll(async () => {
  pages = await startPages();
  const clerk = await pages.system.as('lu.xinran');
  ({ caseNumber: number } = await registered(clerk));
  await done(clerk, number, ANSWER, CLASSIFY, dispatchTo('stf-027'));
});
afterAll(async () => {
  for (const browser of browsers) await browser.close();
  await pages.close();
});

/** A phone at the form by which parts are ordered, with the scanner open. */
async function scanning(chromium: readonly string[], isAllowed: boolean, language: 'en' | 'zh' = 'en') {
  const browser = await launchChromium(chromium);
  browsers.push(browser);
  const permissions = isAllowed ? ['camera'] : [];
  const options = { viewport: PHONE, language, browser, permissions };
  const page = await pages.openAs('li.wei', `/day/${number}/orderParts`, options);
  const words = language === 'en' ? { add: /^＋ Add/, scan: /^Scan/ } : { add: /^＋ 添加/, scan: /^扫码/ };
  await page.getByRole('button', { name: words.add }).first().click();
  await page.getByRole('button', { name: words.scan }).first().click();
  return page;
}
const part = (page: Page) => page.getByLabel(/^(Part|备件).* \*$/).first();

it.each(['Code128', 'QRCode'] as const)('a %s before the camera is read into the field', async (format) => {
  const page = await scanning(await cameraThatSees('SP-11022', format), true);
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  expect(await part(page).inputValue()).toBe('SP-11022');
  expect(faultsOf(page)).toEqual([]);
});

it('a camera that may not be used is said, with what helps, and the number is typed', async () => {
  const page = await scanning(await cameraThatSees('SP-11022', 'QRCode'), false);
  const dialog = page.getByRole('dialog', { name: 'Scan' });
  await dialog.getByText('This page may not use the camera.').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await dialog.getByLabel('Or type the number').fill('SP-11022');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'hidden' });
  expect(await part(page).inputValue()).toBe('SP-11022');
  // The order is not given yet.
  expect(new URL(page.url()).pathname).toBe(`/day/${number}/orderParts`);
  expect(faultsOf(page)).toEqual([]);
});

it('a phone without a camera says so, in Chinese too', async () => {
  const page = await scanning([], true, 'zh');
  const dialog = page.getByRole('dialog', { name: '扫码' });
  await dialog.getByText('未找到摄像头，请手动输入编号。').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await dialog.getByLabel('或手动输入编号').fill('SP-11022');
  await dialog.getByRole('button', { name: '使用此编号' }).click();
  expect(await part(page).inputValue()).toBe('SP-11022');
  expect(faultsOf(page)).toEqual([]);
});
