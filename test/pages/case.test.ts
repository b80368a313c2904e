import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityFaults, faultsOf, PHONE, startPages, type Pages } from '../support/pages';
import { command, give, registered } from '../support/requests';
import { heading, openForm } from '../support/case-page';
import { bodyOf, lendable } from '../support/lending';
import { eventually } from '../support/system';

let pages: Pages;
beforeAll(async () => {
  pages = await startPages();
});
afterAll(() => pages.close());

const CLERK = 'lu.xinran';
const newCase = async (): Promise<string> => (await registered(await pages.system.as(CLERK))).caseNumber;
/** A message to the customer that did not go out. */
async function failedMessage(number: string): Promise<void> {
  const { notification } = pages.system.database;
  const { processId } = await notification.findFirstOrThrow({ where: { processId: { contains: number } } });
  const at = new Date();
  const sending = { state: 'failed', reason: 'no-address', attempts: 1, createdAt: at, notBefore: at };
  const params = { caseNumber: number, subject: '空压机' };
  const id = `${processId}:link`;
  await notification.create({
    data: { id, processId, template: 'case-link', language: 'zh', params, ...sending },
  });
}

describe('a clerk on the page of a case', () => {
  it('answers and classifies by keyboard, after seeing what will happen', async () => {
    const number = await newCase();
    await failedMessage(number);
    const page = await pages.openAs(CLERK, `/cases/${number}`);
    await heading(page, number).waitFor();
    await page.keyboard.press('a');
    await page.getByRole('textbox', { name: 'Answer to the customer' }).waitFor();
    await page.keyboard.type('An engineer will call you today.');
    await page.keyboard.press('Control+Enter');
    await page.getByText('This is what will happen').waitFor();
    await page.getByText(/“registered” to “answered”/).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Done: answer').waitFor();
    await page
      .getByText(/An engineer will call you today/)
      .first()
      .waitFor();

    const messages = page.getByRole('region', { name: 'Messages to the customer' });
    await messages.getByText('the recipient has no address').waitFor();
    await page.keyboard.press('c');
    await page.getByLabel('Request type').selectOption({ label: 'repair' });
    await page.getByRole('textbox', { name: 'Symptom' }).fill('Stops on high temperature');
    await page.keyboard.press('Control+Enter');
    await page.getByText(/Done: classify|This is what will happen/).waitFor();
    if (await page.getByText('This is what will happen').isVisible()) await page.keyboard.press('Enter');
    await page.getByText('Done: classify').waitFor();
    await page.getByRole('navigation', { name: 'Progress' }).getByText('dispatched').waitFor();
    expect(faultsOf(page)).toEqual([]);
  });

  it('keeps what was typed over a reload, the switch of the language and the end of the session', async () => {
    const number = await newCase();
    const page = await pages.openAs(CLERK, `/cases/${number}`);
    await openForm(page, 'answer');
    const text = page.getByRole('textbox', { name: 'Answer to the customer' });
    await text.fill('Half an answer');
    await page.reload();
    await openForm(page, 'answer');
    await eventually(
      () => text.inputValue(),
      (now) => now === 'Half an answer',
    );
    await page.getByRole('button', { name: '中文' }).click();
    const chinese = page.getByRole('textbox', { name: '给客户的答复' });
    await eventually(
      () => chinese.inputValue(),
      (now) => now === 'Half an answer',
    );
    await page.getByRole('button', { name: 'English' }).click();

    await page.context().clearCookies();
    await text.press('Control+Enter');
    await page.getByLabel('Login name').fill(CLERK);
    await page.getByLabel('Password').fill('aftercare');
    await page.keyboard.press('Enter');
    await page.getByLabel('Password').waitFor({ state: 'detached' });
    await eventually(
      () => text.inputValue(),
      (now) => now === 'Half an answer',
    );
    await text.press('Control+Enter');
    await page.getByRole('button', { name: 'Yes, do this' }).click();
    await page.getByText('Done: answer').waitFor();
  });

  it('finds unsent text again on another machine, and leaves none of it to the next person', async () => {
    const number = await newCase();
    const page = await pages.openAs(CLERK, `/cases/${number}`);
    const note = (at: Page) => at.getByLabel('Note for colleagues');
    await note(page).fill('Half a note');
    await page.getByText('Draft kept', { exact: true }).waitFor();
    await openForm(page, 'answer');
    await page.getByRole('textbox', { name: 'Answer to the customer' }).fill('Half an answer');
    await page.getByRole('button', { name: 'Log out' }).click();
    await page.getByLabel('Login name').fill('he.yutong');
    await page.getByLabel('Password').fill('aftercare');
    await page.keyboard.press('Enter');
    await page.getByLabel('Password').waitFor({ state: 'detached' });
    await page.goto(`/cases/${number}`);
    await note(page).waitFor();
    expect(await note(page).inputValue()).toBe('');

    const other = await pages.openAs(CLERK, `/cases/${number}`);
    await note(other).waitFor();
    expect(await note(other).inputValue()).toBe('Half a note');
    await openForm(other, 'answer');
    const answer = other.getByRole('textbox', { name: 'Answer to the customer' });
    expect(await answer.inputValue()).toBe('Half an answer');
    await other.getByRole('button', { name: 'Discard what is typed' }).click();
    await note(other).press('Control+Enter');
    await other.getByText('The note is on record.').waitFor();
    await eventually(
      async () => (await other.context().request.get('/v1/drafts')).text(),
      (drafts) => drafts === '{"items":[]}',
    );
  });

  it('is told that a colleague changed the case, and goes on with what was typed', async () => {
    const number = await newCase();
    const page = await pages.openAs(CLERK, `/cases/${number}`);
    await openForm(page, 'answer');
    const text = page.getByRole('textbox', { name: 'Answer to the customer' });
    await text.fill('Mine');
    const colleague = await pages.system.as('he.yutong');
    const { status } = await give(colleague, number, [
      command({ type: 'addNote', data: { text: 'Called them' } }),
    ]);
    expect(status).toBe(200);
    await text.press('Control+Enter');
    await page.getByText('The case changed while you were typing').waitFor();
    await page.getByRole('listitem').filter({ hasText: 'Called them' }).first().waitFor();
    expect(await text.inputValue()).toBe('Mine');
    await page.getByRole('button', { name: 'I have seen it: go on' }).click();
    await page.getByRole('button', { name: 'answer', exact: true }).last().click();
    await page.getByRole('button', { name: 'Yes, do this' }).click();
    await page.getByText('Done: answer').waitFor();
  });

  it('writes a note beside the history, and reads why a field is refused', async () => {
    const number = await newCase();
    const page = await pages.openAs(CLERK, `/cases/${number}`);
    await heading(page, number).waitFor();
    await page.getByLabel('Note for colleagues').waitFor();
    await page.keyboard.press('n');
    await page.keyboard.type('Call back after three');
    await page.keyboard.press('Control+Enter');
    await page.getByText('The note is on record.').waitFor();
    await page
      .getByRole('region', { name: 'History' })
      .getByText(/Call back after three/)
      .waitFor();
    await page
      .getByRole('region', { name: 'Promises and deadlines' })
      .getByText(/as promised for/)
      .first()
      .waitFor();
    const promises = await page.getByRole('region', { name: 'Promises and deadlines' }).innerText();
    expect(promises).not.toMatch(/Due 20\d\d-/);

    await openForm(page, 'identify the customer');
    const customer = page.getByRole('combobox', { name: 'Customer' });
    await customer.press('Control+Enter');
    await page.getByText('Please fill this in.').waitFor();
    await customer.fill('cus-9999');
    await customer.press('Control+Enter');
    await eventually(
      () => customer.getAttribute('aria-invalid'),
      (now) => now === 'true',
    );
  });
});

