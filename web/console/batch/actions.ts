import type { Schemas } from '../api';
import type { Permission } from '../session';

type CaseSummary = Schemas['CaseSummary'];

/** Commands that make sense for several cases at once, with the permission that each needs. */
export const BATCH_ACTIONS = [
  { action: 'changePriority', needs: 'case.changePriority' },
  { action: 'addNote', needs: 'case.addNote' },
  { action: 'handOver', needs: 'case.handOver' },
  { action: 'escalate', needs: 'case.escalate' },
] as const satisfies readonly { action: string; needs: Permission }[];
export type BatchAction = (typeof BATCH_ACTIONS)[number]['action'];

/** A command without its id: each case gets one with an id of its own. */
export type Given =
  | Pick<Schemas['HandOverCaseCommand'], 'type' | 'data'>
  | Pick<Schemas['EscalateCaseCommand'], 'type' | 'data'>
  | Pick<Schemas['AddNoteCaseCommand'], 'type' | 'data'>
  | Pick<Schemas['ChangePriorityCaseCommand'], 'type' | 'data'>;

/** The person or the priority that was chosen, and the words. */
export interface Filled {
  readonly choice: string;
  readonly text: string;
}

export function commandOf(action: BatchAction, { choice, text }: Filled): Given {
  switch (action) {
    case 'handOver':
      return { type: 'handOver', data: { staffId: choice, reason: text } };
    case 'escalate':
      return { type: 'escalate', data: { reason: text } };
    case 'addNote':
      return { type: 'addNote', data: { text } };
    case 'changePriority':
      return { type: 'changePriority', data: { priority: priorityOf(choice), reason: text } };
  }
}

/** Puts a case back as it was rehearsed; undefined where no command does. */
export function undoOf(action: BatchAction, row: CaseSummary, reason: string): Given | undefined {
  if (action === 'changePriority')
    return { type: 'changePriority', data: { priority: row.priority, reason } };
  const person = row.owner?.staff;
  if (action === 'handOver' && person) return { type: 'handOver', data: { staffId: person.id, reason } };
  return undefined;
}

export const PRIORITIES = [
  'urgent',
  'high',
  'normal',
  'low',
] as const satisfies readonly Schemas['Priority'][];
function priorityOf(choice: string): Schemas['Priority'] {
  const found = PRIORITIES.find((priority) => priority === choice);
  if (!found) throw new Error(`There is no priority ${choice}`);
  return found;
}
