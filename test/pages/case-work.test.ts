import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { heading, openForm } from '../support/case-page';
import { accessibilityFaults, faultsOf, PHONE, startPages, type Pages } from '../support/pages';
import { eventually } from '../support/system';
import { ANSWER, CLASSIFY, command, dispatchTo, give, registered } from '../support/requests';

const TEMPORAL = 'https://temporal.example';
let pages: Pages;
beforeAll(async () => {
  pages = await startPages({ settings: { AFTERCARE_TEMPORAL_UI_URL: TEMPORAL } });
});
afterAll(() => pages.close());

const CLERK = 'lu.xinran';
const newCase = async (): Promise<string> => (await registered(await pages.system.as(CLERK))).caseNumber;

it('says in figures what a cancellation takes away, and finds candidates with reasons', async () => {
  const number = await newCase();
  const clerk = await pages.system.as(CLERK);
  const given = await give(clerk, number, [command(ANSWER), command(CLASSIFY)]);
  expect(given.status).toBe(200);
  const page = await pages.openAs('gu.chengan', `/cases/${number}`);
  await heading(page, number).waitFor();
  await openForm(page, 'dispatch');
  const candidates = page.getByRole('group', { name: 'Engineer, best first' });
  await candidates.getByRole('radio').first().waitFor();
  await candidates
    .getByRole('button', { name: /^Free / })
    .first()
    .click();
  expect(await candidates.getByRole('radio', { checked: true }).count()).toBe(1);
  expect(await page.getByLabel('After saving').inputValue()).toBe('stay');
  expect(await accessibilityFaults(page)).toEqual([]);
  const dispatched = await give(clerk, number, [
    command(dispatchTo('stf-027', [{ partNumber: 'SP-11022', quantity: 2 }])),
  ]);
  expect(dispatched.status).toBe(200);

  const manager = await pages.openAs('gu.chengan', `/cases/${number}`, { language: 'zh', viewport: PHONE });
  await heading(manager, number).waitFor();
  await manager.getByText('更多操作').click();
  await manager.getByRole('button', { name: '取消', exact: true }).click();
  await manager.getByRole('textbox', { name: '原因' }).fill('客户自行处理');
  await manager.keyboard.press('Control+Enter');
  await manager.getByText(/取消.+的上门。/).waitFor();
  await manager.getByText('释放预留备件 2 件（SP-11022 × 2）。').waitFor();
  // At the top: the header that stays in sight covers no button half.
  await manager.evaluate('window.scrollTo(0, 0)');
  expect(await accessibilityFaults(manager)).toEqual([]);
  await manager.getByRole('button', { name: '确认取消' }).click();
  await manager.getByText('已完成：取消').waitFor();
  expect(faultsOf(manager)).toEqual([]);
});

it("writes with text modules of all and of one's own, and goes on to the next case", async () => {
  const [first, second] = [await newCase(), await newCase()];
  const page = await pages.openAs(CLERK, '/text-modules');
  const mine = page.getByRole('region', { name: 'Add one of your own' });
  await mine.getByLabel('Key after the slash').fill('my');
  await mine.getByLabel('Name').fill('Greeting of mine');
  await mine.getByRole('button', { name: 'Save' }).click();
  await mine.getByText('Please write a text in one language at least.').waitFor();
  await mine.getByLabel('Text in Chinese').fill('您好，{customer}：单号 {number}，{engineer}');
  await page.reload();
  await mine.getByRole('button', { name: 'Save' }).click();
  await page.getByText('“Greeting of mine” is saved.').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.goto('/cases?sort=receivedAt&direction=desc');
  await page.getByRole('link', { name: second }).first().click();
  await heading(page, second).waitFor();
  await page.keyboard.press('a');
  const answer = page.getByRole('textbox', { name: 'Answer to the customer' });
  await answer.waitFor();
  await answer.pressSequentially('/my');
  await page.getByRole('option', { name: /Greeting of mine/ }).waitFor();
  await page.keyboard.press('Enter');
  expect(await answer.inputValue()).toMatch(new RegExp(`^您好，.+：单号 ${second}，____$`));
  await page.getByLabel('After saving').selectOption('next case');
  await answer.press('Control+Enter');
  await page.getByRole('button', { name: 'Yes, do this' }).click();
  await heading(page, first).waitFor();
  await page.getByText(`${second}: Done: answer`).waitFor();
  await openForm(page, 'answer');
  expect(await page.getByLabel('After saving').inputValue()).toBe('next');
  expect(faultsOf(page)).toEqual([]);
});

it('copies the number, with the subject, or the link, and links operators to the workflow', async () => {
  const number = await newCase();
  const page = await pages.openAs('zhou.huaijin', `/cases/${number}`);
  await heading(page, number).waitFor();
  const workflow = page.getByRole('link', { name: 'Open the workflow in Temporal' });
  expect(await workflow.getAttribute('href')).toBe(
    `${TEMPORAL}/namespaces/${pages.system.config.TEMPORAL_NAMESPACE}/workflows/${number}`,
  );
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const expectCopied = async (presses: number, expected: RegExp): Promise<void> => {
    await page.reload();
    await heading(page, number).waitFor();
    // All at once: a slow machine tears presses apart.
    const press = "document.dispatchEvent(new KeyboardEvent('keydown', { key: '.', bubbles: true }))";
    await page.evaluate(`for (let n = 0; n < ${presses}; n++) ${press}`);
    await eventually(
      () => page.evaluate<string>('navigator.clipboard.readText()'),
      (text) => expected.test(text),
    );
  };
  await expectCopied(1, new RegExp(`^${number}$`));
  await expectCopied(2, new RegExp(`^${number} .+`));
  await expectCopied(3, new RegExp(`^http.+/cases/${number}$`));
  expect(await accessibilityFaults(page)).toEqual([]);

  const clerk = await pages.openAs(CLERK, `/cases/${number}`);
  await heading(clerk, number).waitFor();
  expect(await clerk.getByRole('link', { name: /Temporal/ }).count()).toBe(0);
});
