import type { RuleBook, RuledCommandType } from '../rule';
import type { TaskOf } from '../common/task';
import type { FlowTerms } from './flow-terms';

/** How a request of one type is worked on: the part of a case's life that is its own. */
export interface Flow<
  Terms extends Pick<FlowTerms, 'stages'> = FlowTerms,
  Own extends RuledCommandType = RuledCommandType,
> {
  /** Commands that cases of other types refuse, unless their flow has them too. */
  readonly rules: RuleBook<Own>;
  /** The task of each of its stages. */
  readonly tasks: { readonly [S in keyof Terms['stages']]: TaskOf };
}
