import type { CaseCommand } from '../../domain/case/commands';
import type { Actor } from '../../domain/identity/actor';

/** One batch of commands of one person; what the process does by itself is waited for by its event. */
export type Step =
  | { readonly by: Actor; readonly give: readonly CaseCommand[]; /** The refusal that is the point of the step. */ readonly refused?: string }
  | { readonly until: string; readonly times?: number }
  /** The parts system answers nobody, or again. */
  | { readonly parts: 'shut' | 'open' };

export interface Story {
  /** Name of the file. */
  readonly name: string;
  readonly steps: readonly Step[];
  readonly updatesPerRun?: number;
}
