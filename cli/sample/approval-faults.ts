import { uncovered } from '../../domain/case/approval/coverage';
import type { Company } from './company-shapes';

/**
 * Faults in the approval rules: unknown organisation, a condition that nothing can meet, no approver, no
 * clock.
 */
export function approvalFaults({
  approvalRules,
  organisations,
  products,
  staff,
  policies,
}: Company): string[] {
  const given = policies.map(
    ({ requestType, priority, serviceLevel, warranty, effectiveTo, expireAfterSeconds, ...policy }) => ({
      ...policy,
      ...(requestType !== null && { requestType }),
      ...(priority !== null && { priority }),
      ...(serviceLevel !== null && { serviceLevel }),
      ...(warranty !== null && { warranty }),
      ...(effectiveTo !== null && { effectiveTo }),
      ...(expireAfterSeconds !== null && { expireAfterSeconds }),
    }),
  );
  return approvalRules.flatMap((rule) => {
    const fault = (text: string): string => `approval-rules.json, ${rule.code}: ${text}`;
    const place = organisations.find(({ id }) => id === rule.organisationId);
    const places = organisations.filter(({ kind }) => kind === rule.tier).map(({ id }) => id);
    const isHeld = staff.some(
      ({ roles, organisationId }) => roles.includes(rule.role) && places.includes(organisationId),
    );
    const gap = rule.active ? uncovered(given, rule.requestType ?? undefined, rule.effectiveFrom) : undefined;
    return [
      ...(rule.organisationId === null || (place && place.kind !== 'hq')
        ? []
        : [fault(`there is no centre or outlet "${rule.organisationId}"`)]),
      ...(rule.productCode === undefined || products.some(({ code }) => code === rule.productCode)
        ? []
        : [fault(`there is no product "${rule.productCode}"`)]),
      ...(rule.productFamily === undefined || products.some(({ family }) => family === rule.productFamily)
        ? []
        : [fault(`there is no family "${rule.productFamily}"`)]),
      ...(rule.productCode === undefined || rule.productFamily === undefined
        ? []
        : [fault('a rule is for a product or for a family')]),
      ...((rule.overCents === null) === (rule.currency === null)
        ? []
        : [fault('overCents and currency stand together, or neither')]),
      ...(rule.marginUnderBasisPoints === null || rule.kind === 'quote'
        ? []
        : [fault('a quote alone has a margin')]),
      ...(isHeld ? [] : [fault(`nobody at the tier "${rule.tier}" is ${rule.role}`)]),
      ...(gap ? [fault(`no policy gives the clock "approval" at ${gap.at}`)] : []),
    ];
  });
}
