import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import type { CaseDetail } from '../../api/cases/detail-schema';
import { accessibilityFaults, faultsOf, PHONE, startPages, type Pages } from '../support/pages';
import type { Reader } from '../support/reading';
import { ANSWER, CLASSIFY, done, LANTING, registered } from '../support/requests';
import { eventually } from '../support/system';

const HOUR_MS = 3_600_000;
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** The number of parts of the glass with ink on them: its left, its right. */
const INK_PARTS = `(() => {
  const glass = document.querySelector('canvas');
  const half = glass.width / 2;
  return [0, half].filter((x) =>
    glass.getContext('2d').getImageData(x, 0, half, glass.height).data.some((value, at) => at % 4 === 0 && value < 100),
  ).length;
})()`;

/** Reads each picture only once it is released: a camera's photo takes an old phone seconds. */
const SLOW_PICTURES = `{
  const read = window.createImageBitmap;
  window.createImageBitmap = (...of) =>
    new Promise((go) => { window.releasePicture = () => go(read.apply(window, of)); });
}`;

let pages: Pages;
let clerk: Reader;
beforeAll(async () => {
  pages = await startPages();
  clerk = await pages.system.as('lu.xinran');
});
afterAll(() => pages.close());

/** A repair that is paid for in full, with an engineer sent for about now, or for so many hours before. */
async function visitOf(engineerId: string, hoursAgo = 0): Promise<string> {
  const { caseNumber } = await registered(clerk, { unitSerial: LANTING.unitSerial });
  await done(clerk, caseNumber, ANSWER, CLASSIFY);
  const verdict = { labour: 100, parts: 100, travel: 100 };
  const director = await pages.system.as('gu.chengan');
  await done(director, caseNumber, { type: 'overruleEntitlement', data: { verdict, reason: '老客户' } });
  const fromMs = Date.now() - (hoursAgo + 0.5) * HOUR_MS;
  const appointment = {
    from: new Date(fromMs).toISOString(),
    to: new Date(fromMs + 2 * HOUR_MS).toISOString(),
  };
  await done(clerk, caseNumber, {
    type: 'dispatch',
    data: { engineerId, appointment, outsideHours: true, parts: [] },
  });
  return caseNumber;
}

const detail = async (number: string): Promise<CaseDetail> =>
  (await clerk.get<CaseDetail>(`/v1/cases/${number}`)).body;
const typesOf = async (number: string): Promise<readonly string[]> =>
  (await detail(number)).timeline.items.map(({ type }) => type);

const sign = (page: Page) => page.locator('.outbox-sign');
const isSent = (page: Page) => sign(page).filter({ hasText: 'Connected' }).waitFor();

/** Pages that run without a connection once their files and the data of the day are kept. */
async function readyForDeadSpots(page: Page): Promise<BrowserContext> {
  await eventually(
    () => page.evaluate<boolean>('navigator.serviceWorker.controller !== null'),
    (isControlled) => isControlled,
  );
  return page.context();
}

