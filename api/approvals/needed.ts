import {
  heldPosts,
  postsOf,
  type ApprovalPlace,
  type ApprovalRule,
  type ApprovalRuleFacts,
  type ApprovalTier,
  type RuleReach,
} from '../../domain/approval/rules';
import { APPROVAL_KINDS, APPROVAL_TIERS, type ApprovalKind, type Post } from '../../domain/approval/terms';
import { ROLES } from '../../domain/identity/roles';
import type { Database } from '../../platform/database';
import { oneOf } from '../http/one-of';
import { approvalRuleOf, type ApprovalRuleRow } from './add-rule';

/** Where the case is, and the product of its unit. */
export interface CasePlace extends ApprovalPlace {
  readonly productCode?: string | undefined;
}

interface Forward {
  readonly kinds: readonly ApprovalKind[];
  /** Where the case is. */
  readonly place: CasePlace;
  /** Requester: a post that only they hold cannot decide. */
  readonly askerId: string;
  readonly now: Date;
}

/** Approval rules in force, each with its possible approvers: facts for the case (ADR 26). */
export async function approvalRules(
  database: Database,
  { kinds, place, askerId, now }: Forward,
): Promise<readonly ApprovalRuleFacts[]> {
  const rows = await rulesInForce(database, now);
  const family = await familyOf(database, rows, place);
  const rules = rows.flatMap((row): ApprovalRule[] => {
    const reach = isForProduct(row, place, family) ? reachOf(row, place) : undefined;
    const rule = reach && ruleOf(row, reach);
    return rule && kinds.includes(rule.kind) ? [rule] : [];
  });
  const meant = rules.map((rule) => ({ rule, posts: postsOf(rule, place) }));
  const isHeld = await holders(
    database,
    meant.flatMap(({ posts }) => posts),
    askerId,
  );
  return meant.map(({ rule, posts }) => ({ rule, posts: heldPosts(posts, isHeld) }));
}

/** Latest version in force of each rule, unless it has ended. */
async function rulesInForce(database: Database, now: Date): Promise<readonly ApprovalRuleRow[]> {
  const latest = await database.approvalRule.findMany({
    where: { effectiveFrom: { lte: now } },
    orderBy: [{ code: 'asc' }, { effectiveFrom: 'desc' }],
    distinct: ['code'],
  });
  return latest.filter(({ active }) => active).map(approvalRuleOf);
}

/** Family of the unit's product; not read when no rule depends on it. */
async function familyOf(
  database: Database,
  rows: readonly ApprovalRuleRow[],
  { productCode }: CasePlace,
): Promise<string | undefined> {
  if (productCode === undefined || rows.every(({ productFamily }) => productFamily === null))
    return undefined;
  return (await database.product.findUnique({ where: { code: productCode } }))?.family;
}

const isForProduct = (
  { productCode, productFamily }: ApprovalRuleRow,
  place: CasePlace,
  family: string | undefined,
): boolean =>
  (productCode === null || productCode === place.productCode) &&
  (productFamily === null || productFamily === family);

function reachOf(
  { organisationId }: ApprovalRuleRow,
  { regionId, outletId }: ApprovalPlace,
): RuleReach | undefined {
  switch (organisationId) {
    case null:
      return 'company';
    case outletId:
      return 'outlet';
    case regionId:
      return 'centre';
    default:
      return undefined;
  }
}

const ruleOf = (row: ApprovalRuleRow, reach: RuleReach): ApprovalRule => ({
  id: row.code,
  kind: oneOf(APPROVAL_KINDS, row.kind),
  reach,
  ...(row.productFamily !== null && { goods: 'family' }),
  ...(row.productCode !== null && { goods: 'product' }),
  ...(row.requestType !== null && { requestType: row.requestType }),
  ...(row.overCents !== null &&
    row.currency !== null && { over: { amountCents: row.overCents, currency: row.currency } }),
  ...(row.marginUnderBasisPoints !== null && { marginUnderBasisPoints: row.marginUnderBasisPoints }),
  role: oneOf(ROLES, row.role),
  tier: oneOf<ApprovalTier>(APPROVAL_TIERS, row.tier),
  reasonEn: row.nameEn,
  reasonZh: row.nameZh,
});

/** Which of the posts somebody beside the asker holds, in one look. */
async function holders(
  database: Database,
  posts: readonly Post[],
  askerId: string,
): Promise<(post: Post) => boolean> {
  if (posts.length === 0) return () => false;
  const found = await database.staff.findMany({
    where: {
      active: true,
      id: { not: askerId },
      organisationId: { in: [...new Set(posts.map(({ organisationId }) => organisationId))] },
      roles: { hasSome: [...new Set(posts.map(({ role }) => role))] },
    },
    select: { organisationId: true, roles: true },
  });
  return ({ role, organisationId }) =>
    found.some((staff) => staff.organisationId === organisationId && staff.roles.includes(role));
}
