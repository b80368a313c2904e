import type { CaseCommand } from '../../domain/case/commands';
import type { Registration } from '../../domain/case/intake/terms';
import type { Actor } from '../../domain/identity/actor';
import type { OrderCommand } from '../../domain/parts-order/commands';

/** One batch of commands of one person; what the process does by itself is waited for by its event. */
export type Step =
  | {
      readonly by: Actor;
      readonly give: readonly CaseCommand[];
      /** The refusal that is the point of the step. */
      readonly refused?: string;
      /** Late entry: the step happened so long before it is recorded. */
      readonly hoursAgo?: number;
      /**
       * Time without a worker before the step: steps that fell due meanwhile are decided before it (ADR 33).
       */
      readonly missedMs?: number;
    }
  /** The same for the parts order that the case has sent for. */
  | { readonly by: Actor; readonly tell: readonly OrderCommand[]; readonly refused?: string }
  | { readonly until: string; readonly times?: number; /** Otherwise of the case. */ readonly of?: 'order' }
  /** Temporal loses the workflow of the case, and it is started from PostgreSQL: the history that is kept is the one of that run. */
  | { readonly lost: true }
  /** The parts system stops or resumes answering. */
  | { readonly parts: 'shut' | 'open' };

export interface Story {
  /** Number of the case. */
  readonly name: string;
  readonly steps: readonly Step[];
  readonly updatesPerRun?: number;
  /** Differences from the default registration. */
  readonly registration?: Partial<Registration>;
  /** Number of the parts order that a step of it sends for. */
  readonly order?: string;
  /** Limit for the order; by default the limit of Aftercare. */
  readonly orderUpdatesPerRun?: number;
  /** The processes whose histories are kept, each in a file of its name; otherwise the case. */
  readonly kept?: readonly string[];
}

/** Ends the names of histories in which calls were answered with their commit (ADR 32); the same stories are kept from before it as well. */
export const AT_ONCE = '-answered-at-once';

export const keptOf = ({ name, kept = [name] }: Story): readonly string[] => kept;
