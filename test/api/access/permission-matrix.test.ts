import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { BuiltInTokens } from '../../../api/access/built-in';
import { rolesWith } from '../../../domain/identity/permissions';
import { ROLES, type Role } from '../../../domain/identity/roles';
import { testApi, withoutWorker, type TestApi } from '../../support/api';
import { CommittedCase } from '../../support/committed-case';
import { aJpeg } from '../../support/files';
import { seedCompany } from '../../support/policies';
import { LOGIN_SECRET } from '../../support/settings';
import { anOrder } from '../parts-orders/order-row';
import { describedRoutes, type DescribedRoute } from '../http/described-routes';
import {
  CHANGED_BY,
  CASE,
  INSIDE,
  ORDER,
  ORGANISATIONS,
  REQUEST,
  RESOURCES,
  type OrganisationId,
} from './permission-resources';
import {
  anOrganisationRow,
  aCustomerRow,
  aRequestRow,
  aStaffRow,
  aUnitRow,
  theProductRow,
} from '../support/rows';

/** The serial number of the unit that the case is about. */
const SERIAL = 'SC75F-2103-0351';
/** Texts by which an answer reveals the case, its customer or its unit. */
const TRACES = /AS-2026-000001|RQ-2026-000001|customer-1|unit-1|华东机械|王芳/;

/** Reads of the parts system, which is away here. */
const OF_PARTS_SYSTEM = new Set(['/v1/parts', '/v1/depots', '/v1/stock-takes', '/v1/stock-takes/sheet']);

interface Caller {
  readonly role: Role;
  readonly organisation: OrganisationId;
  readonly token: string;
}

describe('R12: who may do what, on every route', () => {
  let api: TestApi;
  let routes: readonly DescribedRoute[];
  let callers: readonly Caller[];
  let roleless: string;

  beforeAll(async () => {
    api = await testApi();
    withoutWorker(api);
    await seedWorld(api);
    await anOrder(api.database, ORDER, CASE);
    // Logout comes last: it ends the caller's session.
    routes = (await describedRoutes(api.app)).toSorted(
      (left, right) => Number(left.path === '/v1/logout') - Number(right.path === '/v1/logout'),
    );
    const tokens = new BuiltInTokens(LOGIN_SECRET);
    const tokenOf = async (id: string): Promise<string> => (await tokens.issue(id, new Date())).token;
    const pairs = ROLES.flatMap((role) => ORGANISATIONS.map((organisation) => ({ role, organisation })));
    callers = await Promise.all(
      pairs.map(async (pair) => ({ ...pair, token: await tokenOf(`${pair.role}@${pair.organisation}`) })),
    );
    roleless = await tokenOf('roleless');
  });

  afterAll(() => api.close());

  it('holds for each route, role and organisation', async () => {
    const faults: string[] = [];
    const showing = new Set<string>();
    let allowed = 0;
    let forbidden = 0;
    for (const route of routes) {
      faults.push(...(await faultsWithoutRights(route)));
      const { permission } = route;
      // Open to anybody; or to a customer with a link, and to no member of staff whatever their role (R36).
      if (permission === 'public' || permission === 'customer-link') continue;
      const judge = async (caller: Caller): Promise<void> => {
        const isAllowed = rolesWith(permission).includes(caller.role);
        if (isAllowed) allowed += 1;
        else forbidden += 1;
        const answer = await ask(route, caller.token);
        if (answer.status === 200 && TRACES.test(answer.body)) showing.add(`${route.method} ${route.path}`);
        const fault = faultOf(route, caller, isAllowed, answer);
        if (fault !== undefined)
          faults.push(`${caller.role} at ${caller.organisation}: ${route.method} ${route.path}: ${fault}`);
      };
      // Readers at once: some wait for a system that is not there. Who changes something comes one after another.
      if (route.method === 'GET') await Promise.all(callers.map(judge));
      else for (const caller of callers) await judge(caller);
    }
    expect(faults).toEqual([]);
    // Both sides of the table were there to be seen, and lists had something to give away.
    expect([...showing]).toEqual(
      expect.arrayContaining(['/v1/cases', '/v1/customers', '/v1/units'].map((path) => `GET ${path}`)),
    );
    expect(allowed).toBeGreaterThan(100);
    expect(forbidden).toBeGreaterThan(100);
  }, 300_000);

  it('knows no resource that no route has', () => {
    const named = routes.map(({ path }) => path).filter((path) => path.includes('{'));
    expect(Object.keys(RESOURCES).sort()).toEqual([...new Set(named)].sort());
  });

  interface Answer {
    readonly status: number;
    readonly body: string;
  }

  /** The route's own example as a body; what is wrong with it must not matter before rights do. */
  async function ask(route: DescribedRoute, token?: string, bodyText?: string): Promise<Answer> {
    const response = await api.app.inject({
      method: route.method,
      url: `${RESOURCES[route.path]?.url ?? route.path}${route.query}`,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(route.body && { 'content-type': 'application/json' }),
      },
      ...(route.body && {
        payload: bodyText ?? (route.path.includes('{') ? JSON.stringify(route.body) : '{}'),
      }),
      payloadAsStream: true,
    });
    const stream = response.stream();
    if (route.isStream && response.statusCode === 200) {
      stream.destroy();
      return { status: 200, body: '' };
    }
    return { status: response.statusCode, body: await text(stream) };
  }

  async function faultsWithoutRights(route: DescribedRoute): Promise<string[]> {
    const name = `${route.method} ${route.path}`;
    const anonymous = await ask(route, undefined, '{ broken');
    if (route.permission === 'public')
      return anonymous.status === 401 || anonymous.status === 403
        ? [`anybody: ${name}: ${anonymous.status}`]
        : [];
    const idle = await ask(route, roleless, '{ broken');
    if (route.permission === 'customer-link')
      return [anonymous, idle].flatMap(({ status }) =>
        status === 401 ? [] : [`without a link: ${name}: ${status}`],
      );
    return [
      ...(anonymous.status === 401 ? [] : [`without a token: ${name}: ${anonymous.status}`]),
      ...(idle.status === 403 ? [] : [`without a role: ${name}: ${idle.status}`]),
    ];
  }
});

