import { serviceCase } from '../domain/case/decider';
import { processKind, type ProcessKinds } from './process-kind';
import { projectServiceCase, serviceCaseDifferences } from './projections/service-case';

/** The processes of Aftercare and their read models: one line each. */
export const PROCESS_KINDS: ProcessKinds = new Map(
  [processKind(serviceCase, { project: projectServiceCase, differences: serviceCaseDifferences })].map(
    (kind) => [kind.type, kind],
  ),
);
