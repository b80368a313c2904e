import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BuiltInTokens } from '../../../api/access/built-in';
import { rolesWith } from '../../../domain/identity/permissions';
import { ROLES, type Role } from '../../../domain/identity/roles';
import { INTERNAL_COST_FIELDS } from '../../../domain/money/internal-cost';
import type { ApprovalView } from '../../../api/approvals/schema';
import type { CaseDetail } from '../../../api/cases/detail-schema';
import type { TestApi } from '../../support/api';
import { DIRECTOR, LI_WEI } from '../../support/cases';
import { LOGIN_SECRET } from '../../support/settings';
import { companyApi, Reader, type Page } from '../../support/reading';
import { COSTS, costedWorld, type CostedWorld } from './costed-world';
import { describedRoutes, type DescribedRoute } from '../http/described-routes';
import { CASE, RESOURCES } from './permission-resources';

/** Every amount of the costed world that is a cost, and nothing else there. */
const TRACE = /77000\d/g;
const READS_MONEY = rolesWith('money.read');
const WITHOUT: readonly Role[] = ROLES.filter((role) => !READS_MONEY.includes(role));
const PLACES = ['hq', 'east', LI_WEI.outletId];

describe('what something costs the company (R7, R10, R18)', () => {
  let api: TestApi;
  let world: CostedWorld;
  let routes: readonly DescribedRoute[];
  let tokens: BuiltInTokens;

  beforeAll(async () => {
    api = await companyApi();
    tokens = new BuiltInTokens(LOGIN_SECRET);
    routes = (await describedRoutes(api.app)).filter(({ method, isStream }) => method === 'GET' && !isStream);
    world = await costedWorld(api.database, PLACES);
  });
  afterAll(() => api.close());

  const as = async (id: string): Promise<Reader> =>
    new Reader(api.app, (await tokens.issue(id, new Date())).token);

  /** Answers of every read route open to this role, for each of the cases. */
  async function read(by: Reader, role: Role) {
    const answers: { readonly url: string; readonly body: string }[] = [];
    for (const { path, permission, query } of routes) {
      if (permission === 'public' || permission === 'customer-link') continue;
      if (!rolesWith(permission).includes(role) || path.endsWith('.pdf')) continue;
      const url = `${RESOURCES[path]?.url ?? path}${query}`;
      const all = path === '/v1/tasks' || path === '/v1/approvals' ? '?scope=all' : '';
      const urls = url.includes(CASE)
        ? world.numbers.map((one) => url.replaceAll(CASE, one))
        : [`${url}${all}`];
      for (const one of urls) {
        const { status, body } = await by.ask(one, {});
        if (status === 200) answers.push({ url: one, body });
      }
    }
    return answers;
  }

  it.each(WITHOUT)('comes out of no read route for a %s', async (role) => {
    for (const place of PLACES) {
      const answers = await read(await as(`${role}@${place}`), role);
      const urls = answers.map(({ url }) => url);
      for (const number of world.numbers)
        expect(urls).toEqual(expect.arrayContaining([`/v1/cases/${number}`, `/v1/cases/${number}/timeline`]));
      for (const { url, body } of answers) {
        // The forms of commands name their fields to everybody, and hold no case's values.
        const isOfForms = url.startsWith('/v1/commands');
        const named = INTERNAL_COST_FIELDS.filter((field) => !isOfForms && isShown(JSON.parse(body), field));
        expect({ url, costs: body.match(TRACE), named }).toEqual({ url, costs: null, named: [] });
      }
    }
  });

  it('comes out for those who may read it', async () => {
    const answers = await read(await as('finance@hq'), 'finance');
    const found = new Set(answers.flatMap(({ body }) => body.match(TRACE) ?? []).map(Number));
    expect([...found].sort()).toEqual(Object.values(COSTS));
    const showing = answers.filter(({ body }) => body.search(TRACE) >= 0).map(({ url }) => url);
    const [firstNumber] = world.numbers;
    expect(showing).toEqual(
      expect.arrayContaining([
        '/v1/trips',
        '/v1/part-prices',
        '/v1/tasks?scope=all',
        '/v1/approvals?scope=all',
        `/v1/cases/${firstNumber}`,
        `/v1/cases/${firstNumber}/timeline`,
        `/v1/cases/${firstNumber}/report-versions`,
      ]),
    );
  });

  it('is told of a trip and a report to the engineer who entered it, and not of what others corrected', async () => {
    const { body } = await (await as(LI_WEI.id)).get<CaseDetail>(`/v1/cases/${world.shown.number}`);
    expect(body.visits.map(({ cost }) => cost?.labourCostCents)).toEqual([COSTS.tripLabour, COSTS.labour]);
    expect(body.report).not.toHaveProperty('partsCostCents');
    expect(body.report?.versions.map(({ report }) => report.partsCostCents)).toEqual([
      COSTS.parts,
      undefined,
    ]);
    expect(body.report?.versions.map(({ changes }) => changes.map(({ field }) => field))).toEqual([
      [],
      ['remarks'],
    ]);
    const events = JSON.stringify(body.timeline);
    expect(events).toContain(String(COSTS.labour));
    expect(events).not.toContain(String(COSTS.corrected));
  });

  it('is told to whoever has to decide on it', async () => {
    const url = `/v1/approvals?scope=all&caseNumber=${world.planned.number}`;
    const officer = await as('complaint-officer@east');
    const amount = async () => (await officer.get<Page<ApprovalView>>(url)).body.items[0]?.amountCents;
    expect(await amount()).toBeNull();
    const to = { id: 'complaint-officer@east', name: '叶知秋' };
    await world.planned
      .give('delegateApproval', { approvalId: 'repair-plan:1', to, reason: '出差' }, DIRECTOR)
      .commit();
    expect(await amount()).toBe(COSTS.plan);
    const { body } = await officer.get<CaseDetail>(`/v1/cases/${world.planned.number}`);
    expect(body.approvals).toMatchObject([{ amountCents: COSTS.plan }]);
    expect(JSON.stringify(body.timeline)).not.toContain(String(COSTS.plan));
  });
});

/** Somewhere in it, with something in it; a trip's `cost` may have its minutes. */
function isShown(value: unknown, field: string): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, inner]: [string, unknown]) => {
    const isMinutes =
      key === 'cost' && typeof inner === 'object' && inner !== null && 'labourMinutes' in inner;
    return (key === field && inner !== null && !isMinutes) || isShown(inner, field);
  });
}
