import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  heldPosts,
  neededApproval,
  postsOf,
  type ApprovalRule,
  type ApprovalRuleFacts,
} from '../../../../domain/approval/rules';
import { HQ } from '../../../../domain/identity/scope';
import { CENTRE, OUTLET } from '../support/actors';

const PLACE = { regionId: CENTRE, outletId: OUTLET };
const cny = (amountCents: number) => ({ amountCents, currency: 'CNY' });
const aRule = (id: string, changes: Partial<ApprovalRule> = {}): ApprovalRuleFacts => {
  const rule: ApprovalRule = {
    id,
    kind: 'quote',
    reach: 'company',
    role: 'centre-director',
    tier: 'centre',
    reasonEn: id,
    reasonZh: id,
    ...changes,
  };
  return { rule, posts: postsOf(rule, PLACE) };
};
const found = (
  rules: readonly ApprovalRuleFacts[],
  what: Partial<Parameters<typeof neededApproval>[1]> = {},
) => neededApproval(rules, { kinds: ['quote'], requestType: 'repair', ...what })?.ruleId;

describe('The rule by which something has to be approved (R9)', () => {
  it('is none where no condition is met: an amount is met by more than the limit, a margin by less', () => {
    const over = aRule('over', { over: cny(500_000) });
    expect(found([over], { amount: cny(500_000) })).toBeUndefined();
    expect(found([over], { amount: cny(500_001) })).toBe('over');
    expect(found([over])).toBeUndefined();
    expect(found([over], { amount: { amountCents: 9_000_000, currency: 'EUR' } })).toBeUndefined();
    const under = aRule('under', { marginUnderBasisPoints: 2_000 });
    expect(found([under], { marginBasisPoints: 2_000 })).toBeUndefined();
    expect(found([under], { marginBasisPoints: 1_999 })).toBe('under');
    expect(found([under], { marginBasisPoints: -10_000 })).toBe('under');
    expect(found([under])).toBeUndefined();
  });

  it('is met by an amount that it cannot be compared with: judging fails closed (ADR 36)', () => {
    const over = aRule('over', { over: cny(500_000) });
    const usd = (amountCents: number) => ({ amountCents, currency: 'USD' });
    const closed = (rules: readonly ApprovalRuleFacts[], what: Parameters<typeof found>[1] = {}) =>
      found(rules, { failsClosed: true, ...what });
    expect(closed([over], { amount: usd(1) })).toBe('over');
    expect(closed([over], { amount: usd(0) })).toBeUndefined();
    expect(closed([over], { amount: cny(1), beside: [usd(1)] })).toBe('over');
    expect(closed([over], { amount: cny(1), isPartial: true })).toBe('over');
    expect(closed([over], { isPartial: true })).toBe('over');
    expect(closed([over], { amount: cny(500_000) })).toBeUndefined();
    expect(closed([over])).toBeUndefined();
    // A rule in that currency is what it is compared with.
    const dollars = aRule('dollars', { over: usd(100) });
    expect(closed([over, dollars], { amount: usd(100) })).toBeUndefined();
    expect(closed([over, dollars], { amount: usd(101) })).toBe('dollars');
    // Two amounts below two limits may be above either together.
    expect(closed([over, dollars], { amount: cny(499_999), beside: [usd(99)] })).toBeDefined();
    // A rule about something else covers nothing.
    const install = aRule('install', { requestType: 'installation', over: usd(100) });
    expect(closed([over, install], { amount: usd(1) })).toBe('over');
    // Whatever the amount, in whatever currency.
    expect(closed([aRule('all')], { amount: usd(1) })).toBe('all');
    // A margin needs no currency; one that is not known is under any.
    const both = aRule('both', { over: cny(100), marginUnderBasisPoints: 2_000 });
    expect(closed([both], { amount: usd(1), marginBasisPoints: 3_000 })).toBeUndefined();
    expect(closed([both], { amount: usd(1) })).toBe('both');
  });

  it('judges commands recorded before that as it did then', () => {
    const over = aRule('over', { over: cny(500_000) });
    expect(found([over], { amount: { amountCents: 1, currency: 'USD' } })).toBeUndefined();
    expect(found([over], { isPartial: true })).toBeUndefined();
  });

  it('has all its conditions met, not one of them', () => {
    const both = aRule('both', { over: cny(100), marginUnderBasisPoints: 2_000 });
    expect(found([both], { amount: cny(200), marginBasisPoints: 3_000 })).toBeUndefined();
    expect(found([both], { amount: cny(200), marginBasisPoints: 1_000 })).toBe('both');
  });

  it('is of the kind and the request that it is about', () => {
    expect(found([aRule('plan', { kind: 'repair-plan' })])).toBeUndefined();
    expect(found([aRule('install', { requestType: 'installation' })])).toBeUndefined();
    expect(found([aRule('repair', { requestType: 'repair' })])).toBe('repair');
  });

  it('is the one meant for the nearest: outlet before centre before company, then the kind of request', () => {
    const company = aRule('company', { tier: 'hq', over: cny(1) });
    const request = aRule('request', { requestType: 'repair' });
    const centre = aRule('centre', { reach: 'centre' });
    const outlet = aRule('outlet', { reach: 'outlet' });
    const what = { amount: cny(100) };
    expect(found([company, request], what)).toBe('request');
    expect(found([company, request, centre], what)).toBe('centre');
    expect(found([outlet, company, centre, request], what)).toBe('outlet');
  });

  it('is the strictest of those as near: the highest tier, then the highest limit, then the smallest margin', () => {
    const low = aRule('low', { over: cny(100) });
    const high = aRule('high', { over: cny(1_000), tier: 'hq' });
    const middle = aRule('middle', { over: cny(500) });
    const margin = aRule('margin', { marginUnderBasisPoints: 0, tier: 'hq' });
    const what = { amount: cny(600), marginBasisPoints: 500 };
    expect(found([low, middle, high], what)).toBe('middle');
    expect(found([low, middle, high], { ...what, amount: cny(2_000) })).toBe('high');
    expect(found([middle, margin], { ...what, marginBasisPoints: -1 })).toBe('margin');
    const [loose, tight] = [2_000, 1_000].map((marginUnderBasisPoints) =>
      aRule(`m${marginUnderBasisPoints}`, { marginUnderBasisPoints }),
    );
    expect(
      found(
        [loose, tight].flatMap((it) => it ?? []),
        { marginBasisPoints: 0 },
      ),
    ).toBe('m1000');
  });

  it('is the one for the product before its family, and either before one for any product or kind of request', () => {
    const hq = aRule('hq', { tier: 'hq' });
    const request = aRule('request', { requestType: 'repair' });
    const family = aRule('family', { goods: 'family', tier: 'outlet' });
    const product = aRule('product', { goods: 'product', tier: 'outlet' });
    const centre = aRule('centre', { reach: 'centre' });
    expect(found([hq, request, family])).toBe('family');
    expect(found([family, product, request])).toBe('product');
    expect(found([product, centre])).toBe('centre');
  });

  it('is one and the same in whatever order, and no other for rules that are not met beside it', () => {
    const some = <T>(...values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
    const rule = fc.record({
      reach: fc.constantFrom('company', 'centre', 'outlet'),
      goods: some('family', 'product'),
      requestType: some('repair'),
      over: some(cny(0), cny(500)),
      marginUnderBasisPoints: some(0, 2_000),
      tier: fc.constantFrom('outlet', 'centre', 'hq'),
    } as const);
    const what = { amount: cny(300), marginBasisPoints: 1_000 };
    const numbered = (given: readonly object[]) => given.map((changes, n) => aRule(`r${n}`, changes));
    fc.assert(
      fc.property(fc.array(rule, { minLength: 1, maxLength: 6 }), fc.nat(5), (given, at) => {
        const rules = numbered(given);
        const chosen = found(rules, what);
        const met = rules.filter((one) => found([one], what) !== undefined).map(({ rule: { id } }) => id);
        expect(met.length === 0 ? [undefined] : met).toContain(chosen);
        expect(found(rules.toReversed(), what)).toBe(chosen);
        expect(found([...rules.slice(at), ...rules.slice(0, at)], what)).toBe(chosen);
        const unrelated = [
          aRule('other-kind', { kind: 'repair-plan', reach: 'outlet', goods: 'product', tier: 'hq' }),
          aRule('other-request', { requestType: 'exchange', reach: 'outlet', goods: 'product', tier: 'hq' }),
          aRule('dearer', { over: cny(300), reach: 'outlet', goods: 'product', tier: 'hq' }),
        ];
        expect(found([...unrelated, ...rules], what)).toBe(chosen);
      }),
    );
  });

  it('does not hang on the order in which the register gives them', () => {
    const rules = [aRule('b'), aRule('a'), aRule('c', { tier: 'outlet' })];
    expect(found(rules)).toBe('a');
    expect(found(rules.toReversed())).toBe('a');
  });

  it('says of a unit’s replacement that it is one before it is a plan', () => {
    const plan = aRule('plan', { kind: 'repair-plan' });
    const unit = aRule('unit', { kind: 'unit-replacement' });
    expect(found([plan, unit], { kinds: ['unit-replacement', 'repair-plan'] })).toBe('unit');
  });
});

describe('The posts that a rule means', () => {
  const director = { role: 'centre-director', organisationId: CENTRE };
  const manager = { role: 'hq-service-manager', organisationId: HQ };

  it('are its own, then the supervisors above, each once', () => {
    expect(postsOf({ role: 'sales', tier: 'outlet' }, PLACE)).toEqual([
      { role: 'sales', organisationId: OUTLET },
      director,
      manager,
    ]);
    expect(postsOf({ role: 'centre-director', tier: 'centre' }, PLACE)).toEqual([director, manager]);
    expect(postsOf({ role: 'finance', tier: 'hq' }, PLACE)).toEqual([
      { role: 'finance', organisationId: HQ },
      manager,
    ]);
    expect(postsOf({ role: 'hq-service-manager', tier: 'hq' }, PLACE)).toEqual([manager]);
  });

  it('begin above where the case has no such place yet', () => {
    expect(postsOf({ role: 'sales', tier: 'outlet' }, { regionId: CENTRE })).toEqual([director, manager]);
    expect(postsOf({ role: 'centre-director', tier: 'centre' }, {})).toEqual([manager]);
  });

  it('leave out those that nobody but the asker holds; somebody is always left', () => {
    const posts = postsOf({ role: 'sales', tier: 'centre' }, PLACE);
    expect(heldPosts(posts, ({ role }) => role !== 'sales')).toEqual([director, manager]);
    expect(heldPosts(posts, () => false)).toEqual([manager]);
    expect(heldPosts(posts, () => true)).toEqual(posts);
  });
});
