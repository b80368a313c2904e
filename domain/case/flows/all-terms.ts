import type { Bilingual } from '../../bilingual';
import type { Role } from '../../identity/roles';
import type {
  Adding,
  Additions,
  CommandTerms,
  EventTerms,
  FlowTerms,
  Merged,
  WorkStageTerms,
} from './flow-terms';
import { FLOW_TERMS } from './terms';

export type RequestType = keyof typeof FLOW_TERMS;
type AnyTerms = (typeof FLOW_TERMS)[RequestType];
type StageOf<T> = T extends { readonly stages: infer S } ? keyof S & string : never;
type ClockOf<T> = T extends { readonly clocks: infer C } ? keyof C & string : never;
type RefusalsOf<T> = T extends { readonly refusals: infer R } ? R : never;
type TemplatesOf<T> = T extends { readonly templates: infer N } ? N : never;
type Added<T, P extends keyof Additions> = T extends Adding<infer A> ? A[P] : never;
type CommandTermsOf = Merged<AnyTerms['commands']>;

export type WorkStage = StageOf<AnyTerms>;
/** The clocks of every case, with those that flows add. */
export type ClockWith<Own> = ClockOf<AnyTerms | { readonly clocks: Own }>;

/** The commands, the events and the state that the flows add to those of every case. */
export type FlowCommands = Merged<Added<AnyTerms, 'commands'>>;
export type FlowEvents = Merged<Added<AnyTerms, 'events'>>;
export type FlowState = Merged<Added<AnyTerms, 'state'>>;

export type FlowCommandType = keyof FlowCommands;
export type FlowEventType = keyof FlowEvents;
/** The commands that Aftercare alone gives: these, and those of flows that no role may give. */
export type InternalWith<Own extends string> = {
  [C in FlowCommandType | Own]: C extends FlowCommandType
    ? CommandTermsOf[C] extends { readonly roles: readonly Role[] }
      ? never
      : C
    : C;
}[FlowCommandType | Own];

const isRequestType = (key: string): key is RequestType => Object.hasOwn(FLOW_TERMS, key);
export const REQUEST_TYPES: readonly RequestType[] = Object.keys(FLOW_TERMS).filter(isRequestType);

export const flowTermsOf = (type: RequestType): FlowTerms => FLOW_TERMS[type];

/** A part of the terms of all flows in one table; flows that share an entry mean the same by it. */
const allOf = (part: 'stages' | 'commands' | 'events' | 'clocks' | 'refusals' | 'templates'): object =>
  Object.fromEntries(
    REQUEST_TYPES.flatMap((type) => Object.entries<unknown>({ ...flowTermsOf(type)[part] })),
  );

const found = allOf('stages') as Readonly<Record<WorkStage, WorkStageTerms>>;
export const isWorkStage = (key: string): key is WorkStage => Object.hasOwn(found, key);

/** The stages of all flows, in the order of the flows. */
export const WORK_STAGES: readonly WorkStage[] = Object.keys(found).filter(isWorkStage);

/** A table with an entry for each stage of a flow. */
export const byWorkStage = <V>(value: (terms: WorkStageTerms) => V): Record<WorkStage, V> =>
  Object.fromEntries(WORK_STAGES.map((stage) => [stage, value(found[stage])])) as Record<WorkStage, V>;

const commands = allOf('commands') as Readonly<Record<FlowCommandType, CommandTerms>>;
export const FLOW_COMMAND_NAMES = Object.fromEntries(
  Object.entries(commands).map(([type, { name }]) => [type, name]),
) as Readonly<Record<FlowCommandType, Bilingual>>;

/** Roles that may give each command of a flow (R12). */
export const FLOW_PERMISSIONS = Object.fromEntries(
  Object.entries(commands).flatMap(([type, { roles }]) => (roles ? [[`case.${type}`, roles]] : [])),
) as Readonly<Record<`case.${Exclude<FlowCommandType, InternalWith<never>>}`, readonly Role[]>>;

/** The words of the customer's history for events of flows. */
export const FLOW_EVENTS_SHOWN = Object.fromEntries(
  Object.entries(allOf('events') as Readonly<Record<FlowEventType, EventTerms>>).flatMap(
    ([type, { toCustomer }]) => (toCustomer ? [[type, toCustomer]] : []),
  ),
) as { readonly [E in FlowEventType]?: Bilingual };

/** The sentences that staff read for events of flows. */
export const FLOW_EVENT_SENTENCES = Object.fromEntries(
  Object.entries(allOf('events') as Readonly<Record<FlowEventType, EventTerms>>).map(
    ([type, { toStaff }]) => [type, toStaff],
  ),
) as Readonly<Record<FlowEventType, Bilingual>>;

export const FLOW_CLOCK_NAMES = allOf('clocks') as Readonly<Record<string, Bilingual>>;
export const FLOW_REFUSALS = allOf('refusals') as Merged<RefusalsOf<AnyTerms>>;
export const FLOW_TEMPLATES = allOf('templates') as Merged<TemplatesOf<AnyTerms>>;
