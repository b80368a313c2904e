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
