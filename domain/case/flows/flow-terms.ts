import type { Bilingual } from '../../bilingual';
import type { Role } from '../../identity/roles';
import type { NoticeTemplate } from '../../notices/template';
import type { Refusals } from '../../refusal';

/** The bricks of a case that a flow may use. */
export type Chapter = 'dispatch' | 'visit' | 'parts' | 'quote' | 'approval' | 'report';

/** A stage between `classified` and `reported`. */
export interface WorkStageTerms {
  readonly name: Bilingual;
  readonly toCustomer: Bilingual;
  /** `engineer`: the engineer who was sent, where there is one; else the desk has the case. */
  readonly owner: 'engineer' | 'desk';
}

export interface CommandTerms {
  readonly name: Bilingual;
  /** Roles that may give the command; left out where Aftercare alone gives it. */
  readonly roles?: readonly Role[];
}

export interface EventTerms {
  /** The words of the customer's history; without them the event is not shown there. */
  readonly toCustomer?: Bilingual;
}

/** The facts of a request type's flow. They stand below the rules, which ask them. */
export interface FlowTerms {
  readonly name: Bilingual;
  readonly chapters: readonly Chapter[];
  readonly stages: Readonly<Record<string, WorkStageTerms>>;
  /** Before the work begins: the desk's task, and the stage as the customer reads it. */
  readonly classified: { readonly task: string; readonly toCustomer: Bilingual };
  /** `warranty`: the customer pays the share that the warranty does not cover. `contract`: the case charges nothing. */
  readonly isPaidBy: 'warranty' | 'contract';
  readonly commands: Readonly<Record<string, CommandTerms>>;
  readonly events: Readonly<Record<string, EventTerms>>;
  /** Names of the clocks that the flow has of its own. */
  readonly clocks?: Readonly<Record<string, Bilingual>>;
  readonly refusals?: Refusals;
  /** The messages that the flow alone sends. */
  readonly templates?: Readonly<Record<string, NoticeTemplate>>;
}

/** The types that a flow adds to those of every case: data by command and by event, and its part of the state. */
export interface Additions {
  readonly commands: object;
  readonly events: object;
  readonly state: object;
}

/** Carries the types alone: nothing is ever stored here. */
export interface Adding<A extends Additions> {
  readonly adds?: A;
}

type TermsAdding<A extends Additions> = Omit<FlowTerms, 'name'> & {
  readonly commands: Readonly<Record<keyof A['commands'], CommandTerms>>;
  readonly events: Readonly<Record<keyof A['events'], EventTerms>>;
};

/** The terms of a flow together with its types. A command or an event without an entry does not compile. */
export const flowTerms =
  <A extends Additions>() =>
  <const T extends TermsAdding<A>>(terms: T): T & Adding<A> =>
    terms;

/** One type with the properties of every member of a union. */
export type Merged<U> = (U extends unknown ? (one: U) => void : never) extends (all: infer I) => void
  ? I
  : never;
