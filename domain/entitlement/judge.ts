import {
  COVERAGE_ITEMS,
  type Circumstances,
  type ContractTerms,
  type CoverageItem,
  type DatedRule,
  type EntitlementFacts,
  type ItemVerdict,
  type PartVerdict,
  type Verdict,
  type WarrantyState,
  type WarrantyTerms,
} from './terms';
import { datesOf, lastDayAsOwned, periodOf } from './period';

/**
 * Determines the customer's entitlement (R6): the covered share of labour, parts and travel, each with its
 * reason. A contract adds cover beyond the warranty: the higher share counts. Uses facts only, so that a
 * diagnosis can repeat the judgement.
 */
export function judge(
  terms: WarrantyTerms,
  contract: ContractTerms | undefined,
  circumstances: Circumstances,
): Verdict {
  const { onDay, cause, parts } = circumstances;
  const inForce = contract && isWithin(contract, onDay) ? contract : undefined;
  const of = (item: CoverageItem, partNumber?: string): ItemVerdict =>
    better(
      byWarranty(terms, item, circumstances, partNumber),
      inForce && byContract(inForce, terms, item, circumstances, partNumber),
    );
  const lines = (parts ?? []).map((partNumber): PartVerdict => ({ partNumber, ...of('parts', partNumber) }));
  const items = { labour: of('labour'), parts: bestOf(lines) ?? of('parts'), travel: of('travel') };
  return {
    state: stateOf(COVERAGE_ITEMS.map((item) => items[item])),
    ...items,
    lines,
    basis: {
      onDay,
      from: terms.from,
      ...datesOf(terms),
      ...(terms.replaces && { replaces: { serial: terms.replaces.serial, on: terms.replaces.on } }),
      ...(terms.transferredOn !== undefined && { transferredOn: terms.transferredOn }),
      ...(inForce && { contract: { number: inForce.number, from: inForce.from, to: inForce.to } }),
      ...(cause !== undefined && { cause }),
      ...(parts && { parts }),
    },
  };
}

/** The same by the facts of a unit: the contract is the one in force on the day. */
export const judgeUnit = (facts: EntitlementFacts, circumstances: Circumstances): Verdict =>
  judge(facts.warranty, contractOn(facts.contracts, circumstances.onDay), circumstances);

/** The contract in force on a day; of several, which the register does not take, the one that began last. */
export const contractOn = (contracts: readonly ContractTerms[], day: string): ContractTerms | undefined =>
  contracts
    .filter((contract) => isWithin(contract, day))
    .sort((left, right) => right.from.localeCompare(left.from))[0];

const isWithin = ({ from, to }: { readonly from: string; readonly to?: string }, day: string): boolean =>
  from <= day && (to === undefined || day <= to);

function byWarranty(
  terms: WarrantyTerms,
  item: CoverageItem,
  { onDay, cause }: Circumstances,
  partNumber: string | undefined,
): ItemVerdict {
  const { percent, months } = terms[item];
  if (isExcluded(terms, onDay, cause)) return { percent: 0, reason: 'excluded-cause', source: cause };
  if (partNumber !== undefined && isWearPart(terms, onDay, partNumber))
    return { percent: 0, reason: 'wear-part', source: partNumber };
  if (percent === 0 || months === 0) return { percent: 0, reason: 'not-in-terms' };
  const { begins, until } = periodOf(terms, item);
  // R6: a fault from before the unit was the customer's is a question for a person, and neither free nor charged by itself.
  if (onDay < begins) return { percent: 0, reason: 'not-begun' };
  const ended = lastDayAsOwned(terms);
  if (ended !== undefined && onDay > ended) return { percent: 0, reason: 'transferred', until: ended };
  return onDay <= until ? { percent, reason: 'warranty', until } : { percent: 0, reason: 'expired', until };
}

function byContract(
  contract: ContractTerms,
  terms: WarrantyTerms,
  item: CoverageItem,
  { onDay, cause }: Circumstances,
  partNumber: string | undefined,
): ItemVerdict | undefined {
  const isRefused =
    contract[item] === 0 ||
    (isExcluded(terms, onDay, cause) && !contract.causes.includes(cause)) ||
    (partNumber !== undefined && isWearPart(terms, onDay, partNumber) && !contract.wearParts);
  return isRefused
    ? undefined
    : { percent: contract[item], reason: 'contract', until: contract.to, source: contract.number };
}

const isExcluded = (terms: WarrantyTerms, day: string, cause: string | undefined): cause is string =>
  cause !== undefined && terms.excludedCauses.some((rule) => rule.value === cause && isWithin(rule, day));

const isWearPart = (terms: WarrantyTerms, day: string, partNumber: string): boolean =>
  terms.wearParts.some((rule) => isOf(rule, partNumber) && isWithin(rule, day));

const isOf = ({ value }: DatedRule, partNumber: string): boolean =>
  value.endsWith('*') ? partNumber.startsWith(value.slice(0, -1)) : partNumber === value;

const better = (warranty: ItemVerdict, contract: ItemVerdict | undefined): ItemVerdict =>
  contract && contract.percent > warranty.percent ? contract : warranty;

/** One wear part among others does not make the others one. */
function bestOf(lines: readonly PartVerdict[]): ItemVerdict | undefined {
  const [best] = [...lines].sort((left, right) => right.percent - left.percent);
  if (!best) return undefined;
  const { partNumber: _one, ...verdict } = best;
  return verdict;
}

function stateOf(items: readonly ItemVerdict[]): WarrantyState {
  if (items.some(({ percent }) => percent > 0)) return 'in-warranty';
  return items.some(isOpen) ? 'unknown' : 'out-of-warranty';
}

/** The rules cannot say: a day is missing, or the fault is older than the warranty. */
const isOpen = ({ reason }: ItemVerdict): boolean => reason === 'no-date' || reason === 'not-begun';

/** True where a person has to decide about anything that was asked. */
export const leavesOpen = (verdict: Verdict): boolean =>
  COVERAGE_ITEMS.some((item) => isOpen(verdict[item])) || verdict.lines.some(isOpen);