it('draws a usable form for a command that it has never seen', async () => {
  const number = await newCase();
  const page = await pages.open();
  await lendable(page);
  await page.context().request.post('/v1/login', { data: { login: CLERK, password: 'aftercare' } });
  await page.goto(`/cases/${number}`);
  await openForm(page, 'lend a unit');
  await page.getByRole('button', { name: 'lend a unit', exact: true }).last().click();
  await eventually(
    () => page.getByText('Please fill this in.').count(),
    (count) => count > 2,
  );

  const unit = page.getByRole('combobox', { name: 'Unit' });
  await unit.fill('SC75F-2103');
  await page.getByRole('option').first().waitFor();
  await unit.press('Enter');
  await page.getByLabel('Lent until').fill('2026-12-24T18:00');
  await page.getByLabel('Condition').selectOption({ label: 'as new' });
  await page.getByLabel('Deposit').fill('1500.5');
  await page.getByLabel('Currency').selectOption('CNY');
  await page.getByRole('button', { name: 'Add: Accessories' }).click();
  await page.getByLabel('Name', { exact: true }).first().fill('Hose');
  await page.getByLabel('Pieces').first().fill('2');
  const sent = bodyOf(page);
  await page.getByRole('button', { name: 'lend a unit', exact: true }).last().click();
  expect(await sent).toEqual([
    {
      id: expect.any(String),
      type: 'lend',
      data: {
        unitId: expect.stringMatching(/^unt-/),
        lentUntil: '2026-12-24T10:00:00.000Z',
        condition: 'as-new',
        deposit: { amountCents: 150_050, currency: 'CNY' },
        accessories: [{ name: 'Hose', pieces: 2 }],
      },
    },
  ]);
  expect(await accessibilityFaults(page)).toEqual([]);
});

it.each([
  ['en', undefined],
  ['zh', undefined],
  ['zh', PHONE],
] as const)('holds to WCAG in %s', async (language, viewport) => {
  const number = await newCase();
  const page = await pages.openAs(CLERK, `/cases/${number}`, { language, ...(viewport && { viewport }) });
  await heading(page, number).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.press('a');
  await page.getByRole('textbox').first().waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  const width = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
  expect(width).toBeLessThanOrEqual(0);
  expect(faultsOf(page)).toEqual([]);
});
