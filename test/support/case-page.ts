import type { Page } from 'playwright-core';

/** The heading of a case's page. */
export const heading = (page: Page, number: string) => page.getByRole('heading', { level: 1, name: number });
const formOf = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

/** Opens the form of a command by its button, wherever that stands. */
export async function openForm(page: Page, name: string): Promise<void> {
  await page.getByRole('region', { name: 'What next' }).waitFor();
  const button = page.getByRole('button', { name, exact: true }).first();
  if (!(await button.isVisible())) await page.getByText('More actions').click();
  await button.click();
  await formOf(page, `${name.charAt(0).toUpperCase()}${name.slice(1)}`)
    .getByRole('button')
    .first()
    .waitFor();
}
