import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { accessibilityFaults, faultsOf, startPages, PHONE, type Pages } from '../support/pages';
import { done, registered } from '../support/requests';
import type { Reader } from '../support/reading';

let pages: Pages;
let clerk: Reader;
let director: Reader;
beforeAll(async () => {
  pages = await startPages();
  clerk = await pages.system.as('lu.xinran');
  director = await pages.system.as('gu.chengan');
});
afterAll(() => pages.close());

/** New cases with these words in their subjects, the oldest first. */
async function cases(word: string, count: number): Promise<string[]> {
  const numbers: string[] = [];
  for (let at = 1; at <= count; at += 1)
    numbers.push((await registered(clerk, { subject: `${word} ${at}` })).caseNumber);
  return numbers;
}

it.each([
  ['en', undefined, 'Walking', ['2 of 3', '3 of 3'], 'Print'],
  ['zh', PHONE, 'Strolling', ['第 2 张，共 3 张', '第 3 张，共 3 张'], '打印'],
] as const)(
  'one goes through a list from case to case, over a reload, though a case has left it (%s)',
  async (language, viewport, word, [second, third], print) => {
    const numbers = await cases(word, 3);
    const [, middle = '', last = ''] = numbers;
    const address = `/cases?q=${word}&open=true&sort=receivedAt&direction=asc`;
    const page = await pages.openAs('lu.xinran', address, { language, ...(viewport && { viewport }) });
    const place = page.locator('.place-in-list > a:not(.beside)');
    const at = (text: string) => place.filter({ hasText: text }).waitFor();
    await page.locator('a[data-row]:visible', { hasText: middle }).click();
    await at(second);
    await page.reload();
    await at(second);
    expect(await accessibilityFaults(page)).toEqual([]);

    await done(director, middle, { type: 'cancel', data: { reason: '客户撤回' } });
    await page.keyboard.press(']');
    await page.waitForURL((url) => url.pathname.endsWith(last));
    await at(third);
    await page.keyboard.press('[');
    await page.waitForURL((url) => url.pathname.endsWith(middle));
    await at(second);
    await page.getByRole('button', { name: print }).waitFor();

    await place.click();
    await page.waitForURL((url) => url.pathname === '/cases');
    await page.locator('a[data-row]:visible', { hasText: last }).waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe(word);
    expect(await page.locator('a[data-row]:visible', { hasText: middle }).count()).toBe(0);
    expect(faultsOf(page)).toEqual([]);
  },
);