it('an engineer works the day on the phone, from the login to the signed report', async () => {
  const number = await visitOf('stf-027');
  const page = await pages.open({ viewport: PHONE });
  await page.goto('/');
  await page.getByLabel('Login name').fill('li.wei');
  await page.getByLabel('Password').fill('aftercare');
  await page.keyboard.press('Enter');
  const open = page.getByRole('link', { name: `Open the visit ${number}` });
  await open.waitFor();
  expect(new URL(page.url()).pathname).toBe('/day');
  const card = page.getByRole('listitem').filter({ has: open });
  expect(await card.getByRole('link', { name: /^Call/ }).first().getAttribute('href')).toMatch(/^tel:\+/);
  expect(await card.getByRole('link', { name: /Navigate/ }).getAttribute('href')).toMatch(/^geo:/);
  await open.click();
  await page.getByRole('button', { name: 'record the departure' }).click();
  await page.getByRole('button', { name: 'record the arrival' }).click();

  await page.getByRole('link', { name: 'diagnose' }).click();
  await page.getByRole('button', { name: 'diagnose' }).click();
  await page.getByText('Please fill this in.').first().waitFor();
  await page.getByLabel(/^Fault/).selectOption('high-temperature');
  await page.getByLabel(/^Cause/).selectOption('wear-out');
  await page.getByLabel(/^Finding/).fill('油气分离器堵塞');
  await page.reload();
  await page.getByLabel(/^Repair plan/).fill('清洗冷却器');
  await page.getByRole('button', { name: 'diagnose' }).click();

  await page.getByRole('link', { name: 'record the repair' }).click();
  await page.getByLabel(/^Fault/).fill('排气温度过高');
  await page.getByLabel(/^Cause/).fill('冷却器积尘');
  await page.getByLabel(/^Work done/).fill('清洗冷却器');
  await page.getByLabel(/^Test that was passed/).fill('试机两小时正常');
  await page.getByRole('button', { name: 'record the repair' }).click();

  await page.getByRole('link', { name: 'submit the service report' }).click();
  await page.getByLabel(/^Labour \*/).fill('90');
  await page.getByLabel(/^Travel time/).fill('40');
  await page.getByLabel(/^Labour cost/).fill('300.50');
  await page.getByLabel(/^Travel cost/).fill('80');
  await page.getByLabel(/^Parts cost/).fill('0');
  await page
    .getByLabel('Take a photo')
    .setInputFiles({ name: 'plate.png', mimeType: 'image/png', buffer: PIXEL });
  await page.getByRole('img', { name: 'Photo 1' }).waitFor();
  await page.getByLabel(/^Signed by/).fill('邵文娟');
  const canvas = page.getByRole('img', { name: 'Sign here' });
  await canvas.scrollIntoViewIfNeeded();
  const glass = await canvas.boundingBox();
  if (!glass) throw new Error('There is no glass to sign on');
  for (const [stroke, from] of [40, 200].entries()) {
    await page.mouse.move(glass.x + from, glass.y + 100);
    await page.mouse.down();
    await page.mouse.move(glass.x + from + 60, glass.y + 60, { steps: 8 });
    await page.mouse.up();
    await page.getByRole('button', { name: 'Clear the signature' }).waitFor();
    // A name has many strokes: the ones before stay on the glass.
    await eventually(
      () => page.evaluate<number>(INK_PARTS),
      (parts) => parts === stroke + 1,
    );
  }
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'submit the service report' }).click();
  await eventually(
    () => detail(number),
    ({ report }) => report !== null,
  );
  await isSent(page);
  expect((await detail(number)).report).toMatchObject({
    signedBy: '邵文娟',
    photos: [{ type: 'image/jpeg' }],
    signature: { type: 'image/png' },
  });
  expect(faultsOf(page)).toEqual([]);
});

