import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { accessibilityFaults, faultsOf, startPages, PHONE, type Pages } from '../support/pages';
import { done, registered } from '../support/requests';
import { eventually } from '../support/system';

interface Preferences {
  readonly content: Readonly<Record<string, unknown>>;
}

let pages: Pages;
beforeAll(async () => {
  pages = await startPages();
});
afterAll(() => pages.close());

it.each([
  ['en', undefined],
  ['zh', PHONE],
] as const)(
  'a view of the list is saved, shared, found again, renamed and deleted in %s',
  async (language, viewport) => {
    const texts =
      language === 'en'
        ? {
            save: 'Save as a view',
            name: 'Name of the view',
            store: 'Save',
            change: 'Rename or share',
            share: 'Share with my organisation',
            shared: 'shared',
            remove: 'Delete the view',
            all: 'All',
            open: 'Open only',
            overwrite: 'Save changes to',
            begin: 'Begin with this view',
          }
        : {
            save: '存为视图',
            name: '视图名称',
            store: '保存',
            change: '重命名或共享',
            share: '与本机构同事共享',
            shared: '共享',
            remove: '删除视图',
            all: '全部',
            open: '仅看未结',
            overwrite: '保存更改到',
            begin: '默认打开此视图',
          };
    await registered(await pages.system.as('lu.xinran'));
    const visit = { language, ...(viewport && { viewport }) };
    const page = await pages.openAs('lu.xinran', '/cases?open=true&sort=updatedAt&direction=desc', visit);
    const tabs = page.locator('.saved-views nav a');
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    await button(texts.save).click();
    await page.getByLabel(texts.name).fill(`Today ${language}`);
    expect(await accessibilityFaults(page)).toEqual([]);
    await button(texts.store).click();
    await page.locator('.saved-views [aria-current=page]', { hasText: `Today ${language}` }).waitFor();

    await tabs.first().click();
    await page.waitForURL(({ search }) => search === '');
    await page.reload();
    await tabs.filter({ hasText: `Today ${language}` }).click();
    await page.waitForURL(({ search }) => search !== '');
    const searched = () => Object.fromEntries(new URL(page.url()).searchParams);
    expect(searched()).toEqual({
      open: 'true',
      sort: 'updatedAt',
      direction: 'desc',
      view: expect.any(String),
    });

    // Its filters change: the name stays in sight over a reload, and the view takes them or leaves them.
    await page.getByRole('checkbox', { name: texts.open }).uncheck();
    await page.getByRole('button', { name: texts.overwrite }).waitFor();
    await page.reload();
    await page.locator('.saved-views [aria-current=page]', { hasText: `Today ${language}` }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: texts.overwrite }).click();
    await page.getByRole('button', { name: texts.overwrite }).waitFor({ state: 'detached' });

    // The list opens with it, and still shows all where that is asked for.
    await page.getByRole('button', { name: texts.begin }).click();
    await tabs.filter({ hasText: '★' }).waitFor();
    await page.goto('/cases');
    await page.waitForURL(({ searchParams }) => searchParams.get('sort') === 'updatedAt');
    expect(searched()).toEqual({
      sort: 'updatedAt',
      direction: 'desc',
      view: expect.any(String),
    });
    await tabs.first().click();
    await page.waitForURL(({ search }) => search === '?view=all');
    await tabs.filter({ hasText: `Today ${language}` }).click();
    await page.waitForURL(({ searchParams }) => searchParams.get('sort') === 'updatedAt');

    await button(texts.change).click();
    await page.getByLabel(texts.name).fill(`Open ${language}`);
    await page.getByLabel(texts.share).check();
    await button(texts.store).click();
    await tabs.filter({ hasText: `Open ${language} · ${texts.shared}` }).waitFor();

    await button(texts.remove).click();
    expect(await accessibilityFaults(page)).toEqual([]);
    await button(texts.remove).click();
    await tabs.nth(1).waitFor({ state: 'detached' });
    await page.goto('/cases');
    await page.locator('a[data-row]:visible').first().waitFor();
    expect(new URL(page.url()).search).toBe('');
    expect(await tabs.first().textContent()).toBe(texts.all);
    expect(faultsOf(page)).toEqual([]);
  },
);

it('columns and density are kept for the person, and signs tell what has changed and who is there', async () => {
  const clerk = await pages.system.as('lu.xinran');
  const { caseNumber } = await registered(clerk, { subject: 'Signs' });
  const page = await pages.openAs('lu.xinran', '/cases?q=Signs');
  const head = (name: string) => page.getByRole('columnheader', { name, exact: true });
  const row = page.getByRole('row', { name: caseNumber });
  await row.waitFor();
  await page.getByRole('button', { name: 'Columns and density' }).click();
  await page.getByRole('checkbox', { name: 'Owner' }).click();
  await head('Owner').waitFor();
  await page.getByRole('checkbox', { name: 'Subject' }).click();
  await head('Subject').waitFor({ state: 'detached' });
  await page.getByRole('radio', { name: 'dense' }).click();
  await page.locator('.ant-table-small').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await eventually(
    () => clerk.get<Preferences>('/v1/me/preferences'),
    ({ body }) => body.content['cases.density'] === 'small',
  );
  await page.reload();
  await head('Owner').waitFor();
  expect(await head('Subject').count()).toBe(0);
  await page.locator('.ant-table-small').waitFor();

  const changed = row.getByText('Changed since you opened it');
  await row.getByRole('link').click();
  await page.getByRole('heading', { name: caseNumber }).waitFor();
  await page.locator('.place-in-list').getByRole('link', { name: 'Back to the list' }).click();
  await row.waitFor();
  expect(await changed.count()).toBe(0);
  await done(clerk, caseNumber, { type: 'addNote', data: { text: '客户又来电' } });
  await changed.waitFor({ state: 'attached' });

  const colleague = await pages.openAs('song.jianing', `/cases/${caseNumber}`);
  await colleague.getByRole('heading', { name: caseNumber }).waitFor();
  await row.getByText('Song Jianing has it open').waitFor({ state: 'attached' });
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(faultsOf(page)).toEqual([]);
});
