import { nameOf } from '../../../identity/actor';
import { boundedFailures } from '../../common/bounded-lists';
import { without } from '../../common/passing';
import type { EventOf } from '../../events';
import { entering, type Fold } from '../../fold';
import type { CaseState } from '../../state';
import type { RepeatAttribution } from './facts';
import { tripNumber, withEndedVisit } from '../../visit/trip-state';
import type { RecordedTest } from './verification-terms';
import type { RepairEvents } from './case-terms';

export const REPAIR_FOLD: Fold<keyof RepairEvents> = {
  FaultDiagnosed: (state, { data }) => ({ ...without(state, 'planApprovalId'), diagnosis: data }),
  RepeatRepairFound: (state, { data }) => ({ ...without(state, 'possibleRepeat'), repeatRepair: data }),
  PossibleRepeatFound: (state, { data }) => ({ ...state, possibleRepeat: data }),
  RepeatRepairAttributed: (state, { data }) => withAttribution(state, data.attribution),
  // A repair recorded with its test is verified, and the visit is over.
  UnitRepaired: (state, { data: { issued: _issued, ...repair } }, at) =>
    entering(state, 'repaired', at, {
      repair,
      ...(repair.verification !== undefined && withEndedVisit(state, { endedAt: at, outcome: 'repaired' })),
    }),
  RepairVerified: (state, event, at) =>
    entering(state, 'repaired', at, {
      verification: recorded(event, at),
      ...withEndedVisit(state, { endedAt: at, outcome: 'repaired' }),
    }),
  VerificationFailed: (state, event, at) => entering(withFailedRepair(state, event, at), 'on-site', at),
  CaseLeftUnrepaired: (state, { data }, at) => entering(state, 'reported', at, { unrepaired: data }),
};

/** A possible repeat put down to a cause is a repeat repair: it counts against the earlier repair from now on. */
function withAttribution(state: CaseState, attribution: RepeatAttribution): CaseState {
  const { repeatRepair, possibleRepeat, ...others } = state;
  if (repeatRepair) return { ...state, repeatRepair: { ...repeatRepair, attribution } };
  if (!possibleRepeat) return state;
  return attribution === 'unrelated'
    ? { ...state, possibleRepeat: { ...possibleRepeat, attribution } }
    : { ...others, repeatRepair: { ...possibleRepeat, attribution } };
}

/**
 * The state after a test that the repair did not pass: as before the diagnosis. The parts of that repair are used, so the next one issues
 * the parts that are reserved for it from now on.
 */
function withFailedRepair(state: CaseState, event: EventOf<'VerificationFailed'>, at: string): CaseState {
  const { repair: done, diagnosis, reservationIds: _issued, ...kept } = state;
  const { failedRepairs = [] } = kept;
  if (!done) return state;
  return {
    ...kept,
    failedRepairs: boundedFailures([
      ...failedRepairs,
      {
        attempt: failedRepairs.length + 1,
        visit: tripNumber(state),
        repair: done,
        ...(diagnosis && { diagnosis }),
        test: recorded(event, at),
      },
    ]),
  };
}

function recorded(
  { data, actor }: EventOf<'RepairVerified' | 'VerificationFailed'>,
  at: string,
): RecordedTest {
  const { method, readings, note, witnessedBy } = data;
  return {
    method,
    ...(readings && { readings }),
    ...(note !== undefined && { note }),
    ...(witnessedBy !== undefined && { witnessedBy }),
    at,
    by: nameOf(actor),
  };
}