/** Fault of an answer; undefined when it is right. */
function faultOf(
  route: DescribedRoute,
  { organisation }: Caller,
  isAllowed: boolean,
  { status, body }: { status: number; body: string },
): string | undefined {
  const outcome = `${status} ${body.slice(0, 300)}`;
  if (!isAllowed)
    return status === 403 && body.includes('AUTH.FORBIDDEN') ? undefined : `not forbidden: ${outcome}`;
  if (status === 401 || body.includes('AUTH.FORBIDDEN')) return `forbidden: ${outcome}`;
  const resource = RESOURCES[route.path];
  const within = CHANGED_BY[`${route.method} ${route.path}`] ?? resource?.seenBy ?? INSIDE;
  const isInside = within.includes(organisation);
  // Their command has gone to its process, which no worker runs.
  if (isInside && status === 504 && body.includes('COMMAND.OUTCOME_UNKNOWN')) return undefined;
  // The parts system is not there.
  if (OF_PARTS_SYSTEM.has(route.path) && body.includes('PARTS.UNAVAILABLE')) return undefined;
  if (status >= 500) return `failed: ${outcome}`;
  if (!isInside && status < 300 && TRACES.test(body)) return `tells of what is not theirs: ${outcome}`;
  if (!resource) return undefined;
  if (!isInside)
    return status === 404 && body.includes('RESOURCE.NOT_FOUND') ? undefined : `is there: ${outcome}`;
  if (status === 404) return `is not there: ${outcome}`;
  return route.method === 'GET' && status !== 200 ? `not read: ${outcome}` : undefined;
}

async function seedWorld({ database }: TestApi): Promise<void> {
  await seedCompany(database);
  await database.organisation.createMany({
    data: [
      anOrganisationRow('west', 'centre', 'hq'),
      anOrganisationRow('east-1', 'outlet', 'east'),
      anOrganisationRow('west-1', 'outlet', 'west'),
    ],
  });
  // Gives every organisation working hours.
  await database.organisation.updateMany({ data: { calendar: '24x7' } });
  await database.staff.createMany({
    data: [
      ...ROLES.flatMap((role) =>
        ORGANISATIONS.map((organisationId) =>
          aStaffRow({ id: `${role}@${organisationId}`, organisationId, roles: [role] }),
        ),
      ),
      aStaffRow({ id: 'roleless', organisationId: 'hq', roles: [] }),
      aStaffRow({ id: 'reader', organisationId: 'hq', roles: ['sales'] }),
    ],
  });
  await database.product.create({ data: theProductRow });
  await database.customer.create({ data: aCustomerRow({ id: 'customer-1', regionId: 'east' }) });
  await database.unit.create({ data: aUnitRow({ id: 'unit-1', customerId: 'customer-1', serial: SERIAL }) });
  await database.request.create({
    data: aRequestRow({ number: REQUEST, caseNumber: CASE, regionId: 'east' }),
  });
  const it = await CommittedCase.registered(database, CASE, { requestNumber: REQUEST });
  await it.give({ type: 'answer', data: { text: '马上安排' } });
  await it.give({ type: 'classify', data: { requestType: 'repair', priority: 'normal', symptom: '不启动' } });
  const engineer = {
    id: 'repair-engineer@east-1',
    name: '工程师',
    outletId: 'east-1',
    regionId: 'east',
  } as const;
  const appointment = { from: '2026-03-03T01:00:00.000Z', to: '2026-03-03T03:00:00.000Z' };
  await it.give({
    type: 'dispatch',
    data: { engineer: { ...engineer, serviceLevel: 'A' }, appointment, parts: [] },
  });
  await it.give({ type: 'arrive', data: {} });
  await it.give({
    type: 'repair',
    data: { fault: '不启动', cause: '保险丝', work: '更换', verification: '正常' },
  });
  const costs = { labourCostCents: 1, travelCostCents: 1, partsCostCents: 1, currency: 'CNY' };
  await it.give({ type: 'report', data: { labourMinutes: 1, travelMinutes: 1, ...costs, signedBy: '王芳' } });
  const createdAt = new Date('2026-03-02T01:00:00.000Z');
  const bytes = aJpeg();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const uploaded = { uploadedBy: engineer.id, uploaderName: engineer.name, uploadedAt: createdAt };
  await database.attachment.create({
    data: {
      id: 'att-1',
      processId: CASE,
      sha256,
      sizeBytes: bytes.length,
      type: 'image/jpeg',
      name: 'nameplate.jpg',
      ...uploaded,
      bytes: Uint8Array.from(bytes),
    },
  });
  await database.notification.create({
    data: {
      id: 'message-1',
      processId: CASE,
      template: 'clock-warned',
      language: 'zh',
      staffId: 'reader',
      params: { caseNumber: CASE },
      createdAt,
      notBefore: createdAt,
    },
  });
}
