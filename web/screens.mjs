// Takes the pictures of docs/screens/ from a running system with the sample company: node web/screens.mjs [address]
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const [, , base = 'http://127.0.0.1:3000'] = process.argv;
const target = join(dirname(fileURLToPath(import.meta.url)), '..', 'docs', 'screens');
const WIDTHS = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
const LANGUAGES = { en: 'en-GB', zh: 'zh-CN' };
const CLERK = 'lu.xinran';
const DIRECTOR = 'gu.chengan';

/** Name of the picture, login, address, and an element that is there once the page is whole. */
const SCREENS = [
  ['login', undefined, '/', 'h1'],
  ['start', CLERK, '/', 'main .inbox li'],
  ['cases', CLERK, '/cases', 'main a[href^="/cases/AS-"]:visible'],
  ['case', CLERK, '/cases/AS-2026-000039', 'h1'],
  ['call', CLERK, '/call?number=18368318852', 'h1'],
  ['inbox', CLERK, '/inbox', 'h1'],
  ['schedule', CLERK, '/schedule', 'h1'],
  ['approvals', DIRECTOR, '/approvals', 'h1'],
  ['risk', DIRECTOR, '/risk', 'h1'],
  ['figures', DIRECTOR, '/figures', 'svg'],
  ['parts', 'lu.licheng', '/parts?section=receive', 'main .inbox li'],
  ['stock', 'lu.licheng', '/parts?section=stock', 'main .inbox li'],
  ['billing', 'ni.xiaoman', '/billing/quotes', 'h1'],
  ['prices', 'shen.ruochuan', '/billing/prices', 'main .card'],
  ['calendars', 'zhou.huaijin', '/administration/calendars', 'main .card'],
  ['products', 'zhou.huaijin', '/administration/products', 'main .card'],
  ['day', 'li.wei', '/day', 'h1'],
  ['request', undefined, '/c/request', 'h1'],
];

mkdirSync(target, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
for (const [size, viewport] of Object.entries(WIDTHS))
  for (const [language, locale] of Object.entries(LANGUAGES))
    for (const [name, login, path, whole] of SCREENS) {
      const context = await browser.newContext({
        baseURL: base,
        viewport,
        locale,
        timezoneId: 'Asia/Shanghai',
      });
      if (login) await context.request.post('/v1/login', { data: { login, password: 'aftercare' } });
      const page = await context.newPage();
      await page.goto(path);
      await page.locator(whole).first().waitFor();
      await page.waitForLoadState('load');
      await page.waitForTimeout(1_000);
      const file = `${name}-${size}-${language}.jpg`;
      await page.screenshot({ path: join(target, file), type: 'jpeg', quality: 80 });
      process.stdout.write(`${file}\n`);
      await context.close();
    }
await browser.close();
