import type { ClockPolicy, EscalationTier } from './policy';

const HOUR = 3_600;
const DAY = 24 * HOUR;

const PREFIX = 'built-in:';
/** True for a policy of Aftercare's own: the company's register does not cover its clock. */
export const isBuiltInPolicy = ({ id }: Pick<ClockPolicy, 'id'>): boolean => id.startsWith(PREFIX);

const ladder = (owner: number, director: number, manager: number): readonly EscalationTier[] => [
  { afterSeconds: owner, to: 'owner' },
  { afterSeconds: director, to: 'centre-director' },
  { afterSeconds: manager, to: 'hq-service-manager' },
];

const builtIn = (
  clock: string,
  targetSeconds: number,
  more: Partial<Pick<ClockPolicy, 'warnAt' | 'escalate' | 'pausable'>> = {},
): ClockPolicy => ({
  id: `${PREFIX}${clock}`,
  clock,
  // Older than any that a company has made: its own comes first, whatever facts it names.
  effectiveFrom: '1970-01-01T00:00:00.000Z',
  targetSeconds,
  calendar: '24x7',
  warnAt: [0.5, 0.8],
  escalate: ladder(HOUR, DAY, 3 * DAY),
  pausable: false,
  ...more,
});

/**
 * Default policies for deadlines that the company's register does not cover. A clock without a policy would
 * stop its process, and older installations have none for newer clocks (ADR 34).
 */
export const BUILT_IN_POLICIES: readonly ClockPolicy[] = [
  builtIn('classification', DAY, { escalate: ladder(HOUR, 4 * HOUR, DAY), pausable: true }),
  // The longest pause; at its end the case goes on by itself.
  builtIn('pause', 30 * DAY, { warnAt: [0.8], escalate: [] }),
  builtIn('parts-awaited', 7 * DAY),
  builtIn('closing', 5 * DAY, { escalate: ladder(DAY, 3 * DAY, 7 * DAY), pausable: true }),
  builtIn('action-item', 2 * DAY, { escalate: ladder(4 * HOUR, DAY, 3 * DAY) }),
  builtIn('part-return', 7 * DAY, { escalate: ladder(HOUR, 3 * DAY, 7 * DAY) }),
  builtIn('old-part-forwarding', 7 * DAY, { escalate: ladder(HOUR, 3 * DAY, 7 * DAY) }),
];
