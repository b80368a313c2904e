import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Static } from '@sinclair/typebox';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepLocalSettings } from '../../../cli/local';
import type { CustomerCase } from '../../../api/customer-portal/schema';
import type { LinkList } from '../../../api/customer-portal/link-schema';
import { Child } from '../../e2e/support/child';
import type { TestApi } from '../../support/api';
import { aCase } from '../../support/cases';
import { companyApi, Reader, reader } from '../../support/reading';
import { testSettings } from '../../support/settings';

const PAGE = 'https://service.example/case';

describe('aftercare link (R36)', () => {
  let api: TestApi;
  let number: string;
  let settings: Record<string, string>;
  let dataDir: string;

  beforeAll(async () => {
    api = await companyApi();
    ({ number } = await aCase(api.database).of('cus-0001').answered().commit());
    settings = testSettings(api.config.DATABASE_URL, { AFTERCARE_CUSTOMER_URL: PAGE });
    dataDir = await mkdtemp(join(tmpdir(), 'aftercare-link-'));
  });
  afterAll(async () => {
    await rm(dataDir, { recursive: true, force: true });
    await api.close();
  });

  async function run(environment: Readonly<Record<string, string>>, ...args: readonly string[]) {
    const lines: string[] = [];
    const child = new Child({
      args: ['bin/aftercare.cjs', 'link', ...args],
      settings: environment,
      onLine: (line) => lines.push(line),
    });
    const { code } = await child.exited;
    return { code, lines };
  }
  const openedBy = async (token: string | undefined) => {
    const { status, body } = await new Reader(api.app, token ?? '').get<CustomerCase>('/v1/customer/case');
    return `${status} ${body.number}`;
  };
  const links = () => api.database.customerLink.count();

  it('prints a link to the page, good for 60 days, by which the customer’s case opens; staff see that there is one', async () => {
    const { code, lines } = await run(settings, number);
    expect({ code, lines }).toEqual({
      code: 0,
      lines: [
        expect.stringMatching(/^https:\/\/service\.example\/case#\S+$/),
        expect.stringMatching(/^valid until 20/),
      ],
    });
    const expiresAt = lines[1]?.replace('valid until ', '');
    expect(await openedBy(lines[0]?.split('#')[1])).toBe(`200 ${number}`);
    const clerk = await reader(api.app, 'lu.xinran');
    const { body } = await clerk.get<Static<typeof LinkList>>(`/v1/cases/${number}/links`);
    expect(body.items).toMatchObject([{ purpose: 'case', expiresAt, usedAt: null }]);
  });

  it('finds the local start by its data, and prints the token alone where there is no page', async () => {
    const { AFTERCARE_CUSTOMER_URL: _page, ...started } = settings;
    await keepLocalSettings(dataDir, started);
    const { code, lines } = await run({}, number, '--data', dataDir);
    expect(code).toBe(0);
    expect(lines[0]).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(await openedBy(lines[0])).toBe(`200 ${number}`);
  });

  it('says in a sentence what stands against it, and makes no link then', async () => {
    const stranger = await aCase(api.database).answered().commit();
    const { AFTERCARE_LINK_SECRET: _secret, AFTERCARE_CUSTOMER_URL: _page, ...unsigned } = settings;
    const away = { ...settings, DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' };
    const before = await links();
    for (const [environment, args, output] of [
      [settings, ['AS-2026-999999'], /^There is no case AS-2026-999999$/],
      [
        settings,
        [stranger.number],
        /^The customer of AS-\d+-\d+ is not identified yet, so there is no one to send a link to$/,
      ],
      [unsigned, [number], /AFTERCARE_LINK_SECRET is not set/],
      [{}, [number, '--data', join(dataDir, 'nowhere')], /DATABASE_URL/],
      [away, [number], /^The database cannot be reached/],
    ] as const) {
      const { code, lines } = await run(environment, ...args);
      expect(code).toBe(1);
      expect(lines.join('\n')).toMatch(output);
      expect(lines.join('\n')).not.toMatch(/^\s+at /m);
    }
    expect(await links()).toBe(before);
  });
});
