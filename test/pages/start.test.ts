import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { accessibilityFaults, faultsOf, startPages, PHONE, type Pages } from '../support/pages';
import { registered } from '../support/requests';
import type { Reader } from '../support/reading';

let pages: Pages;
let clerk: Reader;
beforeAll(async () => {
  pages = await startPages();
  clerk = await pages.system.as('lu.xinran');
});
afterAll(() => pages.close());

it('a clerk begins with how the day stands, sees it move, and goes from a count to its list and from a task to its case', async () => {
  const { caseNumber } = await registered(clerk, { subject: 'The first of the day' });
  const page = await pages.openAs('lu.xinran', '/');
  const waiting = page.getByRole('region', { name: 'Waits for me' });
  const seen = page.getByRole('region', { name: 'All open cases that I see' });
  const count = async (word: string): Promise<number> =>
    Number(await seen.getByRole('link', { name: word }).locator('strong').innerText());
  await waiting.getByRole('link', { name: caseNumber }).first().waitFor();
  expect(new URL(page.url()).pathname).toBe('/');
  const before = await count('all');
  expect(await accessibilityFaults(page)).toEqual([]);

  await registered(clerk, { subject: 'The second of the day' });
  await seen.getByRole('link', { name: `${before + 1} all` }).waitFor();

  await seen.getByRole('link', { name: 'all' }).click();
  await page.waitForURL(({ pathname }) => pathname === '/cases');
  await page
    .getByRole('status')
    .filter({ hasText: `Cases: ${before + 1}` })
    .waitFor();
  await page.goBack();
  await waiting.getByRole('link', { name: caseNumber }).first().waitFor();
  await page.keyboard.press('j');
  await page.locator('[data-row]:focus').waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/cases\/AS-/);
  await page.locator('.place-in-list').getByRole('link', { name: 'Back to the list' }).click();
  await page.waitForURL(({ pathname }) => pathname === '/');
  expect(faultsOf(page)).toEqual([]);
});

it('an engineer begins with the day of visits', async () => {
  const page = await pages.openAs('li.wei', '/');
  await page.waitForURL(({ pathname }) => pathname === '/day');
});

it.each([
  ['a manager', 'zhou.huaijin', '统计'],
  ['a director', 'gu.chengan', '时限风险'],
  ['a complaint officer', 'song.jianing', '来电登记'],
  ['a keeper of parts', 'lu.licheng', '备件'],
  ['a billing clerk', 'ni.xiaoman', '服务单'],
  ['a reviewer of bills', 'zhang.jingzhi', '审批'],
  ['somebody in sales', 'chen.muyuan', '服务单'],
  ['somebody in purchasing', 'gao.yanqiu', '服务单'],
  ['somebody in finance', 'shen.ruochuan', '服务单'],
])('%s finds on a phone, in Chinese, how things stand and every screen', async (_, login, screen) => {
  const page = await pages.openAs(login, '/', { language: 'zh', viewport: PHONE });
  await page.getByRole('region', { name: '等我处理' }).waitFor();
  await page.getByRole('region', { name: '我可见的全部未结服务单' }).getByRole('link').first().waitFor();
  await page
    .getByRole('navigation', { name: '前往' })
    .getByRole('link', { name: screen, exact: true })
    .waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(faultsOf(page)).toEqual([]);
});
