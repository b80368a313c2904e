import type { TakeBack } from '../common/taking-back';
import type { SideTasks, TaskOf } from '../common/task';
import type { CaseEvent } from '../events';
import type { Calls, Messages } from '../effects';
import type { Fold } from '../fold';
import type { RuleBook, RuledCommandType } from '../rule';
import type { RegisteredCase } from '../state';
import type { FlowCommandType, FlowEventType, RequestType, WorkStage } from './all-terms';
import type { ClockRules } from './flow';
import { FLOWS } from './index';

/** The part of every flow that does not depend on its type. */
interface AnyFlow {
  readonly rules: object;
  readonly fold: object;
  readonly tasks: object;
  readonly sideTasks?: SideTasks;
  readonly takeBack?: TakeBack;
  readonly messages?: object;
  readonly calls?: object;
  readonly clocks?: object;
}

/** Each flow once, in the order of the registry: types may share one. */
const flows: readonly AnyFlow[] = [...new Set(Object.values<AnyFlow>(FLOWS))];

/** A table of all flows in one. Flows that share a command or an event share its entry. */
const allOf = (part: Exclude<keyof AnyFlow, 'sideTasks' | 'takeBack'>): object =>
  Object.fromEntries(flows.flatMap((flow) => Object.entries<unknown>({ ...flow[part] })));

export const FLOW_RULES = allOf('rules') as RuleBook<FlowCommandType>;
export const FLOW_FOLD = allOf('fold') as Fold<FlowEventType>;
export const FLOW_TASKS = allOf('tasks') as Readonly<Record<WorkStage, TaskOf>>;
export const FLOW_SIDE_TASKS: readonly SideTasks[] = flows.flatMap(({ sideTasks }) => sideTasks ?? []);
export const FLOW_MESSAGES = allOf('messages') as Messages<FlowEventType>;
export const FLOW_CALLS = allOf('calls') as Calls<FlowEventType>;
export const FLOW_CLOCKS = allOf('clocks') as Readonly<Partial<Record<string, ClockRules>>>;

export const FLOW_TAKE_BACKS: readonly TakeBack[] = flows.flatMap(({ takeBack }) => takeBack ?? []);

/** The events by which the flow of a case finishes its work. @param at ISO-8601. */
export const finish = (state: RegisteredCase, at: string): readonly CaseEvent[] =>
  state.requestType ? FLOWS[state.requestType].finish(state, at) : [];

/** True for a command of other flows than that of this request type. */
export const isOfOtherFlow = (command: RuledCommandType, type: RequestType | undefined): boolean =>
  type !== undefined && Object.hasOwn(FLOW_RULES, command) && !Object.hasOwn(FLOWS[type].rules, command);
