import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UnsecuredJWT } from 'jose';
import { linkExpiry, type LinkPurpose } from '../../../../domain/identity/customer-link';
import { CustomerLinks } from '../../../../platform/customer-links';
import { LinkTokens, type LinkClaims } from '../../../../platform/link-token';
import type { CustomerCase } from '../../../../api/customer-portal/schema';
import type { TestApi } from '../../../support/api';
import { aCase } from '../../../support/cases';
import { contentsOf } from '../../../support/contents';
import { companyApi, Reader, reader, type Problem } from '../../../support/reading';
import { LINK_SECRET } from '../../../support/settings';
import { describedRoutes, type DescribedRoute } from '../../http/described-routes';

const DAY_MS = 86_400_000;
/** Enough for no row here to meet the limit of another. */
let addresses = 0;
const nextAddress = (): string => `198.51.100.${(addresses += 1)}`;

let api: TestApi;
let routes: readonly DescribedRoute[];
let own: string;
let others: string;
let before: string;
let tokens: Readonly<Record<string, string>>;

/** The same claims, signed correctly by a holder of the secret. */
const signed = (claims: LinkClaims, secret = LINK_SECRET, issuedAt = new Date()): Promise<string> => {
  // Whole seconds: the token knows no other.
  const from = new Date(Math.floor(issuedAt.getTime() / 1_000) * 1_000);
  return new LinkTokens(secret).sign({
    ...claims,
    issuedAt: from,
    expiresAt: linkExpiry(claims.purpose, from),
  });
};
const withPayload = (token: string, from: string, to: string): string => {
  const [header, payload = '', signature] = token.split('.');
  const changed = Buffer.from(payload, 'base64url').toString().replace(from, to);
  return [header, Buffer.from(changed).toString('base64url'), signature].join('.');
};

beforeAll(async () => {
  api = await companyApi();
  const { app, database, config } = api;
  routes = await describedRoutes(app);
  const dispatched = () => aCase(database).of('cus-0001').answered().classified().dispatched().commit();
  own = (await dispatched()).number;
  others = (await aCase(database).of('cus-0002').answered().commit()).number;
  const links = CustomerLinks.of(database, config);
  if (!links) throw new Error('no links');
  const issue = async (caseNumber: string, customerId: string, purpose: LinkPurpose = 'case') => {
    const { id, token } = await links.issue({ caseNumber, customerId, purpose }, new Date());
    return { token, claims: { id, caseNumber, customerId, purpose } };
  };
  const [good, bad, survey] = [
    await issue(own, 'cus-0001'),
    await issue(others, 'cus-0002'),
    await issue(own, 'cus-0001', 'survey'),
  ];
  const [revoked, used] = [await issue(own, 'cus-0001'), await issue(own, 'cus-0001', 'survey')];
  const at = new Date();
  await database.customerLink.update({ where: { id: revoked.claims.id }, data: { revokedAt: at } });
  await database.customerLink.update({ where: { id: used.claims.id }, data: { usedAt: at } });
  const [header = '', payload = ''] = good.token.split('.');
  tokens = {
    good: good.token,
    survey: survey.token,
    used: used.token,
    revoked: revoked.token,
    expired: await signed(good.claims, LINK_SECRET, new Date(Date.now() - 61 * DAY_MS)),
    'of another key': await signed(good.claims, 'another-secret-that-is-long-enough-32'),
    'with the signature of another link': [header, payload, bad.token.split('.')[2]].join('.'),
    'truncated in its signature': good.token.slice(0, -6),
    'truncated in its claims': `${header}.${payload.slice(0, 40)}`,
    'without a signature': `${header}.${payload}.`,
    'changed to another case': withPayload(good.token, own, others),
    'changed to another customer': withPayload(good.token, 'cus-0001', 'cus-0002'),
    'changed from the survey to the case': withPayload(survey.token, '"survey"', '"case"'),
    // Refused even with the right secret: the register holds the scope of each link.
    'signed for another case': await signed({ ...good.claims, caseNumber: others }),
    'signed for another customer': await signed({ ...good.claims, customerId: 'cus-0002' }),
    'signed for all, by a link for the survey': await signed({ ...survey.claims, purpose: 'case' }),
    'of a link that nobody issued': await signed({ ...good.claims, id: 'made-up' }),
    'that is signed by nobody': new UnsecuredJWT({ case: own, purpose: 'case', sub: 'cus-0001' }).encode(),
    'of a member of staff': (await reader(app, 'lu.xinran')).token,
    'as long as a book': 'x'.repeat(8_000),
    'that is no token': "' OR '1'='1",
    '(none at all)': '',
  };
  before = await contentsOf(database);
});
afterAll(() => api.close());

