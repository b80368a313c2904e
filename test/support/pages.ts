import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchChromium } from './chromium';
import { startSystem, type SystemOptions, type TestSystem } from './system';

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

interface Visit {
  readonly language?: 'en' | 'zh';
  readonly viewport?: { readonly width: number; readonly height: number };
  /** One with a camera, say; closed by its maker. */
  readonly browser?: Browser;
  /** That the person has given to the page. */
  readonly permissions?: string[];
}

/** The whole system behind a port, and a browser before it. */
export interface Pages {
  readonly system: TestSystem;
  readonly url: string;
  /** A browser of its own for somebody who is not logged in. */
  open(visit?: Visit): Promise<Page>;
  /** A browser of its own, logged in by the login name, at an address of the console. */
  openAs(login: string, path: string, visit?: Visit): Promise<Page>;
  close(): Promise<void>;
}

/** Errors of each page: exceptions, refusals by its own security policy, and reads that the API refuses in their form. */
const faults = new WeakMap<Page, string[]>();

export async function startPages(options?: SystemOptions): Promise<Pages> {
  const system = await startSystem(options);
  const own: Browser = await launchChromium();
  const url = await system.app.listen({ port: 0, host: '127.0.0.1' });
  const contexts: BrowserContext[] = [];

  const open = async ({
    language = 'en',
    viewport = DESKTOP,
    browser = own,
    permissions = [],
  }: Visit = {}): Promise<Page> => {
    const context = await browser.newContext({
      baseURL: url,
      viewport,
      permissions,
      locale: language === 'zh' ? 'zh-CN' : 'en-GB',
      timezoneId: 'Asia/Shanghai',
    });
    contexts.push(context);
    const page = await context.newPage();
    const seen: string[] = [];
    faults.set(page, seen);
    page.on('pageerror', (error) => seen.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        seen.push(message.text());
    });
    page.on('response', (answer) => {
      if (answer.status() === 400 && answer.request().method() === 'GET')
        seen.push(`400 of GET ${answer.url()}`);
    });
    return page;
  };
  return {
    system,
    url,
    open,
    openAs: async (login, path, visit) => {
      const page = await open(visit);
      const answer = await page
        .context()
        .request.post('/v1/login', { data: { login, password: 'aftercare' } });
      expect(answer.status()).toBe(200);
      await page.goto(path);
      return page;
    },
    close: async () => {
      for (const context of contexts) await context.close();
      await own.close();
      await system.close();
    },
  };
}

/** Errors of a page so far, as they are collected above. */
export const faultsOf = (page: Page): readonly string[] => faults.get(page) ?? [];

/** Violations of WCAG 2.2 AA that axe finds, as `rule: elements`. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(', ')}`);
}
