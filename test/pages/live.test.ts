import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { CandidateView } from '../../api/dispatch/candidate-schema';
import { accessibilityFaults, faultsOf, PHONE, startPages, type Pages } from '../support/pages';
import { startProxy, type Proxy } from '../support/proxy';
import type { Reader } from '../support/reading';
import { ANSWER, CLASSIFY, done, registered } from '../support/requests';

let pages: Pages;
let proxy: Proxy;
let clerk: Reader;
beforeAll(async () => {
  pages = await startPages();
  proxy = await startProxy(pages.url);
  clerk = await pages.system.as('lu.xinran');
});
afterAll(async () => {
  await proxy.close();
  await pages.close();
});

const lost = (page: Page) =>
  page
    .getByRole('status')
    .filter({ hasText: 'No connection to Aftercare. What you see may be out of date.' });

it('a proxy that answers for an API which is away: pages say so, keep what they show, and catch up by themselves', async () => {
  const { caseNumber } = await registered(clerk);
  await done(clerk, caseNumber, ANSWER, CLASSIFY);
  const [best] = (await clerk.get<{ items: CandidateView[] }>(`/v1/cases/${caseNumber}/candidates`)).body
    .items;
  if (!best?.nextFree) throw new Error('The sample company has an engineer who is free');
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(
    new Date(best.nextFree.from),
  );
  const behindProxy = (login: string, path: string, visit?: { viewport: typeof PHONE }): Promise<Page> =>
    pages.openAs(login, `${proxy.url}${path}`, visit);
  const schedule = await behindProxy('lu.xinran', `/schedule?day=${day}`);
  const list = await behindProxy('lu.xinran', '/cases');
  const one = await behindProxy('lu.xinran', `/cases/${caseNumber}`, { viewport: PHONE });
  const job = schedule.getByRole('button', { name: `Place ${caseNumber}…` });
  const row = list.getByRole('row').filter({ has: list.getByRole('link', { name: caseNumber }) });
  const title = one.getByRole('heading', { level: 1 });
  await Promise.all([job, row, title].map((shown) => shown.waitFor()));
  const all = [schedule, list, one];
  // The browser itself gives up after an answer that is no stream.
  const refused = all.map((page) =>
    page.waitForResponse((answer) => answer.url().includes('/v1/events') && answer.status() === 502),
  );
  proxy.fail();
  await Promise.all(all.map((page) => lost(page).waitFor()));
  await Promise.all(refused);

  const colleague = await pages.openAs('song.jianing', `/schedule?day=${day}`);
  await colleague.getByRole('button', { name: `Place ${caseNumber}…` }).click();
  await colleague.getByText('This can be done:').waitFor();
  await colleague.getByRole('button', { name: 'Place the job' }).click();
  const visit = `[data-case="${caseNumber}"]`;
  await colleague.locator('.sch-lane').locator(visit).waitFor();

  expect(await job.isVisible()).toBe(true);
  expect(await row.innerText()).toContain('classified');
  expect(await accessibilityFaults(one)).toEqual([]);
  proxy.recover();
  await schedule.locator('.sch-lane').locator(visit).waitFor();
  await job.waitFor({ state: 'detached' });
  await row.filter({ hasText: 'dispatched' }).waitFor();
  await one.getByText('dispatched').first().waitFor();
  await Promise.all(all.map((page) => lost(page).waitFor({ state: 'detached' })));
  for (const page of [...all, colleague]) expect(faultsOf(page)).toEqual([]);
});
