import { type Calendar } from './calendar';
import { toIso } from './instant';
import { type ClockPolicy, selectPolicy } from './policy';
import { instantAtFraction } from './reading';
import { type ClockFacts } from './record';

/** A promise as it would run from an instant on, without pauses. */
export interface PromisePreview {
  readonly policyId: string;
  readonly calendar: string;
  readonly targetSeconds: number;
  /** Null: too little working time to come. */
  readonly dueAt: string | null;
  readonly warnings: readonly { readonly share: number; readonly at: string | null }[];
}

interface Started {
  readonly clock: string;
  readonly facts: ClockFacts;
  /** ISO-8601. */
  readonly startAt: string;
}

/** Due instant and warnings of a clock that starts then; undefined where no policy covers it. */
export function previewPromise(
  { clock, facts, startAt }: Started,
  policies: readonly ClockPolicy[],
  calendarAt: (code: string, at: string) => Calendar,
): PromisePreview | undefined {
  const policy = selectPolicy(policies, clock, facts, startAt);
  if (!policy) return undefined;
  const { id, calendar, targetSeconds, warnAt } = policy;
  const timing = {
    calendar: calendarAt(calendar, startAt),
    startMs: Date.parse(startAt),
    targetSeconds,
    pauses: [],
  };
  const at = (share: number): string | null => {
    const ms = instantAtFraction(timing, share);
    return ms === null ? null : toIso(ms);
  };
  return {
    policyId: id,
    calendar,
    targetSeconds,
    dueAt: at(1),
    warnings: warnAt.map((share) => ({ share, at: at(share) })),
  };
}
