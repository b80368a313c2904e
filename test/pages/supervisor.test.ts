import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { CaseDetail } from '../../api/cases/detail-schema';
import { accessibilityFaults, faultsOf, startPages, PHONE, type Pages } from '../support/pages';
import { ANSWER, CLASSIFY, dispatchTo, done, LANTING, registered } from '../support/requests';
import type { Reader } from '../support/reading';

/** Parts that cost more than a plan may without the director of the centre. */
const DEAR = [{ partNumber: 'SP-52075', quantity: 1 }];
const PLAN = 'repair-plan:1';

let pages: Pages;
let clerk: Reader;
let director: Reader;

beforeAll(async () => {
  pages = await startPages();
  clerk = await pages.system.as('lu.xinran');
  director = await pages.system.as('gu.chengan');
});
afterAll(() => pages.close());

/** A case whose plan waits for the director of the east. */
async function waiting(): Promise<string> {
  const { caseNumber } = await registered(clerk, { unitSerial: LANTING.unitSerial });
  await done(clerk, caseNumber, ANSWER, CLASSIFY, dispatchTo('stf-027', DEAR));
  return caseNumber;
}

const approvalOf = async (number: string) =>
  (await director.get<CaseDetail>(`/v1/cases/${number}`)).body.approvals.find(
    ({ approvalId }) => approvalId === PLAN,
  );
const addressOf = (number: string): string => `/approvals/${number}~${PLAN}`;
const hasDecision = (page: Page) => page.getByText('If you approve').waitFor();

it('a director logs in, approves one plan, and refuses the next', async () => {
  const [first, second] = [await waiting(), await waiting()];
  const page = await pages.open();
  await page.goto('/approvals');
  await page.getByLabel('Login name').fill('gu.chengan');
  await page.getByLabel('Password').fill('aftercare');
  await page.keyboard.press('Enter');
  await hasDecision(page);
  expect(decodeURIComponent(new URL(page.url()).pathname)).toBe(addressOf(first));
  await page.getByText('5,960.00').first().waitFor();
  await page.getByText('times the limit of').waitFor();

  await page.getByRole('button', { name: 'Approve' }).click();
  await page.getByRole('alert').filter({ hasText: 'Write a reason first.' }).waitFor();
  await page.getByLabel(/^Reason/).fill('The bearings are worn.');
  await page.reload();
  await hasDecision(page);
  expect(await page.getByLabel(/^Reason/).inputValue()).toBe('The bearings are worn.');
  await page.getByRole('button', { name: 'Approve' }).click();
  await page
    .getByRole('status')
    .filter({ hasText: `Approved: ${first}` })
    .waitFor();
  expect(await approvalOf(first)).toMatchObject({
    status: 'approved',
    decided: { reason: 'The bearings are worn.' },
  });

  await page.waitForURL((url) => decodeURIComponent(url.pathname) === addressOf(second));
  await hasDecision(page);
  await page.getByLabel(/^Reason/).fill('Repair the old one first.');
  await page.getByRole('button', { name: 'Refuse' }).click();
  await page
    .getByRole('status')
    .filter({ hasText: `Refused: ${second}` })
    .waitFor();
  expect(await approvalOf(second)).toMatchObject({ status: 'rejected' });
  await page.getByText('Nothing waits for your decision.').waitFor();
  expect(faultsOf(page)).toEqual([]);
});

it('a colleague decides meanwhile: it is seen, and what was typed stays', async () => {
  const number = await waiting();
  const page = await pages.openAs('gu.chengan', addressOf(number));
  await hasDecision(page);
  await page.getByLabel(/^Reason/).fill('I was about to agree.');
  await done(await pages.system.as('zhou.huaijin'), number, {
    type: 'decideApproval',
    data: { approvalId: PLAN, decision: 'reject', reason: 'Too dear.' },
  });
  await page.getByRole('status').filter({ hasText: '“Too dear.”' }).waitFor();
  expect(await page.getByLabel(/^Reason/).inputValue()).toBe('I was about to agree.');
  expect(await page.getByRole('button', { name: 'Approve' }).isDisabled()).toBe(true);
  expect(faultsOf(page)).toEqual([]);
});

