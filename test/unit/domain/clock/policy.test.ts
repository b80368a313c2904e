import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { selectPolicy } from '../../../../domain/clock/policy';
import { aPolicy } from './builders';

const AT = '2026-10-19T02:00:00.000Z';
const general = aPolicy({ id: 'general' });
const repair = aPolicy({ id: 'repair', requestType: 'repair' });
const urgentRepair = aPolicy({ id: 'urgent-repair', requestType: 'repair', priority: 'urgent' });

describe('the policy for a clock', () => {
  const idFor = (facts: Parameters<typeof selectPolicy>[2], policies = [general, repair, urgentRepair]) =>
    selectPolicy(policies, 'answer', facts, AT)?.id;

  it('is the most specific that matches', () => {
    expect(idFor({ requestType: 'repair', priority: 'urgent', warranty: 'in' })).toBe('urgent-repair');
    expect(idFor({ requestType: 'repair', priority: 'normal' })).toBe('repair');
    expect(idFor({ requestType: 'complaint', priority: 'urgent' })).toBe('general');
  });

  it('asks nothing of a fact that is not known yet', () => {
    expect(idFor({})).toBe('general');
    expect(idFor({}, [repair])).toBeUndefined();
  });

  it('is that of the clock’s own name', () => {
    expect(selectPolicy([general], 'arrival', {}, AT)).toBeUndefined();
  });

  it('is the one in effect at the start, its first instant included and its last excluded', () => {
    const old = aPolicy({ id: 'old', effectiveTo: AT });
    const current = aPolicy({ id: 'current', effectiveFrom: AT });
    expect(selectPolicy([old, current], 'answer', {}, AT)?.id).toBe('current');
    expect(selectPolicy([old, current], 'answer', {}, '2026-10-19T01:59:59.999Z')?.id).toBe('old');
    expect(selectPolicy([old, current], 'answer', {}, '2025-01-01T00:00:00.000Z')).toBeUndefined();
  });

  it('is the same in whatever order policies come: the later one, then the one first by id', () => {
    const policies = [
      aPolicy({ id: 'c', priority: 'urgent' }),
      aPolicy({ id: 'b', requestType: 'repair', effectiveFrom: '2026-06-01T00:00:00.000Z' }),
      aPolicy({ id: 'a', priority: 'urgent', effectiveFrom: '2026-06-01T00:00:00.000Z' }),
      general,
    ];
    const shuffled = fc.shuffledSubarray(policies, { minLength: policies.length });
    fc.assert(
      fc.property(shuffled, (order) => {
        expect(idFor({ requestType: 'repair', priority: 'urgent' }, order)).toBe('a');
      }),
    );
  });
});
