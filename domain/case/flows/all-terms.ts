import type { FlowTerms, WorkStageTerms } from './flow-terms';
import { FLOW_TERMS } from './terms';

export type RequestType = keyof typeof FLOW_TERMS;
type StageOf<T> = T extends { readonly stages: infer S } ? keyof S & string : never;
export type WorkStage = StageOf<(typeof FLOW_TERMS)[RequestType]>;

const isRequestType = (key: string): key is RequestType => Object.hasOwn(FLOW_TERMS, key);
export const REQUEST_TYPES: readonly RequestType[] = Object.keys(FLOW_TERMS).filter(isRequestType);

export const flowTermsOf = (type: RequestType): FlowTerms => FLOW_TERMS[type];

const found: Readonly<Record<string, WorkStageTerms>> = Object.fromEntries(
  REQUEST_TYPES.flatMap((type) => Object.entries<WorkStageTerms>(FLOW_TERMS[type].stages)),
);
export const isWorkStage = (key: string): key is WorkStage => Object.hasOwn(found, key);

/** The stages of all flows, in the order of the flows; flows that share a stage mean the same by it. */
export const WORK_STAGES: readonly WorkStage[] = Object.keys(found).filter(isWorkStage);

/** A table with an entry for each stage of a flow. */
export const byWorkStage = <V>(value: (terms: WorkStageTerms) => V): Record<WorkStage, V> =>
  Object.fromEntries(Object.entries(found).map(([stage, terms]) => [stage, value(terms)])) as Record<
    WorkStage,
    V
  >;

export const WORK_STAGE_TERMS = byWorkStage((terms) => terms);
