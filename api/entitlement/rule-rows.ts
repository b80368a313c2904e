import type { Prisma, Transaction } from '../../platform/database';
import { ApiError } from '../http/problems';

export const WITH_CHANGES = {
  changes: { orderBy: { version: 'asc' } },
} as const satisfies Prisma.EntitlementRuleInclude;
export type RuleRow = Prisma.EntitlementRuleGetPayload<{ include: typeof WITH_CHANGES }>;

export type VersionedRule = Prisma.EntitlementRuleGetPayload<object>;
export type BareRule = Omit<VersionedRule, 'version'>;

/** Author and time of a change to a rule. */
export interface Author {
  readonly by: string;
  readonly now: Date;
}

/** Writers follow one another: rules are few, and must not be written beside each other. */
export const lockRules = (tx: Transaction) =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('entitlement-rules', 0))`;

export const changeOf = (
  { version, nameEn, nameZh, effectiveTo }: Omit<VersionedRule, 'id'>,
  { now, by }: Author,
) => ({ version, nameEn, nameZh, effectiveTo, at: now, by });

/** A rule as it is from now on, with who made it so. */
export const writeVersion = (tx: Transaction, rule: VersionedRule, author: Author): Promise<RuleRow> => {
  const { id, nameEn, nameZh, effectiveTo, version } = rule;
  const changes = { create: changeOf(rule, author) };
  return tx.entitlementRule.update({
    where: { id },
    data: { nameEn, nameZh, effectiveTo, version, changes },
    include: WITH_CHANGES,
  });
};

/** Compares subject and start of two rules: these never change. */
export const isAboutTheSame = (row: BareRule, other: BareRule): boolean =>
  row.kind === other.kind &&
  row.value === other.value &&
  row.effectiveFrom.getTime() === other.effectiveFrom.getTime();

export const isSame = (row: BareRule, other: BareRule): boolean =>
  isAboutTheSame(row, other) &&
  row.nameEn === other.nameEn &&
  row.nameZh === other.nameZh &&
  row.effectiveTo?.getTime() === other.effectiveTo?.getTime();

/** One rule a day on one thing, so that it is plain which one to end. @throws {ApiError} */
export async function refuseOverlap(
  tx: Transaction,
  { id, kind, value, effectiveFrom, effectiveTo }: BareRule,
): Promise<void> {
  const other = await tx.entitlementRule.findFirst({
    where: {
      id: { not: id },
      kind,
      value,
      ...(effectiveTo && { effectiveFrom: { lte: effectiveTo } }),
      OR: [{ effectiveTo: null }, { effectiveTo: { gte: effectiveFrom } }],
    },
  });
  if (other) throw new ApiError('ENTITLEMENT_RULE.OVERLAPS', { value, other: other.id }, 'value');
}
