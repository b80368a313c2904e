import type { DomainError } from '../errors';
import type { Actor } from '../identity/actor';
import type { CaseCommandData, CaseCommandType } from './commands';
import type { CaseEvent } from './events';
import type { RegisteredCase } from './state';
import type { Stage } from './terms';

/** Every command but the first, which has no case to judge by. */
export type RuledCommandType = Exclude<CaseCommandType, 'register'>;

/** What one command needs and gives. */
export interface Rule<T extends RuledCommandType> {
  /** The stages at which the command is possible. */
  readonly stages: readonly Stage[];
  /** Possible while the case is paused. */
  readonly whilePaused?: boolean;
  /** Possible while the case that it is to be joined to has not answered. */
  readonly whileJoining?: boolean;
  /** A reason against it that lies in the state or the actor. */
  readonly unless?: (state: RegisteredCase, actor: Actor) => DomainError | undefined;
  /** True where no data could make it possible now: it is not offered then. */
  readonly isPointless?: (state: RegisteredCase, actor: Actor, now: string) => boolean;
  /** @param at when it happened, ISO-8601. @param now when it is recorded. @throws {DomainError} a reason against it that lies in its data. */
  readonly events: (
    state: RegisteredCase,
    data: CaseCommandData[T],
    at: string,
    by: Actor,
    now: string,
  ) => readonly CaseEvent[];
}

/** The rules of some commands. */
export type RuleBook<T extends RuledCommandType> = { readonly [K in T]: Rule<K> };

export const OPEN = [
  'registered',
  'answered',
  'classified',
  'dispatched',
  'on-site',
  'awaiting-parts',
  'repaired',
  'reported',
  'surveyed',
  'revisited',
] as const satisfies readonly Stage[];
export const ALL = [...OPEN, 'closed', 'cancelled', 'joined'] as const satisfies readonly Stage[];
export const BEFORE_REPORT = [
  'registered',
  'answered',
  'classified',
  'dispatched',
  'on-site',
  'awaiting-parts',
  'repaired',
] as const satisfies readonly Stage[];
export const BEFORE_DISPATCH = ['registered', 'answered', 'classified'] as const satisfies readonly Stage[];
/** Where something can be waiting for an approval: from what the case is, to what is done about it. */
export const BEFORE_REPAIR = [
  'classified',
  'dispatched',
  'on-site',
  'awaiting-parts',
] as const satisfies readonly Stage[];
/** Open, with the report in the customer's hands. */
export const AFTER_REPORT = ['reported', 'surveyed', 'revisited'] as const satisfies readonly Stage[];