it('an approval is delegated to a colleague', async () => {
  const number = await waiting();
  const page = await pages.openAs('gu.chengan', addressOf(number));
  await hasDecision(page);
  await page.getByRole('button', { name: 'Delegate…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('option', { name: /^Song Jianing/ }).waitFor({ state: 'attached' });
  await dialog.getByLabel('To', { exact: true }).selectOption('stf-011');
  await dialog.getByLabel(/^Reason/).fill('I am away.');
  await dialog.getByRole('button', { name: 'Delegate' }).click();
  await page
    .getByRole('status')
    .filter({ hasText: `Delegated: ${number}` })
    .waitFor();
  expect(await approvalOf(number)).toMatchObject({ status: 'open', delegated: { to: { id: 'stf-011' } } });
});

it('a director hands over the cases whose promises are at risk, with a result for each', async () => {
  const page = await pages.openAs('gu.chengan', '/risk?within=168');
  const boxes = page.getByRole('checkbox', { name: /^Select AS-/ });
  await boxes.first().waitFor();
  const links = await page.locator('.risk-table').getByRole('link').allInnerTexts();
  const numbers = links.slice(0, 2);
  for (const number of numbers) await page.getByRole('checkbox', { name: `Select ${number}` }).check();
  await page.getByRole('button', { name: 'Hand over…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('option', { name: /^Song Jianing/ }).waitFor({ state: 'attached' });
  await dialog.getByLabel('To', { exact: true }).selectOption('stf-011');
  await dialog.getByLabel('What they have to know').fill('The customer calls back at noon.');
  await dialog.getByRole('button', { name: 'Check' }).click();
  await dialog.getByRole('button', { name: 'Start: 2' }).click();
  await dialog.getByRole('status').filter({ hasText: '2 of 2 done, 0 refused' }).waitFor();
  for (const number of numbers) {
    const { body } = await director.get<CaseDetail>(`/v1/cases/${number}`);
    expect(JSON.stringify(body.timeline.items)).toContain('The customer calls back at noon.');
  }
  expect(faultsOf(page)).toEqual([]);
});

it('a manager goes from a figure to its cases, and to one of them', async () => {
  const page = await pages.openAs('zhou.huaijin', '/figures');
  await page.locator('.picture svg text').first().waitFor();
  await page.getByRole('button', { name: 'Show the cases of “answer”' }).click();
  await page.getByRole('heading', { name: 'Cases behind “answer”' }).waitFor();
  await page.getByLabel('Which cases').selectOption('kept');
  await page.waitForURL(/standing=kept/);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export (CSV)' }).click();
  expect((await saving).suggestedFilename()).toBe('answer.csv');
  await page.locator('.behind').getByRole('link', { name: /^AS-/ }).first().click();
  await page.waitForURL(/\/cases\/AS-/);
  expect(faultsOf(page)).toEqual([]);
});

it('messages are counted by the bell, and read all at once', async () => {
  const page = await pages.openAs('gu.chengan', '/risk');
  const bell = page.getByRole('button', { name: /^Messages: [1-9]\d* unread/ });
  await bell.click();
  await page.getByRole('button', { name: 'Mark all as read' }).click();
  await page.getByRole('button', { name: 'Messages: 0 unread' }).waitFor();
  expect(faultsOf(page)).toEqual([]);
});

it.each([
  ['en', undefined],
  ['zh', PHONE],
] as const)('approvals, risks and figures hold to WCAG in %s', async (language, viewport) => {
  const number = await waiting();
  const visit = { language, ...(viewport && { viewport }) };
  const page = await pages.openAs('gu.chengan', addressOf(number), visit);
  await page.locator('.approval-outlook').first().waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.goto('/risk?within=168');
  await page.locator('.risk-table').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.goto('/figures?promise=answer');
  await page
    .getByRole('heading', { name: language === 'en' ? 'Satisfaction each week' : '每周满意度' })
    .waitFor();
  await page.locator('.picture svg text').first().waitFor();
  await page.locator('.behind table').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(faultsOf(page)).toEqual([]);
});
