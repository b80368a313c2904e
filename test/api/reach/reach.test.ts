import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { BuiltInTokens } from '../../../api/access/built-in';
import { PERMISSIONS, rolesWith, type Permission } from '../../../domain/identity/permissions';
import { ROLES, type Role } from '../../../domain/identity/roles';
import { testApi, withoutWorker, type TestApi } from '../../support/api';
import { LOGIN_SECRET } from '../../support/settings';
import { namedBy } from './names';
import { built, sentFields, type Field } from './named-fields';
import {
  hiddenOf,
  isThere,
  NOTHING,
  ORGANISATIONS,
  seedReach,
  SIGHT,
  thingsOf,
  type OrganisationId,
} from './world';

interface Caller {
  readonly role: Role;
  readonly organisation: OrganisationId;
  readonly token: string;
}

const isPermission = (name: string): name is Permission => Object.hasOwn(PERMISSIONS, name);
/** At once; a request that waits for PostgreSQL leaves the processor to others. */
const LANES = 8;

describe('R11: whatever a caller names is looked up in what they see', () => {
  let api: TestApi;
  let fields: readonly Field[];
  let callers: readonly Caller[];

  beforeAll(async () => {
    api = await testApi();
    withoutWorker(api);
    await seedReach(api.database);
    // Somebody has each case open: who may see the case sees them.
    const open = await api.database.serviceCase.findMany({ select: { number: true } });
    const { id: staffId } = await api.database.staff.findFirstOrThrow();
    const seenAt = new Date(Date.now() + 3_600_000);
    await api.database.presence.createMany({
      data: open.map(({ number }) => ({
        caseNumber: number,
        staffId,
        clientId: 'tab-00001',
        doing: 'view',
        since: new Date(),
        seenAt,
      })),
    });
    fields = await sentFields(api.app);
    const tokens = new BuiltInTokens(LOGIN_SECRET);
    callers = await Promise.all(
      ROLES.flatMap((role) =>
        ORGANISATIONS.map(async (organisation) => {
          const { token } = await tokens.issue(`${role}.${organisation}`, new Date());
          return { role, organisation, token };
        }),
      ),
    );
  });
  afterAll(() => api.close());

  it('of every text that can be sent it is known what it names', () => {
    const unknown = fields.filter((field) => namedBy(field) === undefined).map(({ key }) => key);
    expect(unknown).toEqual([]);
    const kinds = new Set(fields.map(namedBy));
    expect([...Object.keys(NOTHING)].filter((kind) => ![...kinds].some((one) => one === kind))).toEqual([]);
  });

  it('what is out of sight answers as what does not exist: status, code and words, for each role and organisation', async () => {
    const faults: string[] = [];
    const seen = new Set<string>();
    let tried = 0;
    const before = await rows();
    for (const field of fields) {
      const kind = namedBy(field);
      const { permission } = field.route;
      if (typeof kind !== 'string' || !isPermission(permission)) continue;
      const allowed = callers.filter(({ role }) => rolesWith(permission).includes(role));
      await inLanes(allowed, async (caller) => {
        const { own, beyond } = SIGHT[caller.organisation];
        const nothing = await answerTo(field, caller, NOTHING[kind]);
        for (const place of beyond.filter((one) => isThere(kind, one))) {
          tried += 1;
          const value = hiddenOf(place)[kind];
          const answer = await answerTo(field, caller, value);
          if (answer !== nothing)
            faults.push(
              `${caller.role}@${caller.organisation}: ${field.key} = ${value}: ${answer} but nothing: ${nothing}`,
            );
        }
        // The answers for visible and missing things must differ; otherwise the comparison proves nothing.
        if (
          !changes(field) &&
          !seen.has(field.key) &&
          (await answerTo(field, caller, thingsOf(own)[kind])) !== nothing
        )
          seen.add(field.key);
      });
    }
    expect(faults.map((fault) => fault.slice(0, 400)).slice(0, 20)).toEqual([]);
    expect(tried).toBeGreaterThan(1_000);
    expect(await rows()).toEqual(before);
    const silent = fields.filter(
      (field) => typeof namedBy(field) === 'string' && !changes(field) && !seen.has(field.key),
    );
    expect(silent.map(({ key }) => key)).toEqual([]);
  }, 300_000);

  /** Would be done where it names what is in sight, whatever else is sent. */
  const changes = ({ route: { method, path } }: Field): boolean =>
    method !== 'GET' && !path.endsWith('/commands');

  /** Status and body, without what differs from one request to the next. */
  async function answerTo(field: Field, caller: Caller, value: string): Promise<string> {
    const { route, part, name, path } = field;
    const own = thingsOf(SIGHT[caller.organisation].own);
    const text = (other: string, key = other): string => {
      // A command's own; those of paths come with their key.
      if (key === 'id') return randomUUID();
      const kind = namedBy({ name: other, key });
      if (kind === undefined) return '文字';
      if (typeof kind !== 'string') return kind.shared;
      return own[kind];
    };
    const url = route.path.replaceAll(/\{(\w+)\}/g, (_, parameter: string) =>
      encodeURIComponent(
        part === 'path' && parameter === name
          ? value
          : isNumber(route, parameter)
            ? '1'
            : text(parameter, `${route.method} ${route.path} path ${parameter}`),
      ),
    );
    const query = new URLSearchParams(
      route.parameters
        .filter(
          (one) => one.in === 'query' && (one.required === true || (part === 'query' && one.name === name)),
        )
        .map((one): [string, string] => [one.name, one.name === name ? value : text(one.name)]),
    );
    const body = route.body && built(route.body, { value, text }, part === 'body' ? path : undefined);
    const response = await api.app.inject({
      method: route.method,
      url: `${url}?${query.toString()}`,
      headers: { authorization: `Bearer ${caller.token}`, 'if-match': '"1"' },
      ...(typeof body === 'object' && body !== null && { payload: body }),
      payloadAsStream: true,
    });
    if (String(response.headers['content-type']).startsWith('text/event-stream')) {
      response.stream().destroy();
      return `${response.statusCode}`;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of response.stream()) chunks.push(Buffer.from(chunk));
    const answer = Buffer.concat(chunks).toString('latin1');
    return `${response.statusCode} ${answer
      .replaceAll(encodeURIComponent(value), '#')
      .replaceAll(Buffer.from(value).toString('latin1'), '#')
      .replaceAll(/"(traceId|asOf|instance)":"[^"]*"/g, '')
      .slice(0, 2_000)}`;
  }

  async function rows(): Promise<Record<string, number>> {
    const { database } = api;
    return {
      events: await database.processEvent.count(),
      commands: await database.processCommand.count(),
      customers: await database.customer.count(),
      contracts: await database.serviceContract.count(),
      rules: await database.approvalRule.count(),
      absences: await database.engineerSlot.count({ where: { kind: 'absence' } }),
      revoked: await database.customerLink.count({ where: { revokedAt: { not: null } } }),
      read: await database.notification.count({ where: { readAt: { not: null } } }),
    };
  }
});

const isNumber = ({ parameters }: Field['route'], name: string): boolean =>
  parameters.some((one) => one.in === 'path' && one.name === name && one.schema.type === 'integer');

async function inLanes<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  await Promise.all(
    Array.from({ length: LANES }, async () => {
      for (const item of queue) await work(item);
    }),
  );
}
