import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { aCase } from '../support/cases';
import { accessibilityFaults, faultsOf, PHONE, startPages, type Pages } from '../support/pages';

describe('Another person in the same tab', () => {
  let pages: Pages;
  let number: string;
  beforeAll(async () => {
    pages = await startPages();
    number = (await aCase(pages.system.database).of('cus-0001').answered().commit()).number;
  });
  afterAll(() => pages.close());

  it('sees nothing of the case that was open when the session ended', async () => {
    const page = await pages.openAs('lu.xinran', `/cases/${number}`);
    await page.getByRole('heading', { level: 1 }).getByText(number).waitFor();
    await page.context().clearCookies();
    await page.getByLabel('Note for colleagues').fill('Half a note');
    await page.getByLabel('Login name').fill('huang.yongqi');
    await page.getByLabel('Password').fill('aftercare');
    await page.keyboard.press('Enter');
    await page.getByText('Huang Yongqi').first().waitFor();
    await page.getByRole('heading', { name: /not/i }).waitFor();
    expect(await page.locator('body').innerText()).not.toContain('上海澜汀');
    expect(faultsOf(page)).toEqual([]);
  });

  it('has a page of the person before ask for the login, once their cookie is another’s', async () => {
    const page = await pages.openAs('lu.xinran', `/cases/${number}`);
    const note = page.getByLabel('Note for colleagues');
    await note.fill('Half a note');
    await page.context().request.post('/v1/login', { data: { login: 'li.wei', password: 'aftercare' } });
    await page.getByRole('button', { name: 'Add the note' }).click();
    await page.getByLabel('Login name').fill('lu.xinran');
    await page.getByLabel('Password').fill('aftercare');
    await page.keyboard.press('Enter');
    await page.getByLabel('Password').waitFor({ state: 'detached' });
    expect(await note.inputValue()).toBe('Half a note');
  });

  it('has every tab ask for the login once another has logged out, and never fills a page with another’s cases', async () => {
    const page = await pages.openAs('lu.xinran', `/cases/${number}`);
    const note = page.getByLabel('Note for colleagues');
    await note.fill('Half a note');
    const other = await page.context().newPage();
    await other.goto('/inbox');
    await other.getByRole('button', { name: 'Log out' }).click();
    const over = page.getByRole('dialog', { name: 'Log in' });
    await over.getByText('Your session has ended').waitFor();
    expect(await page.locator('body').innerText()).not.toContain('上海澜汀');
    expect(await accessibilityFaults(page)).toEqual([]);
    const enter = async (tab: Page, login: string): Promise<void> => {
      await tab.getByLabel('Login name').fill(login);
      await tab.getByLabel('Password').fill('aftercare');
      await tab.keyboard.press('Enter');
      await tab.getByLabel('Password').waitFor({ state: 'detached' });
    };
    await enter(other, 'zhou.huaijin');
    await over.getByText('Log in again to go on as Lu Xinran').waitFor();
    // The same person in another tab opens this one too, and what was typed is there.
    await other.context().clearCookies();
    await other.goto('/');
    await enter(other, 'lu.xinran');
    await over.waitFor({ state: 'detached' });
    expect(await note.inputValue()).toBe('Half a note');
    expect(faultsOf(page)).toEqual([]);
  });

  it('is not shown the cases of another whose cookie came without a word of a tab', async () => {
    const page = await pages.openAs('lu.xinran', '/inbox');
    await page.getByRole('link', { name: 'Lu Xinran' }).waitFor();
    const login = { login: 'zhou.huaijin', password: 'aftercare' };
    await page.context().request.post('/v1/login', { data: login });
    await page.getByRole('link', { name: 'Cases' }).first().click();
    await page.getByText('Log in again to go on as Lu Xinran').waitFor();
    expect(await page.locator('body').innerText()).not.toContain(number);
  });

  it('sees no draft of the engineer before on the same phone, who finds it again, without a connection too', async () => {
    const at = `/day/${number}/diagnose`;
    const page = await pages.openAs('li.wei', at, { viewport: PHONE });
    const finding = page.getByLabel(/^Finding/);
    await finding.fill('油气分离器堵塞');
    const next = async (login: string): Promise<void> => {
      await page.context().clearCookies();
      await page.context().request.post('/v1/login', { data: { login, password: 'aftercare' } });
      await page.goto(at);
      await finding.waitFor();
    };
    await next('qian.junfeng');
    expect(await finding.inputValue()).toBe('');
    await finding.fill('皮带断裂');
    await next('li.wei');
    expect(await finding.inputValue()).toBe('油气分离器堵塞');
    await page.waitForFunction('navigator.serviceWorker.controller !== null');
    await page.context().setOffline(true);
    await page.reload();
    await finding.waitFor();
    expect(await finding.inputValue()).toBe('油气分离器堵塞');
    expect(faultsOf(page)).toEqual([]);
  });
});
