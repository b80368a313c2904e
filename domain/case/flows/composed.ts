import type { RuledCommandType } from '../rule';
import type { RequestType, WorkStage } from './all-terms';
import { FLOWS } from './index';
import type { TaskOf } from '../common/task';

type Merged<U> = (U extends unknown ? (one: U) => void : never) extends (all: infer I) => void ? I : never;
type FlowRules = Merged<(typeof FLOWS)[RequestType]['rules']>;

const flows: readonly { readonly rules: object; readonly tasks: object }[] = Object.values(FLOWS);

/** The rules of all flows. Flows that share a command share its rule. */
export const FLOW_RULES = Object.assign({}, ...flows.map(({ rules }) => rules)) as FlowRules;

/** The task of each stage of all flows. */
export const FLOW_TASKS = Object.assign({}, ...flows.map(({ tasks }) => tasks)) as Readonly<
  Record<WorkStage, TaskOf>
>;

/** True for a command of other flows than that of this request type. */
export const isOfOtherFlow = (command: RuledCommandType, type: RequestType | undefined): boolean =>
  type !== undefined && Object.hasOwn(FLOW_RULES, command) && !Object.hasOwn(FLOWS[type].rules, command);
