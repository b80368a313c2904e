import { beforeAll, describe, expect, it } from '@jest/globals';
import { CASE_CLOCKS, PRIORITIES, REQUEST_TYPES, type CaseClock } from '../../../domain/case/terms';
import { WARRANTY_STATES } from '../../../domain/entitlement/terms';
import { type ClockPolicy, selectPolicy } from '../../../domain/clock/policy';
import { readCompany } from '../../../cli/sample/read-company';
import { COMPANY } from './files';

let policies: readonly ClockPolicy[];
beforeAll(async () => {
  const company = await readCompany(COMPANY);
  policies = company.policies.map(({ requestType, priority, serviceLevel, warranty, effectiveTo, expireAfterSeconds, ...policy }) => ({
    ...policy,
    ...(requestType !== null && { requestType }),
    ...(priority !== null && { priority }),
    ...(serviceLevel !== null && { serviceLevel }),
    ...(warranty !== null && { warranty }),
    ...(effectiveTo !== null && { effectiveTo }),
    ...(expireAfterSeconds !== null && { expireAfterSeconds }),
  }));
});

const AT = '2026-11-20T03:00:00Z';
const LEVELS = ['A', 'B', 'C'] as const;

const select = (clock: CaseClock, facts: Parameters<typeof selectPolicy>[2]): ClockPolicy | undefined => selectPolicy(policies, clock, facts, AT);

describe('the sample policies', () => {
  it.each(CASE_CLOCKS)('have a promise for the clock %s, whatever the case is like', (clock) => {
    for (const requestType of REQUEST_TYPES)
      for (const priority of PRIORITIES)
        for (const serviceLevel of LEVELS)
          for (const warranty of WARRANTY_STATES) expect(select(clock, { requestType, priority, serviceLevel, warranty })).toBeDefined();
    expect(select(clock, {})).toBeDefined();
  });

  it('never leave two equally specific policies to chance', () => {
    const facts = ['requestType', 'priority', 'serviceLevel', 'warranty'] as const;
    const named = (policy: ClockPolicy) => facts.filter((fact) => policy[fact] !== undefined).length;
    for (const requestType of REQUEST_TYPES)
      for (const priority of PRIORITIES)
        for (const serviceLevel of LEVELS)
          for (const warranty of WARRANTY_STATES)
            for (const clock of CASE_CLOCKS) {
              const given = { requestType, priority, serviceLevel, warranty };
              const matching = policies.filter(
                (policy) => policy.clock === clock && facts.every((fact) => policy[fact] === undefined || policy[fact] === given[fact]),
              );
              const most = Math.max(...matching.map(named));
              expect([given, matching.filter((policy) => named(policy) === most).map(({ id }) => id)]).toEqual([given, [expect.any(String)]]);
            }
  });

  it('promise an answer within 24 hours round the clock, pause or not (R4)', () => {
    expect(select('answer', { serviceLevel: 'C' })).toMatchObject({ targetSeconds: 86_400, calendar: '24x7', pausable: false });
  });

  it('promise refunds within 15 days and exchanges within 30 (R9)', () => {
    expect(select('resolution', { requestType: 'refund', priority: 'normal' })?.targetSeconds).toBe(15 * 86_400);
    expect(select('resolution', { requestType: 'exchange', priority: 'high' })?.targetSeconds).toBe(30 * 86_400);
  });

  it('promise an urgent repair sooner than any other, and in warranty sooner than after a quote', () => {
    const target = (facts: Parameters<typeof selectPolicy>[2]) => select('resolution', { requestType: 'repair', ...facts })?.targetSeconds ?? 0;
    expect(target({ priority: 'urgent', serviceLevel: 'B' })).toBeLessThan(target({ priority: 'high', serviceLevel: 'B' }));
    expect(target({ priority: 'urgent', serviceLevel: 'A', warranty: 'in-warranty' })).toBeLessThan(
      target({ priority: 'urgent', serviceLevel: 'A', warranty: 'out-of-warranty' }),
    );
  });

  it('let a survey lapse, and revisit sooner at A than at B than at C (R22, R23)', () => {
    expect(select('survey', {})).toMatchObject({ targetSeconds: 7 * 86_400, expireAfterSeconds: expect.any(Number) });
    const [a, b, c] = LEVELS.map((serviceLevel) => select('revisit', { serviceLevel })?.targetSeconds ?? 0);
    expect(a).toBeLessThan(b ?? 0);
    expect(b).toBeLessThan(c ?? 0);
  });

  it('escalate in rising steps up to the HQ service manager (design decision 5)', () => {
    // A survey lapses, an offer is passed on by itself, a quote is the customer's to decide, and a pause ends by itself.
    const lapsing = ['survey', 'offer', 'quote', 'pause'];
    for (const { id, clock, escalate } of policies.filter((policy) => !lapsing.includes(policy.clock))) {
      const seconds = escalate.map(({ afterSeconds }) => afterSeconds);
      expect([id, clock, seconds]).toEqual([id, clock, seconds.toSorted((left, right) => left - right)]);
      expect(escalate.map(({ to }) => to)).toEqual(['owner', 'centre-director', 'hq-service-manager']);
    }
  });
});
