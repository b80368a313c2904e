import { APPROVAL_CLOCK } from '../../approval/approval';
import { selectPolicy, type ClockPolicy } from '../../clock/policy';
import type { ClockFacts } from '../../clock/clocks';
import { SERVICE_LEVELS } from '../../identity/roles';
import { PRIORITIES, REQUEST_TYPES } from '../terms';
import { WARRANTY_STATES } from '../../entitlement/terms';

const LEVELS = [undefined, ...SERVICE_LEVELS] as const;

export interface Uncovered {
  readonly facts: ClockFacts;
  /** ISO-8601. */
  readonly at: string;
}

/**
 * The first kind of case for which a rule would ask for an approval that no policy gives a clock: asking would stop the case. Undefined
 * where every kind has one, from then on. @param from when the rule begins to hold, ISO-8601.
 */
export function uncovered(
  policies: readonly ClockPolicy[],
  requestType: string | undefined,
  from: string,
): Uncovered | undefined {
  const fromMs = Date.parse(from);
  const ends = policies.flatMap(({ clock, effectiveTo }) =>
    clock === APPROVAL_CLOCK && effectiveTo !== undefined && Date.parse(effectiveTo) > fromMs
      ? [new Date(effectiveTo).toISOString()]
      : [],
  );
  const instants = [new Date(from).toISOString(), ...ends.toSorted()];
  const kinds = kindsOf(requestType);
  for (const at of instants)
    for (const facts of kinds) if (!selectPolicy(policies, APPROVAL_CLOCK, facts, at)) return { facts, at };
  return undefined;
}

const kindsOf = (requestType: string | undefined): readonly ClockFacts[] =>
  (requestType === undefined ? REQUEST_TYPES : [requestType]).flatMap((type) =>
    PRIORITIES.flatMap((priority) =>
      WARRANTY_STATES.flatMap((warranty) =>
        LEVELS.map((serviceLevel) => ({
          requestType: type,
          priority,
          warranty,
          ...(serviceLevel !== undefined && { serviceLevel }),
        })),
      ),
    ),
  );
