import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { accessibilityFaults, faultsOf, startPages, PHONE, type Pages } from '../support/pages';
import { registered } from '../support/requests';

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
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
      open: 'true',
      sort: 'updatedAt',
      direction: 'desc',
    });

    await button(texts.change).click();
    await page.getByLabel(texts.name).fill(`Open ${language}`);
    await page.getByLabel(texts.share).check();
    await button(texts.store).click();
    await tabs.filter({ hasText: `Open ${language} · ${texts.shared}` }).waitFor();

    await button(texts.remove).click();
    expect(await accessibilityFaults(page)).toEqual([]);
    await button(texts.remove).click();
    await tabs.nth(1).waitFor({ state: 'detached' });
    expect(await tabs.first().textContent()).toBe(texts.all);
    expect(faultsOf(page)).toEqual([]);
  },
);
