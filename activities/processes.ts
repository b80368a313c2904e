import { serviceCase } from '../domain/case/decider';
import { partsOrder } from '../domain/parts-order/decider';
import { processKind, type ProcessKinds } from './process-kind';
import { partsOrderDifferences, partsOrderRows } from './projections/parts-order';
import { serviceCaseClaims, serviceCaseDifferences, serviceCaseRows } from './projections/service-case';

export const CASE_KIND = processKind(serviceCase, {
  rows: serviceCaseRows,
  claims: serviceCaseClaims,
  differences: serviceCaseDifferences,
});

/** The processes of Aftercare and their read models: one line each. */
export const PROCESS_KINDS: ProcessKinds = new Map(
  [CASE_KIND, processKind(partsOrder, { rows: partsOrderRows, differences: partsOrderDifferences })].map(
    (kind) => [kind.type, kind],
  ),
);
