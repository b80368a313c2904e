import type { Bilingual } from '../../bilingual';
import type { Role } from '../../identity/roles';
import type { NoticeTemplate } from '../../notices/template';
import type { Refusals } from '../../refusal';
import type { Owner, WorkedCase } from '../common/owner-terms';
import type { CoveredCase } from '../entitlement/terms';

/** The bricks of a case that a flow may use. */
export type Chapter = 'dispatch' | 'visit' | 'parts' | 'quote' | 'approval' | 'report';

/** A stage between `classified` and `reported`. */
export interface WorkStageTerms {
  readonly name: Bilingual;
  readonly toCustomer: Bilingual;
}

export interface CommandTerms {
  readonly name: Bilingual;
  /** Roles that may give the command; left out where Aftercare alone gives it. */
  readonly roles?: readonly Role[];
}

export interface EventTerms {
  /** The sentence that staff read, with values as in `EVENT_SENTENCES`. */
  readonly toStaff: Bilingual;
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
  /** The owner of a case at one of its stages; undefined: the desk. */
  readonly owner: (state: WorkedCase) => Owner | undefined;
  /** Undefined until a supervisor has decided what is covered. */
  readonly isPaidByCustomer: (state: CoveredCase) => boolean | undefined;
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
