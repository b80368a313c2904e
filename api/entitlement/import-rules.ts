import type { Transaction } from '../../platform/database';
import { ApiError } from '../http/problems';
import {
  isAboutTheSame,
  isSame,
  lockRules,
  refuseOverlap,
  writeVersion,
  type Author,
  type BareRule,
} from './rule-rows';

/**
 * Brings rules up to date with those of a company's files: one that differs takes its next version, as if somebody had changed it, and
 * one that is the same stays. Judged together in the end: one may take over from another on the day after its last.
 * @throws {ApiError} where a rule would be about something else, or since another day, or about what another rule is about.
 */
export async function importRules(
  tx: Transaction,
  rules: readonly BareRule[],
  author: Author,
): Promise<void> {
  await lockRules(tx);
  for (const rule of rules) await importRule(tx, rule, author);
  for (const rule of rules) await refuseOverlap(tx, rule);
}

async function importRule(tx: Transaction, rule: BareRule, author: Author): Promise<void> {
  const row = await tx.entitlementRule.findUnique({ where: { id: rule.id } });
  if (!row) await tx.entitlementRule.create({ data: rule });
  else if (!isAboutTheSame(row, rule)) throw new ApiError('ENTITLEMENT_RULE.EXISTS', { what: rule.id }, 'id');
  else if (!isSame(row, rule)) await writeVersion(tx, { ...rule, version: row.version + 1 }, author);
}
