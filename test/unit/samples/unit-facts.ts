import type { Company } from '../../../cli/sample/company-shapes';
import type { UnitFacts } from '../../../domain/case/facts';
import { judgeUnit } from '../../../domain/entitlement/judge';
import type { DatedRule, EntitlementFacts } from '../../../domain/entitlement/terms';

/** A unit of the sample company with all that its entitlement rests on, as the API gives it to the rules (R6). */
export function unitFacts(company: Company, serial: string, readOn: string): UnitFacts {
  const unit = company.units.find((one) => one.serial === serial);
  const product = company.products.find(({ code }) => code === unit?.productCode);
  if (!unit || !product) throw new Error(`The sample company has no unit ${serial}`);
  const rules = (kind: string): DatedRule[] =>
    company.entitlementRules
      .filter((rule) => rule.kind === kind)
      .map(({ value, effectiveFrom, effectiveTo }) => ({
        value,
        from: effectiveFrom,
        ...(effectiveTo !== null && { to: effectiveTo }),
      }));
  const { warrantyFrom: from, labour, parts, travel } = product;
  const entitlement: EntitlementFacts = {
    readOn,
    warranty: {
      from,
      labour,
      parts,
      travel,
      soldOn: unit.soldOn,
      ...(unit.installedOn !== null && { installedOn: unit.installedOn }),
      excludedCauses: rules('excluded-cause'),
      wearParts: rules('wear-part'),
    },
    contracts: company.contracts
      .filter(({ unitIds }) => unitIds.includes(unit.id))
      .map(({ validFrom, validTo, customerId: _customer, unitIds: _units, ...rest }) => ({
        ...rest,
        from: validFrom,
        to: validTo,
      })),
  };
  return {
    id: unit.id,
    serial,
    productCode: product.code,
    productNameEn: product.nameEn,
    productNameZh: product.nameZh,
    warranty: judgeUnit(entitlement, { onDay: readOn }).state,
    entitlement,
  };
}
