import { type ClockFacts, FACT_NAMES, type LateEntry } from './record';

/**
 * Recipient of an escalation and its delay after the due instant, in plain seconds: an escalation does not
 * wait for office hours.
 */
export interface EscalationTier {
  readonly afterSeconds: number;
  /** Role, such as `centreDirector`. */
  readonly to: string;
}

/** Target and escalations of a clock. A fact that is absent here matches any. */
export interface ClockPolicy extends ClockFacts {
  readonly id: string;
  /** Name of the clocks it governs. */
  readonly clock: string;
  /** ISO-8601; the policy governs clocks started from here on … */
  readonly effectiveFrom: string;
  /** … up to here, this instant excluded. */
  readonly effectiveTo?: string;
  /** When it came on record; absent: before any clock started. */
  readonly recordedAt?: string;
  /** When it was changed or taken away; absent while it stands so. */
  readonly replacedAt?: string;
  /** Working seconds of the calendar. */
  readonly targetSeconds: number;
  /** Code of the calendar. */
  readonly calendar: string;
  /** Fractions of the target at which somebody is warned. */
  readonly warnAt: readonly number[];
  readonly escalate: readonly EscalationTier[];
  /** The wait lapses so long after the due instant, in plain seconds; absent: never. */
  readonly expireAfterSeconds?: number;
  /** Minimum interval in plain seconds between reminders by hand; for the clock `approval` only. */
  readonly remindEverySeconds?: number;
  /** False: the clock runs on while the case is paused. */
  readonly pausable: boolean;
  /** How far back roles may enter proof that it was kept; one that is not named, as far as by default. */
  readonly lateEntry?: readonly LateEntry[];
}

/**
 * The policy for a clock: of those in effect at its start (`at`, ISO-8601) whose facts all match, the one that names the most facts;
 * then the one in effect since the later date, then the one first by id. Undefined where none matches.
 */
export function selectPolicy(
  policies: readonly ClockPolicy[],
  clock: string,
  facts: ClockFacts,
  at: string,
): ClockPolicy | undefined {
  const atMs = Date.parse(at);
  return policies
    .filter((policy) => policy.clock === clock && isInEffect(policy, atMs) && matches(policy, facts))
    .toSorted(
      (left, right) =>
        specificity(right) - specificity(left) ||
        Date.parse(right.effectiveFrom) - Date.parse(left.effectiveFrom) ||
        (left.id < right.id ? -1 : 1),
    )[0];
}

const isInEffect = ({ effectiveFrom, effectiveTo }: ClockPolicy, atMs: number): boolean =>
  Date.parse(effectiveFrom) <= atMs && (effectiveTo === undefined || atMs < Date.parse(effectiveTo));

const matches = (policy: ClockPolicy, facts: ClockFacts): boolean =>
  FACT_NAMES.every((name) => policy[name] === undefined || policy[name] === facts[name]);

const specificity = (policy: ClockPolicy): number =>
  FACT_NAMES.filter((name) => policy[name] !== undefined).length;