async function ask(
  route: DescribedRoute,
  token: string,
  remoteAddress: string,
  url = route.path.replace('{visit}', '1'),
) {
  const response = await api.app.inject({
    method: route.method,
    url,
    remoteAddress,
    headers: { ...(token !== '' && { authorization: `Bearer ${token}` }) },
    ...(route.body && { payload: route.body }),
  });
  const isJson = response.headers['content-type']?.toString().includes('json');
  const code = isJson ? response.json<Problem>().code : '';
  return `${response.statusCode} ${code}`.trim();
}
/** The answer of every route of customers to a token. */
async function answers(token: string, only = (_route: DescribedRoute) => true): Promise<readonly string[]> {
  const address = nextAddress();
  const answers = new Set<string>();
  const asked = routes.filter((route) => route.permission === 'customer-link' && only(route));
  expect(asked.length).toBeGreaterThan(0);
  for (const route of asked) answers.add(await ask(route, token, address));
  return [...answers];
}

describe('The routes of customers', () => {
  it.each([
    ['(none at all)', '401 LINK.REQUIRED'],
    ['that is no token', '401 LINK.REQUIRED'],
    ['expired', '410 LINK.EXPIRED'],
    ['revoked', '410 LINK.REVOKED'],
    ...[
      'of another key',
      'with the signature of another link',
      'truncated in its signature',
      'truncated in its claims',
      'without a signature',
      'changed to another case',
      'changed to another customer',
      'changed from the survey to the case',
      'signed for another case',
      'signed for another customer',
      'signed for all, by a link for the survey',
      'of a link that nobody issued',
      'that is signed by nobody',
      'of a member of staff',
      'as long as a book',
    ].map((kind) => [kind, '401 LINK.INVALID'] as const),
  ])('have one answer, each of them, to a token %s: %s', async (kind, answer) => {
    expect(await answers(tokens[kind] ?? 'missing')).toEqual([answer]);
  });

  it('open the survey alone to its link, and nothing but what it was used for to one that is used up', async () => {
    const isOfCase = ({ method, path }: DescribedRoute) =>
      method === 'GET' && path.startsWith('/v1/customer/case');
    expect(await answers(tokens.survey ?? '', isOfCase)).toEqual(['403 LINK.NOT_FOR_THIS']);
    expect(await answers(tokens.used ?? '')).toEqual(['410 LINK.USED']);
  });

  it('show the case to the link as it was issued: the tokens above were near enough to be refused for their fault', async () => {
    const { status, body } = await new Reader(api.app, tokens.good ?? '').get<CustomerCase>(
      '/v1/customer/case',
    );
    expect(status).toBe(200);
    expect(body.number).toBe(own);
    expect(JSON.stringify(body)).not.toContain(others);
  });

  it('know no case but the link’s: none can be named in path or query', async () => {
    const [by, address] = [tokens.good ?? '', nextAddress()];
    const get = (url: string) =>
      ask(
        {
          method: 'GET',
          path: url,
          permission: 'customer-link',
          query: '',
          body: undefined,
          isStream: false,
        },
        by,
        address,
      );
    expect(await get(`/v1/customer/case/${others}`)).toBe('404 ROUTE.NOT_FOUND');
    expect(await get(`/v1/customer/cases/${others}`)).toBe('404 ROUTE.NOT_FOUND');
    for (const name of ['number', 'case', 'caseNumber'])
      expect(await get(`/v1/customer/case?${name}=${others}`)).toBe('400 REQUEST.INVALID');
  });
});

describe('The routes of staff', () => {
  it('are closed, every one, to a customer with a good link', async () => {
    const answers = new Map<string, string>();
    for (const route of routes.filter(
      ({ permission }) => permission !== 'public' && permission !== 'customer-link',
    )) {
      const url = route.path.replace('{number}', own).replace(/\{\w+\}/g, 'cus-0001') + route.query;
      answers.set(`${route.method} ${route.path}`, await ask(route, tokens.good ?? '', nextAddress(), url));
    }
    expect(answers.size).toBeGreaterThan(50);
    expect([...answers].filter(([, answer]) => answer !== '401 AUTH.TOKEN_INVALID')).toEqual([]);
  });
});

describe('What PostgreSQL holds', () => {
  it('is, after all of it, what it was', async () => {
    expect(await contentsOf(api.database)).toBe(before);
  });
});
