import { serviceCase } from '../domain/case/decider';
import { partsOrder } from '../domain/parts-order/decider';
import { processKind, type ProcessKinds } from './process-kind';
import { CASE_INVOICE, CASE_QUOTE } from './projections/documents';
import { PARTS_ORDER, partsOrderDifferences, partsOrderRows } from './projections/parts-order';
import {
  SERVICE_CASE,
  serviceCaseClaims,
  serviceCaseDifferences,
  serviceCaseRows,
} from './projections/service-case';
import { ENGINEER_SLOT } from './projections/slots';
import { TRIP } from './projections/trips';

export const CASE_KIND = processKind(serviceCase, {
  tables: [SERVICE_CASE.name, ENGINEER_SLOT, TRIP.name, CASE_QUOTE.name, CASE_INVOICE.name],
  rows: serviceCaseRows,
  claims: serviceCaseClaims,
  differences: serviceCaseDifferences,
});

export const PARTS_ORDER_KIND = processKind(partsOrder, {
  tables: [PARTS_ORDER.name],
  rows: partsOrderRows,
  differences: partsOrderDifferences,
});

/** The processes of Aftercare and their read models: one line each. */
export const PROCESS_KINDS: ProcessKinds = new Map(
  [CASE_KIND, PARTS_ORDER_KIND].map((kind) => [kind.type, kind]),
);
