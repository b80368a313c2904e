import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { accessibilityFaults, faultsOf, startPages, PHONE, type Pages } from '../support/pages';
import { registered } from '../support/requests';

let pages: Pages;
beforeAll(async () => {
  pages = await startPages();
});
afterAll(() => pages.close());

it('a clerk logs in, finds a case in the list and opens it', async () => {
  const { caseNumber } = await registered(await pages.system.as('lu.xinran'));
  const page = await pages.open();
  await page.goto('/');
  await page.getByLabel('Login name').fill('lu.xinran');
  await page.getByLabel('Password').fill('wrong');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').filter({ hasText: /\S/ }).waitFor();
  await page.getByLabel('Password').fill('aftercare');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: caseNumber }).first().click();
  await page.getByRole('heading', { name: caseNumber }).waitFor();
  expect(new URL(page.url()).pathname).toBe(`/cases/${caseNumber}`);
  await page.reload();
  await page.getByRole('heading', { name: caseNumber }).waitFor();
  expect(faultsOf(page)).toEqual([]);
});

it.each([
  ['en', undefined],
  ['zh', undefined],
  ['en', PHONE],
  ['zh', PHONE],
] as const)('the login and the list hold to WCAG in %s', async (language, viewport) => {
  const visit = { language, ...(viewport && { viewport }) };
  const login = await pages.open(visit);
  await login.goto('/');
  await login.getByRole('heading').waitFor();
  expect(await accessibilityFaults(login)).toEqual([]);
  const list = await pages.openAs('lu.xinran', '/cases', visit);
  await list.getByRole('heading', { level: 1 }).waitFor();
  await list.getByRole('link', { name: /^AS-/ }).first().waitFor();
  expect(await accessibilityFaults(list)).toEqual([]);
  expect(faultsOf(list)).toEqual([]);
});

it('every screen is reached from one row of the header, on the phone and with all entries', async () => {
  await registered(await pages.system.as('lu.xinran'));
  const phone = await pages.openAs('lu.xinran', '/cases', { language: 'zh', viewport: PHONE });
  const more = phone.getByRole('button', { name: '更多', exact: true });
  await more.press('Enter');
  const screens = phone.getByRole('navigation', { name: '更多页面' });
  await screens.waitFor();
  expect(await accessibilityFaults(phone)).toEqual([]);
  await phone.getByRole('button', { name: 'English' }).click();
  await phone.getByRole('button', { name: 'Log out' }).waitFor();
  await phone.getByRole('link', { name: 'Customers' }).press('Enter');
  await phone.getByRole('heading', { name: 'Customers' }).waitFor();
  await phone.getByRole('button', { name: 'Log out' }).waitFor({ state: 'hidden' });
  expect(await phone.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width);
  expect((await phone.getByRole('banner').boundingBox())?.height).toBe(52);

  const office = await pages.open();
  await office.route('**/v1/me', async (route) => {
    const answer = await route.fetch();
    const me = (await answer.json()) as {
      roles: string[];
      permissions: string[];
    };
    const all = ['task.read', 'request.register', 'candidate.read', 'approval.read', 'case.handOver'];
    await route.fulfill({
      json: {
        ...me,
        roles: [...me.roles, 'repair-engineer'],
        permissions: [...me.permissions, ...all, 'trip.read', 'repairQuality.read', 'staff.write'],
      },
    });
  });
  await office.request.post('/v1/login', { data: { login: 'lu.xinran', password: 'aftercare' } });
  await office.goto('/cases');
  await office.getByRole('link', { name: /^AS-/ }).first().waitFor();
  await office.getByRole('button', { name: 'More', exact: true }).click();
  const names = await office.locator('header nav a:visible').allInnerTexts();
  expect(names).toEqual(expect.arrayContaining(['My day', 'Cases', 'Figures', 'Administration']));
  expect(new Set(names).size).toBe(names.length);
  expect(await office.evaluate('document.documentElement.scrollWidth')).toBe(1440);
  expect(await accessibilityFaults(office)).toEqual([]);
});

it.each(['en', 'zh'] as const)(
  'filters of the list are in sight and taken away one by one in %s',
  async (language) => {
    const texts =
      language === 'en'
        ? { more: 'More filters', engineer: 'Engineer', chip: 'Engineer: me', product: 'Product code' }
        : { more: '更多筛选', engineer: '工程师', chip: '工程师: 我', product: '产品代码' };
    const page = await pages.openAs('lu.xinran', '/cases?open=true&unitId=unt-nothing', { language });
    const chips = page.getByRole('main').locator('.filter-chips button');
    await chips.nth(1).waitFor();
    await page.getByText(texts.more).click();
    await page.getByRole('combobox', { name: texts.engineer, exact: true }).selectOption('me');
    await chips.filter({ hasText: texts.chip }).waitFor();
    await page.getByLabel(texts.product).fill('SC-75F');
    await page.keyboard.press('Enter');
    await chips.filter({ hasText: 'SC-75F' }).waitFor();
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toMatchObject({
      engineerId: 'me',
      productCode: 'SC-75F',
      unitId: 'unt-nothing',
    });
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.reload();
    await chips.filter({ hasText: 'SC-75F' }).click();
    await chips.filter({ hasText: 'unt-nothing' }).click();
    await chips.filter({ hasText: texts.chip }).click();
    await chips.first().click();
    await chips.first().waitFor({ state: 'detached' });
    await page.getByRole('link', { name: /^AS-/ }).first().waitFor();
    expect(new URL(page.url()).search).toBe('');
    expect(faultsOf(page)).toEqual([]);
  },
);
