import { isDeepStrictEqual } from 'node:util';
import { clockPolicyOf } from '../../activities/projections/policies';
import { APPROVAL_CLOCK } from '../../domain/approval/approval';
import { uncovered } from '../../domain/case/approval/coverage';
import type { Scope } from '../../domain/identity/scope';
import type { Database, Prisma } from '../../platform/database';
import type { NewApprovalRule } from './rule-schema';
import { organisationInSight } from '../access/in-sight';
import { readInstant } from '../http/instants';
import { ApiError } from '../http/problems';

/** A rule of the register, its limit as a number: what may be entered fits one exactly. */
export const approvalRuleOf = ({ overCents, ...row }: Prisma.ApprovalRuleGetPayload<object>) => ({
  ...row,
  overCents: overCents === null ? null : Number(overCents),
});
export type ApprovalRuleRow = ReturnType<typeof approvalRuleOf>;
type Rule = Omit<ApprovalRuleRow, 'recordedAt' | 'recordedBy'>;

/** Member of staff who enters a rule, when, and what of the organisation they see. */
interface Author {
  readonly by: string;
  readonly now: Date;
  readonly scope: Scope;
}

interface Added {
  readonly row: ApprovalRuleRow;
  readonly isNew: boolean;
}

/** Adds a rule, or the next version of one. What was put forward before keeps the rule it had. @throws {ApiError} */
export async function addApprovalRule(
  database: Database,
  rule: NewApprovalRule,
  { scope, by, now }: Author,
): Promise<Added> {
  const data = rowOf(rule);
  const { code, effectiveFrom } = data;
  const find = async () => {
    const where = { code_effectiveFrom: { code, effectiveFrom } };
    const row = await database.approvalRule.findUnique({ where });
    return row && approvalRuleOf(row);
  };
  const earlier = await find();
  if (!earlier && data.active) await refuseWithoutGround(database, data, scope);
  // With two concurrent requests one is written; the other is identical or gets the conflict.
  const { count } = earlier
    ? { count: 0 }
    : await database.approvalRule.createMany({
        data: [{ ...data, recordedAt: now, recordedBy: by }],
        skipDuplicates: true,
      });
  const row = earlier ?? (await find());
  if (!row || !isSame(row, data))
    throw new ApiError('APPROVAL_RULE.EXISTS', { what: code, at: effectiveFrom.toISOString() }, 'code');
  return { row, isNew: count > 0 };
}

function isSame({ recordedAt: _at, recordedBy: _by, ...held }: ApprovalRuleRow, data: Rule): boolean {
  return isDeepStrictEqual(held, data);
}

function rowOf(rule: NewApprovalRule): Rule {
  const { active = true, organisationId = null, requestType = null, over = null } = rule;
  const { productCode = null, productFamily = null } = rule;
  const { code, kind, role, tier, nameEn, nameZh, marginUnderBasisPoints = null } = rule;
  if (marginUnderBasisPoints !== null && kind !== 'quote')
    throw invalid('marginUnderBasisPoints', 'a quote alone has a margin');
  if (productCode !== null && productFamily !== null)
    throw invalid('productFamily', 'a rule is for a product or for a family');
  return {
    code,
    effectiveFrom: new Date(readInstant(rule.effectiveFrom, 'effectiveFrom')),
    active,
    kind,
    organisationId,
    requestType,
    productCode,
    productFamily,
    overCents: over?.amountCents ?? null,
    currency: over?.currency ?? null,
    marginUnderBasisPoints,
    role,
    tier,
    nameEn,
    nameZh,
  };
}

async function refuseWithoutGround(database: Database, row: Rule, scope: Scope): Promise<void> {
  const { organisationId, requestType, productCode, productFamily, effectiveFrom, role, tier } = row;
  if (organisationId !== null) {
    const organisation = await organisationInSight(database, scope, organisationId);
    if (!organisation || organisation.kind === 'hq') throw unknown('organisationId', organisationId);
  }
  if (productCode !== null && (await database.product.count({ where: { code: productCode } })) === 0)
    throw unknown('productCode', productCode);
  if (productFamily !== null && (await database.product.count({ where: { family: productFamily } })) === 0)
    throw unknown('productFamily', productFamily);
  if ((await database.staff.count({ where: holders(role, tier) })) === 0)
    throw invalid('role', `nobody at work holds it at the tier "${tier}"`);
  const policies = await database.clockPolicy.findMany({ where: { clock: APPROVAL_CLOCK } });
  const gap = uncovered(policies.map(clockPolicyOf), requestType ?? undefined, effectiveFrom.toISOString());
  if (!gap) return;
  const facts = Object.entries(gap.facts)
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join(', ');
  throw new ApiError('APPROVAL_RULE.NO_POLICY', { facts, at: gap.at }, 'requestType');
}

const holders = (role: string, kind: string): Prisma.StaffWhereInput => ({
  active: true,
  roles: { has: role },
  organisation: { kind },
});

const invalid = (field: string, reason: string): ApiError =>
  new ApiError('APPROVAL_RULE.INVALID', { field, reason }, field);

const unknown = (field: string, value: string): ApiError =>
  new ApiError('REQUEST.REFERENCE_UNKNOWN', { field, value }, field);
