import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { accessibilityFaults, faultsOf, PHONE, startPages, type Pages } from '../support/pages';

let pages: Pages;
beforeAll(async () => {
  pages = await startPages();
});
afterAll(() => pages.close());

it('an administrator writes a version of a promise, sees what it changes and what would be due, and finds it as to come', async () => {
  const page = await pages.openAs('zhou.huaijin', '/administration/policies');
  const card = page.getByRole('listitem').filter({ hasText: 'resolution-consultation' });
  await card.getByRole('button', { name: 'New version' }).click();
  const form = page.getByRole('region', { name: /^New version of resolution .*consultation/i });
  expect(await form.getByLabel('Code').inputValue()).toBe('resolution-consultation-2');
  await form.getByText('Nothing changes.').waitFor();
  await form.getByLabel(/^In force from/).fill('2028-03-01T00:00');
  const target = form.getByRole('group', { name: 'Target' });
  await target.getByLabel('Hours').fill('18');
  const changes = form.getByRole('region', { name: 'What changes' });
  await changes.getByRole('row', { name: /^Target 27 h 18 h$/ }).waitFor();
  await form.getByText(/^Due .+ earlier$/).waitFor();
  const ladder = form.getByRole('group', { name: 'Escalates after the due time' });
  await ladder.getByRole('button', { name: 'Add: Escalates after the due time' }).click();
  const steps = await ladder.getByLabel('Notify').count();
  await ladder.getByLabel('Notify').last().selectOption('hq-service-manager');
  await ladder.getByLabel('Hours').last().fill('1');
  // A field that lies half under the bar at the top counts as too small a target.
  await page.evaluate('scrollTo(0, 0)');
  expect(await accessibilityFaults(page)).toEqual([]);

  // The API refuses a step that comes before the one above it, in words at the field; what is typed outlives a reload.
  await form.getByRole('button', { name: 'Save' }).click();
  await ladder.getByText(/must be later than the one before/).waitFor();
  await page.reload();
  await ladder
    .getByLabel('Notify')
    .nth(steps - 1)
    .waitFor();
  await ladder.getByLabel('Hours').last().fill('1000');
  await form.getByRole('button', { name: 'Save' }).click();
  await card.getByText('to come').waitFor();
  await card.getByText(/^Entered by Zhou Huaijin/).waitFor();
  expect(
    await pages.system.database.clockPolicy.findUnique({ where: { id: 'resolution-consultation-2' } }),
  ).toMatchObject({ clock: 'resolution', requestType: 'consultation', targetSeconds: 64_800 });
  expect(faultsOf(page)).toEqual([]);
});

it('an exclusion is added and ended, and tells who did it', async () => {
  const page = await pages.openAs('zhou.huaijin', '/administration/exclusions');
  await page.getByRole('button', { name: 'Add an exclusion' }).click();
  await page.getByLabel('Part number').fill('SP-9977*');
  await page.getByLabel('Code').fill('wear-bearings');
  await page.getByLabel('English name').fill('Motor bearings');
  await page.getByLabel('Chinese name').fill('电机轴承');
  await page.getByLabel('First day').fill('2028-01-01');
  await page.getByRole('button', { name: 'Save' }).click();
  const card = page.getByRole('listitem').filter({ hasText: 'wear-bearings' });
  await card.getByText('to come').waitFor();
  await card.getByRole('button', { name: 'Change or end' }).click();
  const form = page.getByRole('region', { name: 'Change: Motor bearings' });
  await form.getByLabel(/^Last day/).fill('2027-12-31');
  await form.getByRole('button', { name: 'Save' }).click();
  await form
    .getByText(/must not be before/)
    .first()
    .waitFor();
  await form.getByLabel(/^Last day/).fill('2028-12-31');
  await form.getByRole('button', { name: 'Save' }).click();
  await card.getByText('Changes (2)').click();
  await card.getByText(/by Zhou Huaijin: Motor bearings, Until 31 Dec 2028/).waitFor();
  expect(faultsOf(page)).toEqual([]);
});

it('a product is entered with its terms, and its name corrected', async () => {
  const page = await pages.openAs('zhou.huaijin', '/administration/products');
  await page.getByRole('button', { name: 'Add a product' }).click();
  const form = page.getByRole('region', { name: 'Add a product' });
  await form.getByLabel('Model').fill('SC-90V');
  await form.getByLabel('Product family').fill('oil-injected-screw');
  await form.getByLabel('English name').fill('SC-90V compressor');
  await form.getByLabel('Chinese name').fill('SC-90V 空压机');
  for (const item of ['Labour', 'Parts', 'Travel']) {
    await form.getByRole('group', { name: item }).getByLabel('Percent').fill('100');
    await form.getByRole('group', { name: item }).getByLabel('Months').fill('24');
  }
  await form.getByRole('button', { name: 'Save' }).click();
  const card = page.getByRole('listitem').filter({ hasText: 'SC-90V' });
  await card.getByText(/^Entered by Zhou Huaijin/).waitFor();
  await card.getByRole('button', { name: 'Change', exact: true }).click();
  const naming = page.getByRole('region', { name: 'Change: SC-90V' });
  await naming.getByLabel('English name').fill('SC-90V compressor, 90 kW');
  await naming.getByRole('button', { name: 'Save' }).click();
  await card.getByRole('heading', { name: 'SC-90V compressor, 90 kW' }).waitFor();
  await card.getByText('Changes (2)').waitFor();
  expect(faultsOf(page)).toEqual([]);
});

it('the forms hold to WCAG and to the width of a phone, in Chinese', async () => {
  const page = await pages.openAs('zhou.huaijin', '/administration/policies', {
    language: 'zh',
    viewport: PHONE,
  });
  for (const [register, button, field] of [
    ['policies', '为其他服务单新增时限', '时限类型'],
    ['policies', '新建版本', '代码'],
    ['exclusions', '新增免责规则', '备件编号'],
    ['exclusions', '更改或停用', '英文名称'],
    ['products', '新增产品', '型号'],
    ['products', '新建保修条款', '适用于销售日期自'],
  ] as const) {
    await page.goto(`/administration/${register}`);
    await page.getByRole('button', { name: button }).first().click();
    const form = page.locator('.command-form');
    await form.getByLabel(field, { exact: false }).first().waitFor();
    expect([button, await accessibilityFaults(page)]).toEqual([button, []]);
    const over = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
    expect([button, over]).toEqual([button, 0]);
    await form.getByRole('button', { name: '取消' }).click();
  }
  expect(faultsOf(page)).toEqual([]);
});
