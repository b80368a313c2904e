import type { CommandType, Entry } from '../outbox/database';
import type { Visit } from './use-day';

/** A visit in the order in which it is worked. */
export const STEPS = ['depart', 'arrive', 'diagnose', 'orderParts', 'repair', 'verify', 'report'] as const;
/** They have nothing to fill in: one touch gives them. */
export const TOUCHES: readonly CommandType[] = ['depart', 'arrive'];

interface Change {
  readonly opens: readonly CommandType[];
  readonly closes: readonly CommandType[];
}

/** How a command that waits changes what can be done after it. A guess for a phone out of reach: the rules judge when it is sent. */
const AFTER: Partial<Record<CommandType, Change>> = {
  depart: { opens: ['arrive'], closes: ['depart'] },
  arrive: {
    opens: ['diagnose', 'repair', 'orderParts', 'leaveUnfinished'],
    closes: ['depart', 'arrive'],
  },
  diagnose: { opens: ['repair'], closes: ['diagnose'] },
  repair: { opens: ['verify', 'report'], closes: ['diagnose', 'repair', 'leaveUnfinished'] },
  verify: { opens: ['report'], closes: ['verify'] },
  report: { opens: [], closes: [...STEPS, 'leaveUnfinished'] },
  leaveUnfinished: { opens: [], closes: [...STEPS, 'leaveUnfinished'] },
};

/** The commands that can be given now: by the API's last word, and by what waits on this phone since. */
export function offered({ allowedCommands }: Visit, waiting: readonly Entry[]): ReadonlySet<CommandType> {
  const open = new Set<CommandType>(allowedCommands);
  for (const { command } of waiting) {
    const change = AFTER[command.type];
    for (const type of change?.opens ?? []) open.add(type);
    for (const type of change?.closes ?? []) open.delete(type);
  }
  return open;
}

const REPAIRED: readonly Visit['stage'][] = ['repaired', 'reported', 'surveyed', 'revisited', 'closed'];
const REPORTED: readonly Visit['stage'][] = ['reported', 'surveyed', 'revisited', 'closed'];

export function isDone(type: CommandType, { departedAt, arrivedAt, stage }: Visit): boolean {
  switch (type) {
    case 'depart':
      return departedAt !== null;
    case 'arrive':
      return arrivedAt !== null;
    case 'repair':
      return REPAIRED.includes(stage);
    case 'report':
      return REPORTED.includes(stage);
    default:
      return false;
  }
}
