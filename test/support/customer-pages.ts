import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { SHORTEST_MS } from '../../api/requests/form-stamp';
import { CustomerLinks } from '../../platform/customer-links';
import { accessibilityFaults, faultsOf, PHONE, type Pages } from './pages';
import { LANTING } from './requests';
import { eventually } from './system';

/** A customer's phone. */
export const VISIT = { language: 'zh', viewport: PHONE } as const;

/** A picture of one point. */
export const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A link's token for the sample customer. */
export async function tokenOf(
  { system: { database, config } }: Pages,
  caseNumber: string,
  purpose: 'case' | 'survey' = 'case',
  now = new Date(),
): Promise<string> {
  const order = { caseNumber, customerId: LANTING.id, purpose };
  const link = await CustomerLinks.of(database, config)?.issue(order, now);
  return link?.token ?? '';
}

/** The page that a link opens. */
export async function opened(pages: Pages, token: string): Promise<Page> {
  const page = await pages.open(VISIT);
  await page.goto(`/c/#${token}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

/** Opens the request form, and waits until it has been open for as long as a person needs. */
export async function openForLong(page: Page, open: () => Promise<unknown>): Promise<void> {
  const form = page.waitForResponse('**/v1/public/request-form');
  await open();
  await form;
  const openedAt = Date.now();
  await eventually(
    () => Promise.resolve(Date.now() - openedAt),
    (ms) => ms > SHORTEST_MS,
  );
}

/** Nothing that WCAG forbids in either language, and nothing wider than the phone; ends in Chinese. */
export async function holds(page: Page): Promise<void> {
  for (const language of ['English', '中文']) {
    await page.getByRole('button', { name: language }).click();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width);
  }
  expect(faultsOf(page)).toEqual([]);
}
