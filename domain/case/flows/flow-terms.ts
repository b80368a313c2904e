import type { Bilingual } from '../../bilingual';

/** The bricks of a case that a flow may use. */
export type Chapter = 'dispatch' | 'visit' | 'parts' | 'quote' | 'approval' | 'report';

/** A stage between `classified` and `reported`. */
export interface WorkStageTerms {
  readonly name: Bilingual;
  readonly toCustomer: Bilingual;
  /** `engineer`: the engineer who was sent, where there is one; else the desk has the case. */
  readonly owner: 'engineer' | 'desk';
}

/** The facts of a request type's flow. They stand below the rules, which ask them. */
export interface FlowTerms {
  readonly name: Bilingual;
  readonly chapters: readonly Chapter[];
  readonly stages: Readonly<Record<string, WorkStageTerms>>;
  /** Before the work begins: the desk's task, and the stage as the customer reads it. */
  readonly classified: { readonly task: 'dispatch' | 'resolve'; readonly toCustomer: Bilingual };
  /** `warranty`: the customer pays the share that the warranty does not cover. `contract`: the case charges nothing. */
  readonly isPaidBy: 'warranty' | 'contract';
}
