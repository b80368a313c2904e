import type { Role } from '../identity/roles';
import { HQ } from '../identity/scope';
import { type Money } from '../money/money';
import type { APPROVAL_TIERS, ApprovalKind, ApprovalNeed, Post } from './terms';

export type ApprovalTier = (typeof APPROVAL_TIERS)[number];

/** How near to the case a rule is meant: for the company, for its centre, for its outlet. */
const RULE_REACHES = ['company', 'centre', 'outlet'] as const;
export type RuleReach = (typeof RULE_REACHES)[number];

/** How narrowly a rule names the product of the unit. */
const RULE_GOODS = ['family', 'product'] as const;
export type RuleGoods = (typeof RULE_GOODS)[number];

/** A rule of the register as it stands when something is put forward. A condition that is absent is met by anything. */
export interface ApprovalRule {
  readonly id: string;
  readonly kind: ApprovalKind;
  readonly reach: RuleReach;
  /** The unit of the case is of the product, or of the family, that the rule is for; absent: for every product. */
  readonly goods?: RuleGoods;
  readonly requestType?: string;
  /** Minor units; met by more than this, in the same currency. */
  readonly over?: Money;
  /** Met by a smaller margin: 2000 is 20 %. */
  readonly marginUnderBasisPoints?: number;
  readonly role: Role;
  readonly tier: ApprovalTier;
  /** Why, as the register says it. */
  readonly reasonEn: string;
  readonly reasonZh: string;
}

/** A rule with the posts that it means for one case: looked up by the API, so that the rules see facts (ADR 26). */
export interface ApprovalRuleFacts {
  readonly rule: ApprovalRule;
  /** Posts that may decide, nearest first; never empty. */
  readonly posts: readonly [Post, ...Post[]];
}

/** Subject of an approval request. */
export interface Approvable {
  readonly kinds: readonly ApprovalKind[];
  readonly requestType?: string | undefined;
  readonly amount?: Money | undefined;
  /** Further amounts, in other currencies. */
  readonly beside?: readonly Money[] | undefined;
  /** Part of what it comes to is not known. */
  readonly isPartial?: boolean | undefined;
  readonly marginBasisPoints?: number | undefined;
  /**
   * An amount that cannot be compared counts as reaching the limit (ADR 36). Absent in commands recorded
   * before that decision.
   */
  readonly failsClosed?: boolean | undefined;
}

const RANK: Readonly<Record<ApprovalTier, number>> = { outlet: 0, centre: 1, hq: 2 };

/**
 * Selects the required approval rule. Among the rules whose conditions are met, precedence is: the nearest
 * part of the organisation; the product of the unit, then its family, then any; the kind of request; the
 * highest tier, so that a lower tier cannot decide what a rule reserves for a higher one; the highest limit;
 * the smallest margin. Undefined when no rule applies.
 */
export function neededApproval(
  facts: readonly ApprovalRuleFacts[],
  what: Approvable,
): ApprovalNeed | undefined {
  const about = facts.filter(({ rule }) => isAbout(rule, what));
  const covered = new Set(about.flatMap(({ rule }) => rule.over?.currency ?? []));
  const [found] = about.filter(({ rule }) => isMet(rule, what, covered)).toSorted(byWeight(what));
  if (!found) return undefined;
  const {
    rule: { id: ruleId, kind, reasonEn, reasonZh },
    posts: [first, ...above],
  } = found;
  return { kind, ruleId, reasonEn, reasonZh, with: first, above };
}

const isAbout = ({ kind, requestType }: ApprovalRule, what: Approvable): boolean =>
  what.kinds.includes(kind) && (requestType === undefined || requestType === what.requestType);

const isMet = (
  { over, marginUnderBasisPoints }: ApprovalRule,
  what: Approvable,
  covered: ReadonlySet<string>,
): boolean =>
  (over === undefined || isOver(over, what, covered)) &&
  (marginUnderBasisPoints === undefined || isMarginUnder(marginUnderBasisPoints, what));

/** Above the limit; or not to be compared with any, which counts as above where the judging fails closed. */
function isOver(limit: Money, what: Approvable, covered: ReadonlySet<string>): boolean {
  const amounts = [...(what.amount ? [what.amount] : []), ...(what.beside ?? [])];
  if (
    amounts.some(
      ({ amountCents, currency }) => currency === limit.currency && amountCents > limit.amountCents,
    )
  )
    return true;
  if (what.failsClosed !== true) return false;
  // Nothing is nothing in any currency.
  const currencies = new Set(
    amounts.flatMap(({ amountCents, currency }) => (amountCents > 0 ? currency : [])),
  );
  return what.isPartial === true || currencies.size > 1 || [...currencies].some((one) => !covered.has(one));
}

const isMarginUnder = (limit: number, { marginBasisPoints, failsClosed }: Approvable): boolean =>
  marginBasisPoints === undefined ? failsClosed === true : marginBasisPoints < limit;

const byWeight =
  ({ kinds }: Approvable) =>
  ({ rule: left }: ApprovalRuleFacts, { rule: right }: ApprovalRuleFacts): number =>
    RULE_REACHES.indexOf(right.reach) - RULE_REACHES.indexOf(left.reach) ||
    goodsRank(right) - goodsRank(left) ||
    Number(right.requestType !== undefined) - Number(left.requestType !== undefined) ||
    RANK[right.tier] - RANK[left.tier] ||
    kinds.indexOf(left.kind) - kinds.indexOf(right.kind) ||
    (right.over?.amountCents ?? -1) - (left.over?.amountCents ?? -1) ||
    (left.marginUnderBasisPoints ?? Infinity) - (right.marginUnderBasisPoints ?? Infinity) ||
    (left.id < right.id ? -1 : 1);

const goodsRank = ({ goods }: ApprovalRule): number => (goods === undefined ? -1 : RULE_GOODS.indexOf(goods));

/** Where the case is: by these a tier becomes an organisation. */
export interface ApprovalPlace {
  readonly regionId?: string | undefined;
  readonly outletId?: string | undefined;
}

/**
 * Posts that a rule addresses at a place: its own tier, then the supervisors above. When the place lacks that
 * tier (no outlet dispatched, region unknown), the list begins with the next tier above.
 */
export function postsOf(
  { role, tier }: Pick<ApprovalRule, 'role' | 'tier'>,
  { regionId, outletId }: ApprovalPlace,
): readonly [Post, ...Post[]] {
  const own = { outlet: outletId, centre: regionId, hq: HQ }[tier];
  const manager: Post = { role: 'hq-service-manager', organisationId: HQ };
  const ladder: Post[] = [
    ...(own === undefined ? [] : [{ role, organisationId: own }]),
    ...(tier === 'hq' || regionId === undefined
      ? []
      : [{ role: 'centre-director' as const, organisationId: regionId }]),
    manager,
  ];
  const [first = manager, ...rest] = ladder.filter(
    (post, index) => ladder.findIndex((it) => isSamePost(it, post)) === index,
  );
  return [first, ...rest];
}

/**
 * Removes the posts that only the requester holds: requesters cannot decide their own request. Keeps the
 * highest when none is left.
 */
export function heldPosts(
  posts: readonly [Post, ...Post[]],
  isHeld: (post: Post) => boolean,
): readonly [Post, ...Post[]] {
  const [first, ...rest] = posts.filter(isHeld);
  return first ? [first, ...rest] : [posts.at(-1) ?? posts[0]];
}

const isSamePost = (one: Post, other: Post): boolean =>
  one.role === other.role && one.organisationId === other.organisationId;
