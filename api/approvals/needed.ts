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
import { oneOf } from '../mappers/one-of';
import type { ApprovalRuleRow } from './add-rule';

interface Forward {
  readonly kinds: readonly ApprovalKind[];
  /** Where the case is. */
  readonly place: ApprovalPlace;
  /** Who puts it forward: a post that nobody else holds cannot decide it. */
  readonly askerId: string;
  readonly now: Date;
}

/** The rules in force that could ask for an approval, with whoever would have to decide: facts for the case (ADR 26). */
export async function approvalRules(
  database: Database,
  { kinds, place, askerId, now }: Forward,
): Promise<readonly ApprovalRuleFacts[]> {
  const rows = await rulesInForce(database, now);
  const rules = rows.flatMap((row): ApprovalRule[] => {
    const reach = reachOf(row, place);
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

/** Of each rule the latest version that holds, unless it has ended. */
export async function rulesInForce(database: Database, now: Date): Promise<readonly ApprovalRuleRow[]> {
  const latest = await database.approvalRule.findMany({
    where: { effectiveFrom: { lte: now } },
    orderBy: [{ code: 'asc' }, { effectiveFrom: 'desc' }],
    distinct: ['code'],
  });
  return latest.filter(({ active }) => active);
}

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