it('commands and a photo wait in a dead spot, over a reload and a closed app, and go out in order from any page, once', async () => {
  const number = await visitOf('stf-028');
  const { login } = await pages.system.database.staff.findUniqueOrThrow({ where: { id: 'stf-028' } });
  const page = await pages.openAs(login, `/day/${number}`, { viewport: PHONE });
  await page.getByRole('button', { name: 'record the departure' }).waitFor();
  const context = await readyForDeadSpots(page);
  await context.setOffline(true);
  // Gloves tap twice.
  await page.getByRole('button', { name: 'record the departure' }).dblclick();
  await page.getByRole('button', { name: 'record the arrival' }).click();
  await sign(page).filter({ hasText: '2 waiting' }).waitFor();
  await page.reload();
  await page.getByText(/No connection: as of/).waitFor();
  await page.locator('summary', { hasText: 'More' }).click();
  await page.getByRole('link', { name: 'attach a file' }).click();
  await page.getByLabel('Take a photo').waitFor({ state: 'attached' });
  await page.evaluate(SLOW_PICTURES);
  await page
    .getByLabel('Take a photo')
    .setInputFiles({ name: 'plate.png', mimeType: 'image/png', buffer: PIXEL });
  await page.getByLabel(/^Caption/).fill('铭牌');
  await page.getByRole('button', { name: 'attach a file' }).click();
  await page.getByText('Reading the picture…').waitFor();
  await page.evaluate('window.releasePicture()');
  await sign(page).filter({ hasText: '3 waiting' }).click();
  await page.getByRole('heading', { name: 'To be sent' }).waitFor();
  expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual(
    ['Record the departure', 'Record the arrival', 'Attach a file'].map((name) => `${name} · ${number}`),
  );
  expect(await typesOf(number)).not.toContain('EngineerDeparted');
  // The app is closed, and opened later at another page than those of the day.
  expect(faultsOf(page)).toEqual([]);
  await page.close();
  await context.setOffline(false);
  const later = await context.newPage();
  await later.goto('/cases');
  await later.getByRole('link', { name: number }).first().waitFor();
  await isSent(later);
  const order = ['EngineerDeparted', 'EngineerArrived', 'FileAttached'];
  expect((await typesOf(number)).filter((type) => order.includes(type))).toEqual(order);
  expect((await detail(number)).attachments).toMatchObject([{ caption: '铭牌', type: 'image/jpeg' }]);
});

it('a refused command keeps what was typed and stops its case alone', async () => {
  const engineer = await pages.system.as('qian.junfeng');
  const [refused, other] = [await visitOf('stf-029'), await visitOf('stf-029', 3)];
  await done(engineer, refused, { type: 'arrive', data: {} });
  const page = await pages.openAs('qian.junfeng', `/day/${refused}/diagnose`, { viewport: PHONE });
  const finding = page.getByLabel(/^Finding/);
  await finding.waitFor();
  const context = await readyForDeadSpots(page);
  await context.setOffline(true);
  await page.getByLabel(/^Fault/).selectOption('high-temperature');
  await page.getByLabel(/^Cause/).selectOption('wear-out');
  await finding.fill('油气分离器堵塞');
  await page.getByLabel(/^Repair plan/).fill('清洗冷却器');
  await page.getByRole('button', { name: 'diagnose' }).click();
  await sign(page).filter({ hasText: '1 waiting' }).waitFor();
  await page.goto(`/day/${other}`);
  await page.getByRole('button', { name: 'record the arrival' }).click();
  await sign(page).filter({ hasText: '2 waiting' }).waitFor();
  const director = await pages.system.as('gu.chengan');
  await done(director, refused, { type: 'cancel', data: { reason: '客户自行处理' } });
  await context.setOffline(false);
  await sign(page).filter({ hasText: '1 refused' }).click();
  await eventually(
    () => typesOf(other),
    (types) => types.includes('EngineerArrived'),
  );
  await page.getByRole('alert').filter({ hasText: /\S/ }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('link', { name: 'Open' }).click();
  await page.getByRole('heading', { name: 'diagnose' }).waitFor();
  await page.reload();
  await page.getByText('This was refused').waitFor();
  expect(await finding.inputValue()).toBe('油气分离器堵塞');
  await page.goto('/outbox');
  await page.getByRole('button', { name: 'Discard' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
  await page.getByText('Everything has been sent.').waitFor();
  await isSent(page);
  expect(faultsOf(page)).toEqual([]);
});

it.each(['en', 'zh'] as const)('the pages of the day hold to WCAG in %s', async (language) => {
  const page = await pages.openAs('li.wei', '/day', { viewport: PHONE, language });
  const visit = page.locator('.day-visit');
  await visit.first().waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await visit.locator('a[href^="/day/"]').first().click();
  await page.locator('.day-steps').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.goto('/outbox');
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(faultsOf(page)).toEqual([]);
});
