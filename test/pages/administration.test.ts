import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { accessibilityFaults, faultsOf, PHONE, startPages, type Pages } from '../support/pages';

let pages: Pages;
beforeAll(async () => {
  pages = await startPages();
});
afterAll(() => pages.close());

it('an administrator logs in, sees a holiday move what is due, saves it, and enters terms and an approval rule', async () => {
  const page = await pages.open();
  await page.goto('/administration');
  await page.getByLabel('Login name').fill('zhou.huaijin');
  await page.getByLabel('Password').fill('aftercare');
  await page.keyboard.press('Enter');
  const office = page.getByRole('listitem').filter({ hasText: 'cn-office' });
  await office.getByRole('button', { name: 'New version' }).click();
  const form = page.getByRole('region', { name: /^New version of China office hours/ });
  await form.getByLabel(/^In force from/).fill('2028-03-01T00:00');
  await form.getByLabel('A promise begins').fill('2028-03-03T16:00');
  await form.getByText('The due time does not change.').waitFor();
  await form.getByLabel(/^Holidays/).fill('2028-03-06 2028-03-07');
  await form.getByText(/^Due .+ later$/).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.reload();
  expect(await form.getByLabel(/^Holidays/).inputValue()).toBe('2028-03-06 2028-03-07');
  await form.getByRole('button', { name: 'Save' }).click();
  await office.getByText('Other versions (1)').waitFor();
  expect(await pages.system.database.calendar.count({ where: { code: 'cn-office' } })).toBe(2);

  await page.getByRole('link', { name: 'Products and warranty' }).click();
  const dryer = page.getByRole('listitem').filter({ hasText: 'AD-200' });
  await dryer.getByRole('button', { name: 'New terms' }).click();
  await page.getByLabel('Units sold from').fill('2028-01-01');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save' }).click();
  await dryer.getByText('by Zhou Huaijin').waitFor();

  await page.getByRole('link', { name: 'Approval rules' }).click();
  await page.getByRole('button', { name: 'Add an approval rule' }).click();
  await page.getByLabel('Code').fill('quote-over-9000');
  await page.getByLabel('Approval of').selectOption('quote');
  await page.getByLabel('English name').fill('Quotes over CNY 9,000');
  await page.getByLabel('Chinese name').fill('报价超过 9000 元');
  await page.getByLabel('Decided by').selectOption('centre-director');
  await page.getByLabel('At the level of').selectOption('centre');
  await page.getByRole('button', { name: 'Add: Over' }).click();
  await page.getByLabel('Amount').fill('9000');
  await page.getByLabel('Currency').selectOption('CNY');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: 'Quotes over CNY 9,000' }).waitFor();
  expect(faultsOf(page)).toEqual([]);
});

it('each register holds to WCAG and to the width of a phone, in Chinese', async () => {
  const page = await pages.openAs('zhou.huaijin', '/administration/calendars', {
    language: 'zh',
    viewport: PHONE,
  });
  for (const [register, title] of [
    ['calendars', '工作日历'],
    ['policies', '时限规则'],
    ['products', '产品与保修'],
    ['exclusions', '免责规则'],
    ['approval-rules', '审批规则'],
    ['staff', '员工'],
    ['organisations', '机构'],
  ] as const) {
    await page.goto(`/administration/${register}`);
    await page.getByRole('link', { name: title, exact: true }).and(page.locator('[aria-current]')).waitFor();
    await page.locator('main :is(.card, p.quiet)').first().waitFor();
    expect([register, await accessibilityFaults(page)]).toEqual([register, []]);
    const over = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
    expect([register, over]).toEqual([register, 0]);
  }
  expect(faultsOf(page)).toEqual([]);
});
