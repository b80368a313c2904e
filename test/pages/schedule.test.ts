import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { CaseDetail } from '../../api/cases/detail-schema';
import type { CandidateView } from '../../api/dispatch/candidate-schema';
import { accessibilityFaults, faultsOf, PHONE, startPages, type Pages } from '../support/pages';
import type { Reader } from '../support/reading';
import { ANSWER, CLASSIFY, done, registered } from '../support/requests';
import { eventually } from '../support/system';

const HOUR_MS = 3_600_000;

let pages: Pages;
let clerk: Reader;
beforeAll(async () => {
  pages = await startPages();
  clerk = await pages.system.as('lu.xinran');
});
afterAll(() => pages.close());

/** A job that waits for an engineer. */
async function aJob(): Promise<string> {
  const { caseNumber } = await registered(clerk);
  await done(clerk, caseNumber, ANSWER, CLASSIFY);
  return caseNumber;
}

const detailOf = async (number: string) => (await clerk.get<CaseDetail>(`/v1/cases/${number}`)).body;

const candidatesOf = async (number: string) =>
  (await clerk.get<{ items: CandidateView[] }>(`/v1/cases/${number}/candidates`)).body.items;

/** The day of an instant in the zone of the browser. */
const dayOf = (at: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date(at));

/** A day on which the sample company works, some days ahead. */
function workday(daysAhead: number): string {
  const ahead = (days: number): string => new Date(Date.now() + days * 24 * HOUR_MS).toISOString();
  const isMonday = (at: string) => new Date(`${dayOf(at)}T00:00:00Z`).getUTCDay() === 1;
  const first = Array.from({ length: 7 }, (_, n) => ahead(daysAhead + n)).find(isMonday);
  return dayOf(first ?? ahead(daysAhead));
}

const row = (page: Page, engineer: string): Locator =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name: engineer }) });

const visitOf = (page: Page, engineer: string, caseNumber: string): Locator =>
  row(page, engineer).locator(`[data-case="${caseNumber}"]`);

/** Where an hour of an engineer's day is drawn. */
async function pointAt(page: Page, engineer: string, day: string, hour: number) {
  const lane = row(page, engineer).locator('.sch-lane');
  const box = await lane.boundingBox();
  const hours = await page.locator('.sch-hours span').allTextContents();
  if (!box) throw new Error(`${engineer} has no row on ${day}`);
  const first = Number.parseInt(hours[0] ?? '0', 10);
  return { x: box.x + ((hour - first) / hours.length) * box.width + 1, y: box.y + 20 };
}

async function drag(page: Page, card: Locator, to: { x: number; y: number }): Promise<void> {
  const box = await card.boundingBox();
  if (!box) throw new Error('The card is not shown');
  await page.mouse.move(box.x + 8, box.y + box.height - 6);
  await page.mouse.down();
  await page.mouse.move(box.x + 30, box.y + box.height + 8, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 12 });
}

/** Takes up the visit that has the focus. Its keys are listened to from the timer on that the taking up sets. */
async function lift(page: Page): Promise<void> {
  await page.keyboard.press('Space');
  await page.locator('.sch-ghost:not(:has([role=alert]))').waitFor();
  await page.evaluate(() => new Promise((done) => setTimeout(done, 0)));
}

