import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type CaseBuilder, aCase, CLERK, DIRECTOR } from '../../support/cases';
import type { TestApi } from '../../support/api';
import { companyApi, reader, type Reader } from '../../support/reading';
import { ENTITLEMENT, QUOTE_LINES, QUOTE_TERMS, UNIT } from '../../unit/domain/support/commands';

const MARCH = 'from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z';

let api: TestApi;
let manager: Reader;
const cases: Record<string, CaseBuilder> = {};

/** A unit of 2025 within its warranty, whatever a supervisor says. */
const inMarch = (day: number) => {
  const on = `2026-03-${String(day).padStart(2, '0')}`;
  return aCase(api.database)
    .of('cus-0001')
    .receivedAt(`${on}T01:00:00.000Z`)
    .with({ unit: { ...UNIT, entitlement: ENTITLEMENT }, receivedOn: on })
    .answered()
    .classified();
};
/** Quoted in full against the rules, and decided. */
const quoted = (day: number, decision: 'accept' | 'refuse') =>
  inMarch(day)
    .give(
      'overruleEntitlement',
      { verdict: { labour: 0, parts: 0, travel: 0 }, reason: '人为损坏' },
      DIRECTOR,
    )
    .give('prepareQuote', { lines: QUOTE_LINES, terms: QUOTE_TERMS }, CLERK)
    .give(
      'decideQuote',
      {
        version: 1,
        decision,
        consent: {
          by: 'customer',
          how: 'phone',
          at: `2026-03-${String(day).padStart(2, '0')}T01:45:00.000Z`,
        },
      },
      CLERK,
    );

beforeAll(async () => {
  api = await companyApi();
  const loginOf = async (organisationId: string, role: string): Promise<string> =>
    (await api.database.staff.findFirstOrThrow({ where: { organisationId, roles: { has: role } } })).login;
  manager = await reader(api.app, await loginOf('hq', 'hq-service-manager'));
  cases.free = inMarch(2).give('resolveRemotely', { resolution: '已远程处理' }, CLERK);
  cases.charged = quoted(3, 'accept').dispatched().arrived().repaired().reported();
  cases.declined = quoted(4, 'refuse').give(
    'endUnrepaired',
    { outcome: 'left-as-it-is', note: '客户谢绝' },
    CLERK,
  );
  cases.open = inMarch(5);
  cases.cancelled = inMarch(6).cancelled();
  for (const each of Object.values(cases)) await each.commit();
}, 120_000);
afterAll(() => api.close());

it('the warranty promise is measured by what was charged, not by being classified (R37)', async () => {
  interface Behind {
    readonly items: readonly { readonly number: string; readonly standing: string }[];
  }
  const { body } = await manager.get<Behind>(`/v1/promises/warranty/cases?${MARCH}`);
  expect(body.items.map(({ number, standing }) => [number, standing])).toEqual([
    [cases.open?.number, 'open'],
    [cases.declined?.number, 'breached'],
    [cases.charged?.number, 'breached'],
    [cases.free?.number, 'kept'],
  ]);
});
