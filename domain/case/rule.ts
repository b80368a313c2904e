import type { DomainError } from '../errors';
import type { Actor } from '../identity/actor';
import type { CaseCommandData, CaseCommandType, InternalCommandType } from './commands';
import type { TakeBack } from './common/taking-back';
import type { CaseEvent } from './events';
import type { RegisteredCase } from './state';
import { phaseOf, STAGES, type Phase, type Stage } from './terms';

/** Every command but the first, which has no case to judge by. */
export type RuledCommandType = Exclude<CaseCommandType, 'register'>;

/**
 * The whole case, as far as a rule asks it. It is handed in, because the whole is made of the chapters' and the
 * flows' folds and rules, which stand beside one another.
 */
export interface WholeCase {
  /** The case as it will be once these events are recorded. @param at when they happen, ISO-8601. */
  readonly ahead: (state: RegisteredCase, events: readonly CaseEvent[], at: string) => RegisteredCase;
  readonly takeBack: TakeBack;
}

/** When a command happened, when it was recorded (both ISO-8601), and its actor. */
export interface Entry extends WholeCase {
  readonly at: string;
  readonly now: string;
  readonly by: Actor;
}

/** The command that a rule is for, and its result. */
export interface Rule<T extends RuledCommandType> {
  /** Aftercare alone gives the command; left out where people do. */
  readonly by?: 'system';
  /** Where the command is possible: phases, with every stage that a flow has in them, or single stages. `open`: until the case ends. */
  readonly at: 'open' | 'always' | readonly (Phase | Stage)[];
  /** Stages of these phases at which it is not. */
  readonly notAt?: readonly Stage[];
  /**
   * For a command of a flow: possible in cases of other types too, which may have been of its type before
   * their class was changed.
   */
  readonly ofAnyType?: boolean;
  /** Possible while the case is paused. */
  readonly whilePaused?: boolean;
  /** Possible while the case that it is to be joined to has not answered. */
  readonly whileJoining?: boolean;
  /** The work is done with it: the events by which the case's flow finishes follow. */
  readonly finishes?: boolean;
  /** A reason against it that lies in the state or the actor. */
  readonly unless?: (state: RegisteredCase, actor: Actor) => DomainError | undefined;
  /** True where no data could make it possible now: it is not offered then. */
  readonly isPointless?: (state: RegisteredCase, actor: Actor, now: string) => boolean;
  /** @throws {DomainError} a reason against it that lies in its data. */
  readonly events: (state: RegisteredCase, data: CaseCommandData[T], entry: Entry) => readonly CaseEvent[];
}

/** The rules of some commands. */
export type RuleBook<T extends RuledCommandType> = {
  readonly [K in T]: Rule<K> &
    (K extends InternalCommandType ? { readonly by: 'system' } : { readonly by?: never });
};

type Place = Pick<Rule<RuledCommandType>, 'at' | 'notAt'>;

/** Whether a rule holds at a stage. */
export function isAt({ at, notAt = [] }: Place, stage: Stage): boolean {
  const phase = phaseOf(stage);
  if (phase === undefined) return false;
  if (at === 'always') return true;
  if (at === 'open') return phase !== 'ended';
  return (at.includes(stage) || at.includes(phase)) && !notAt.includes(stage);
}

/** The stages at which a rule holds, in the order of a case's life. */
export const stagesOf = (place: Place): readonly Stage[] => STAGES.filter((stage) => isAt(place, stage));
