import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { CaseDetail } from '../../api/cases/detail-schema';
import { accessibilityFaults, faultsOf, startPages, PHONE, type Pages } from '../support/pages';
import { ANSWER, CLASSIFY, done, registered } from '../support/requests';
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

    await done(director, middle, CANCEL);
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

const CANCEL = { type: 'cancel', data: { reason: '客户撤回' } } as const;
const prioritiesOf = async (numbers: readonly string[]): Promise<string[]> => {
  const found = await Promise.all(
    numbers.map(async (number) => (await director.get<CaseDetail>(`/v1/cases/${number}`)).body.priority),
  );
  return found;
};

it('a director changes the priority of several cases by keyboard, after a rehearsal, and takes it back', async () => {
  const numbers = await cases('Several', 4);
  const [first = '', second = '', third = '', fourth = ''] = numbers;
  await done(director, third, CANCEL);
  const page = await pages.openAs('gu.chengan', '/cases?q=Several&sort=receivedAt&direction=asc');
  await page.locator('a[data-row]:visible').nth(3).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  const box = (number: string) => page.getByRole('checkbox', { name: `Select ${number}` });
  expect(await box(first).isChecked()).toBe(true);
  await box(third).click({ modifiers: ['Shift'] });
  await page.getByRole('status').filter({ hasText: '3 selected' }).waitFor();
  expect(await box(second).isChecked()).toBe(true);
  expect(await box(fourth).isChecked()).toBe(false);
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.getByRole('button', { name: 'Change priority…' }).click();
  const dialog = page.getByRole('dialog');
  const says = (text: string) => dialog.getByRole('status').filter({ hasText: text }).waitFor();
  await dialog.getByLabel('Priority').selectOption('urgent');
  await dialog.getByLabel('Reason').fill('The line stands still.');
  await dialog.getByRole('button', { name: 'Check' }).click();
  await says('2 of 3 possible, 1 would be refused. Nothing is done yet.');
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await prioritiesOf(numbers)).toEqual(Array(4).fill('normal'));
  await dialog.getByRole('button', { name: 'Start: 2' }).click();
  await says('2 of 3 done, 1 refused');
  expect(await prioritiesOf(numbers)).toEqual(['urgent', 'urgent', 'normal', 'normal']);
  expect(await dialog.getByLabel('Reason').inputValue()).toBe('The line stands still.');
  await dialog.getByRole('button', { name: 'Undo: 2' }).click();
  await says('2 of 3 undone');
  expect(await prioritiesOf(numbers)).toEqual(Array(4).fill('normal'));

  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('status').filter({ hasText: '1 selected' }).waitFor();
  await page.getByRole('button', { name: 'Change priority…' }).click();
  expect(await dialog.getByLabel('Reason').inputValue()).toBe('The line stands still.');
  expect(faultsOf(page)).toEqual([]);
});

it('a clerk notes the same on two cases on a phone, in Chinese', async () => {
  const numbers = await cases('Noted', 2);
  const page = await pages.openAs('lu.xinran', '/cases?q=Noted', { language: 'zh', viewport: PHONE });
  for (const number of numbers) await page.getByRole('checkbox', { name: `选择 ${number}` }).check();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: '添加备注…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('内部备注').fill('配件周三到货。');
  await dialog.getByRole('button', { name: '检查' }).click();
  await dialog.getByRole('button', { name: '开始：2 张' }).click();
  await dialog.getByRole('status').filter({ hasText: '已完成 2/2，0 张被拒绝' }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  for (const number of numbers) {
    const { body } = await director.get<CaseDetail>(`/v1/cases/${number}`);
    expect(JSON.stringify(body.timeline.items)).toContain('配件周三到货。');
  }
  expect(faultsOf(page)).toEqual([]);
});

it('a job is placed from its row, and messages change with the language at once', async () => {
  const [number = ''] = await cases('Placed', 1);
  await done(clerk, number, ANSWER, CLASSIFY);
  const page = await pages.openAs('lu.xinran', '/cases?q=Placed');
  await page.getByRole('link', { name: `Place ${number}` }).click();
  await page.waitForURL(({ pathname, search }) => pathname === '/schedule' && search === '');
  await page.locator('.sch-place').filter({ hasText: number }).waitFor();

  await page.getByRole('button', { name: /^Messages: / }).click();
  await page.locator('.bell-panel li').first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '中文' }).click();
  await page.getByRole('button', { name: /^消息：/ }).click();
  const title = page.locator('.bell-panel li p').first();
  await title.waitFor();
  expect(await title.innerText()).toMatch(/\p{Script=Han}/u);
  expect(faultsOf(page)).toEqual([]);
});

it('a hand-over of several cases is taken back only where nobody has gone on since, and says why not', async () => {
  const numbers = await cases('Passed', 3);
  const [first = '', second = '', third = ''] = numbers;
  const handOver = (staffId: string) => ({ type: 'handOver', data: { staffId, reason: '轮班' } }) as const;
  const { id: clerkId } = await pages.system.database.staff.findUniqueOrThrow({
    where: { login: 'lu.xinran' },
  });
  const { id: directorId } = await pages.system.database.staff.findUniqueOrThrow({
    where: { login: 'gu.chengan' },
  });
  const { id: managerId } = await pages.system.database.staff.findUniqueOrThrow({
    where: { login: 'zhou.huaijin' },
  });
  for (const number of [first, second]) await done(director, number, handOver(clerkId));
  const page = await pages.openAs('lu.xinran', '/cases?q=Passed&sort=receivedAt&direction=asc');
  for (const number of numbers) await page.getByRole('checkbox', { name: `Select ${number}` }).check();
  await page.getByRole('button', { name: 'Hand over…' }).click();
  const dialog = page.getByRole('dialog');
  const colleagues = dialog.getByLabel('To', { exact: true });
  await colleagues.locator(`option[value="${managerId}"]`).waitFor({ state: 'attached' });
  expect(await colleagues.locator('option', { hasText: /Warehouse|Billing|engineer/ }).count()).toBe(0);
  await colleagues.selectOption(managerId);
  await dialog.getByLabel('What they have to know').fill('轮班');
  await dialog.getByRole('button', { name: 'Check' }).click();
  await dialog.getByRole('button', { name: 'Start: 3' }).click();
  await dialog.getByRole('status').filter({ hasText: '3 of 3 done' }).waitFor();
  await done(director, second, handOver(directorId));
  await dialog.getByRole('button', { name: 'Undo: 2' }).click();
  await dialog.getByRole('status').filter({ hasText: '1 of 3 undone' }).waitFor();
  const row = (number: string) => dialog.getByRole('listitem').filter({ hasText: number });
  await row(second).getByText('Changed since by somebody else: not undone.').waitFor();
  await row(third)
    .getByText(/^Not undone/)
    .waitFor();
  const owners = await Promise.all(
    numbers.map(
      async (number) => (await director.get<CaseDetail>(`/v1/cases/${number}`)).body.owner?.staff?.id,
    ),
  );
  expect(owners).toEqual([clerkId, directorId, managerId]);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(faultsOf(page)).toEqual([]);
});
