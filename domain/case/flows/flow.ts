import type { RuleBook, RuledCommandType } from '../rule';
import type { TakeBack } from '../common/taking-back';
import type { SideTasks, TaskOf } from '../common/task';
import type { Calls, ClockNotices, Messages } from '../effects';
import type { CaseEvent, CaseEventType } from '../events';
import type { Fold } from '../fold';
import type { RegisteredCase } from '../state';
import type { Adding, Additions, FlowTerms } from './flow-terms';

type Terms = Pick<FlowTerms, 'stages'> & Adding<Additions>;
type Added<T extends Terms, P extends keyof Additions> = T extends Adding<infer A> ? A[P] : never;
type ClockOf<T extends Terms> = T extends { readonly clocks: infer C } ? keyof C : never;

/** The consequences of the steps of a flow's own clock; a step without an entry has those of any clock. */
export interface ClockRules {
  /** The events in place of the breach. @param dueAt when it ended, ISO-8601. */
  readonly breached?: (state: RegisteredCase, dueAt: string) => readonly CaseEvent[];
  /** @param to the role that the case is escalated to. */
  readonly escalated?: (state: RegisteredCase, to: string) => readonly CaseEvent[];
  /** @param at when it ran out, ISO-8601. */
  readonly expired?: (state: RegisteredCase, at: string) => readonly CaseEvent[];
  readonly notices?: Partial<ClockNotices>;
}

/** How a request of one type is worked on: the part of a case's life that is its own. */
export interface Flow<T extends Terms> {
  /** Commands that cases of other types refuse, unless their flow has them too. */
  readonly rules: RuleBook<keyof Added<T, 'commands'> & RuledCommandType>;
  readonly fold: Fold<keyof Added<T, 'events'> & CaseEventType>;
  /** The task of each of its stages. */
  readonly tasks: { readonly [S in keyof T['stages']]: TaskOf };
  /** Work beside the stages. */
  readonly sideTasks?: SideTasks;
  readonly messages?: Messages<keyof Added<T, 'events'> & CaseEventType>;
  readonly calls?: Calls<keyof Added<T, 'events'> & CaseEventType>;
  /** The events that take back what it has begun. Its state may be left over in a case that has another type by now. */
  readonly takeBack?: TakeBack;
  /** The end of its work, after the command that ends it: its promise is kept, and the common after-service begins. @param at ISO-8601. */
  readonly finish: (state: RegisteredCase, at: string) => readonly CaseEvent[];
  readonly clocks?: { readonly [C in ClockOf<T>]: ClockRules };
}
