import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aCase } from '../support/cases';
import { faultsOf, startPages, type Pages } from '../support/pages';

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
});