it('places a job by the keyboard, and a colleague sees it at once', async () => {
  const caseNumber = await aJob();
  const [best] = await candidatesOf(caseNumber);
  const free = best?.nextFree;
  if (!best || !free) throw new Error('The sample company has an engineer who is free');
  const day = dayOf(free.from);
  const page = await pages.openAs('lu.xinran', `/schedule?day=${day}`);
  const colleague = await pages.openAs('song.jianing', `/schedule?day=${day}`);
  await colleague.getByRole('button', { name: `Place ${caseNumber}…` }).waitFor();
  await page.getByRole('button', { name: `Place ${caseNumber}…` }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('This can be done:').waitFor();
  await page.reload();
  await page.getByText('This can be done:').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Place the job' }).focus();
  await page.keyboard.press('Enter');
  await visitOf(page, best.engineer.names.en, caseNumber).waitFor();
  await visitOf(colleague, best.engineer.names.en, caseNumber).waitFor();
  await colleague.getByRole('button', { name: `Place ${caseNumber}…` }).waitFor({ state: 'detached' });
  const { dispatch, stage } = await detailOf(caseNumber);
  expect([stage, dispatch?.engineer.id]).toEqual(['dispatched', best.engineer.id]);
  expect(faultsOf(page)).toEqual([]);
  expect(faultsOf(colleague)).toEqual([]);
});

it('drags a job onto an engineer, refuses in words, and moves the visit with the customer’s word and back', async () => {
  const day = workday(14);
  const [first, second] = [await aJob(), await aJob()];
  const page = await pages.openAs('lu.xinran', `/schedule?day=${day}`);
  const job = (number: string) => page.locator(`.sch-job[data-case="${number}"]`);
  await job(first).waitFor();

  await drag(page, job(first), await pointAt(page, 'Xu Zhengyang', day, 10));
  await page.getByText('Can be placed here').first().waitFor();
  await page.mouse.up();
  await page.getByText('This can be done:').waitFor();
  await page.getByRole('button', { name: 'Place the job' }).click();
  const visit = visitOf(page, 'Xu Zhengyang', first);
  await visit.waitFor();
  expect((await detailOf(first)).dispatch?.engineer.id).toBe('stf-028');

  await job(second).scrollIntoViewIfNeeded();
  await drag(page, job(second), await pointAt(page, 'Xu Zhengyang', day, 11));
  await page.mouse.up();
  await page.getByRole('alert').filter({ hasText: 'is not available' }).waitFor();
  await job(second).waitFor();
  expect((await detailOf(second)).stage).toBe('classified');

  // By the keyboard: two engineers are tried, and the visit keeps its time.
  await visit.getByRole('button').focus();
  await lift(page);
  await page.keyboard.press('ArrowUp');
  await page.getByText('Can be placed here').first().waitFor();
  await page.keyboard.press('Space');
  const given = visitOf(page, 'Li Wei', first);
  await given.waitFor();
  expect((await detailOf(first)).dispatch?.engineer.id).toBe('stf-027');
  await page.getByRole('button', { name: 'Undo' }).click();
  await visit.waitFor();
  expect((await detailOf(first)).dispatch?.engineer.id).toBe('stf-028');

  // Another time needs the customer's word.
  const before = (await detailOf(first)).dispatch?.appointment;
  await visit.getByRole('button').focus();
  await lift(page);
  for (let quarter = 1; quarter <= 4; quarter++) {
    await page.keyboard.press('ArrowRight');
    const from = Date.parse(before?.from ?? '') + (quarter * HOUR_MS) / 4;
    const shown = new Date(from).toLocaleTimeString('en-GB', {
      timeZone: 'Asia/Shanghai',
      timeStyle: 'short',
    });
    await page.locator('.sch-ghost').getByText(`${shown}–`).waitFor();
  }
  await page.getByText('Can be placed here').first().waitFor();
  await page.keyboard.press('Space');
  await page.getByRole('checkbox', { name: /The customer agreed/ }).check();
  await page.getByText('This can be done:').waitFor();
  await page.getByRole('button', { name: 'Change the visit', exact: true }).click();
  await page.getByRole('button', { name: 'Undo' }).waitFor();
  const moved = (await detailOf(first)).dispatch?.appointment;
  expect(Date.parse(moved?.from ?? '') - Date.parse(before?.from ?? '')).toBe(HOUR_MS);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('is as it was before').waitFor();
  expect((await detailOf(first)).dispatch?.appointment).toEqual(before);

  // It is made longer by the keyboard, and shorter again by its edge.
  const ends = async (quarters: number): Promise<void> => {
    const shown = await page.getByLabel('End: arrival promised by then').inputValue();
    expect(Date.parse(`${shown}+08:00`) - Date.parse(before?.to ?? '')).toBe((quarters * HOUR_MS) / 4);
    await page.getByRole('checkbox', { name: /The customer agreed/ }).check();
    await page.getByText('This can be done:').waitFor();
    await page.getByRole('button', { name: 'Change the visit', exact: true }).click();
    await page.getByRole('button', { name: 'Undo' }).waitFor();
    await eventually(
      () => detailOf(first),
      ({ dispatch }) => Date.parse(dispatch?.appointment.to ?? '') === Date.parse(`${shown}+08:00`),
    );
    await visit.getByText(shown.slice(-5)).waitFor();
  };
  await visit.getByRole('button').focus();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Enter');
  await ends(2);
  const edge = visit.locator('.sch-visit-end');
  await edge.hover();
  const [wide, lane] = [
    await edge.boundingBox(),
    await row(page, 'Xu Zhengyang').locator('.sch-lane').boundingBox(),
  ];
  const hours = await page.locator('.sch-hours span').count();
  if (!wide || !lane) throw new Error('The visit is not shown');
  const [x, y] = [wide.x + wide.width / 2, wide.y + wide.height / 2];
  await page.mouse.down();
  await page.mouse.move(x - lane.width / hours / 4, y, { steps: 6 });
  await page.mouse.up();
  await ends(1);
  expect(faultsOf(page)).toEqual([]);
});

it('draws the rows of 200 engineers that are looked at', async () => {
  const { staff } = pages.system.database;
  const one = await staff.findUniqueOrThrow({ where: { id: 'stf-027' } });
  const data = Array.from({ length: 200 }, (_, n) => ({ ...one, id: `many-${n}`, login: `many.${n}` }));
  await staff.createMany({ data });
  const page = await pages.openAs('zhou.huaijin', '/schedule?view=week');
  const rows = page.locator('.sch-row');
  await eventually(
    () => rows.count(),
    (count) => count > 100,
  );
  await page.locator('.sch-cell').first().waitFor();
  expect(await page.locator('.sch-cell').count()).toBeLessThan(7 * 50);
  await rows.last().scrollIntoViewIfNeeded();
  await rows.last().locator('.sch-cell').first().waitFor();
  await staff.deleteMany({ where: { id: { startsWith: 'many-' } } });
  expect(faultsOf(page)).toEqual([]);
});

it.each([
  ['en', undefined],
  ['zh', undefined],
  ['zh', PHONE],
] as const)('the schedule holds to WCAG in %s', async (language, viewport) => {
  const caseNumber = await aJob();
  const visit = { language, ...(viewport && { viewport }) };
  const page = await pages.openAs('zhou.huaijin', '/schedule', visit);
  await page.locator(`[data-case="${caseNumber}"]`).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.goto('/schedule?view=week');
  await page.locator(`[data-case="${caseNumber}"]`).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  const width = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
  expect(width).toBe(0);
  await page.locator(`[data-case="${caseNumber}"] button`).click();
  await page.getByRole('radio').first().waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(faultsOf(page)).toEqual([]);
});
