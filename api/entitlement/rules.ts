import type { Bilingual } from '../../domain/bilingual';
import { CAUSE_CATEGORIES } from '../../domain/case/flows/repair/facts';
import { reachesBack, rewritesThePast } from '../../domain/entitlement/retroactive';
import type { Database } from '../../platform/database';
import type { EntitlementRulePatch, NewEntitlementRule } from './rule-schema';
import { ApiError } from '../http/problems';
import { dateOf, dayText } from './columns';
import {
  changeOf,
  isSame,
  lockRules,
  refuseOverlap,
  WITH_CHANGES,
  writeVersion,
  type Author,
  type RuleRow,
} from './rule-rows';

/** Author of the change, and the company's own date. */
export interface Writer extends Author {
  readonly today: string;
}

/**
 * Adds a rule; the same sent again changes nothing. Cases that are judged keep their verdict: it goes with them.
 * @throws {ApiError} naming the field; nothing has changed then.
 */
export function addRule(
  database: Database,
  rule: NewEntitlementRule,
  writer: Writer,
): Promise<{ readonly row: RuleRow; readonly isNew: boolean }> {
  refuseBadValue(rule);
  const { retroactive: _said, effectiveFrom, effectiveTo = null, ...rest } = rule;
  refuseDisorder(effectiveFrom, effectiveTo);
  const data = {
    ...rest,
    effectiveFrom: dateOf(effectiveFrom),
    effectiveTo: effectiveTo === null ? null : dateOf(effectiveTo),
  };
  return database.$transaction(async (tx) => {
    await lockRules(tx);
    const earlier = await tx.entitlementRule.findUnique({ where: { id: rule.id }, include: WITH_CHANGES });
    if (earlier) {
      if (!isSame(earlier, data)) throw new ApiError('ENTITLEMENT_RULE.EXISTS', { what: rule.id }, 'id');
      return { row: earlier, isNew: false };
    }
    refuseRetroactive('effectiveFrom', reachesBack(effectiveFrom, writer.today), rule);
    await refuseOverlap(tx, data);
    const row = await tx.entitlementRule.create({
      data: { ...data, changes: { create: changeOf({ ...data, version: 1 }, writer) } },
      include: WITH_CHANGES,
    });
    return { row, isNew: true };
  });
}

/**
 * Names a rule otherwise, or says until when it holds. What it is about and since when is not rewritten.
 * @throws {ApiError} RESOURCE.STALE where somebody else has changed it since `version`; nothing has changed then.
 */
export function changeRule(
  database: Database,
  {
    id,
    version,
    patch,
  }: { readonly id: string; readonly version: number; readonly patch: EntitlementRulePatch },
  writer: Writer,
): Promise<RuleRow> {
  return database.$transaction(async (tx) => {
    await lockRules(tx);
    const row = await tx.entitlementRule.findUnique({ where: { id } });
    if (!row) throw new ApiError('RESOURCE.NOT_FOUND', { what: id });
    if (row.version !== version)
      throw new ApiError('RESOURCE.STALE', { what: id, expected: version, actual: row.version }, 'If-Match');
    const { retroactive: _said, effectiveTo, ...names } = patch;
    const changed = {
      ...row,
      ...names,
      version: version + 1,
      ...(effectiveTo !== undefined && { effectiveTo: effectiveTo === null ? null : dateOf(effectiveTo) }),
    };
    if (effectiveTo !== undefined) {
      refuseDisorder(dayText(row.effectiveFrom), effectiveTo);
      const before = row.effectiveTo && dayText(row.effectiveTo);
      refuseRetroactive('effectiveTo', rewritesThePast(before, effectiveTo, writer.today), patch);
      await refuseOverlap(tx, changed);
    }
    return writeVersion(tx, changed, writer);
  });
}

function refuseBadValue({ kind, value }: NewEntitlementRule): void {
  if (kind === 'excluded-cause' && !CAUSE_CATEGORIES.some((category) => category === value))
    throw new ApiError('REQUEST.REFERENCE_UNKNOWN', { field: 'value', value }, 'value');
  if (kind === 'wear-part' && !/^[A-Za-z0-9][\w./-]*\*?$/.test(value))
    throw invalidTerms('value', {
      en: 'must be a part number, or the beginning of one followed by *',
      zh: '应为备件编号，或以 * 结尾的编号前缀',
    });
}

function refuseDisorder(from: string, to: string | null): void {
  if (to !== null && to < from)
    throw invalidTerms('effectiveTo', {
      en: 'must not be before effectiveFrom',
      zh: '不得早于 effectiveFrom',
    });
}

/** @throws {ApiError} when the change alters verdicts on past days without an explicit confirmation. */
export function refuseRetroactive(
  field: string,
  isRetroactive: boolean,
  { retroactive = false }: { readonly retroactive?: boolean },
): void {
  if (isRetroactive && !retroactive) throw new ApiError('ENTITLEMENT.RETROACTIVE', { field }, field);
}

/** @param reason half a sentence, as people read it. */
export const invalidTerms = (field: string, { en, zh }: Bilingual): ApiError =>
  new ApiError('ENTITLEMENT.INVALID', { field, reason: { en, zh } }, field);
