import { serviceCase } from '../domain/case/decider';
import { partsOrder } from '../domain/parts-order/decider';
import { processKind, type ProcessKinds } from './process-kind';
import { partsOrderDifferences, projectPartsOrder } from './projections/parts-order';
import { projectServiceCase, serviceCaseDifferences } from './projections/service-case';

/** The processes of Aftercare and their read models: one line each. */
export const PROCESS_KINDS: ProcessKinds = new Map(
  [
    processKind(serviceCase, { project: projectServiceCase, differences: serviceCaseDifferences }),
    processKind(partsOrder, { project: projectPartsOrder, differences: partsOrderDifferences }),
  ].map((kind) => [kind.type, kind]),
);
