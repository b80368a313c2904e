import type { Clocks } from '../clock/clocks';
import type { IntakeState } from './intake/case-terms';
import type { EntitlementState } from './entitlement/case-terms';
import type { DispatchState } from './dispatch/case-terms';
import type { FlowState } from './flows/all-terms';
import type { VisitState } from './visit/case-terms';
import type { PartsState } from './parts/case-terms';
import type { QuoteState } from './quote/case-terms';
import type { ApprovalState } from './approval/case-terms';
import type { ReportState } from './report/case-terms';
import type { AfterServiceState } from './after-service/case-terms';
import type { SteeringState } from './steering/case-terms';
import type { Registration } from './intake/terms';
import { phaseOf, type Stage } from './terms';
import { owesTripCost } from './visit/trip-costs';

/** Common state of every case, independent of its type. */
interface CaseCore {
  readonly stage: Stage;
  /** When the stage was entered, or its job changed hands by an offer, as it happened for the actor. */
  readonly stageSince: string;
  readonly clocks: Clocks;
}

/** A service case, folded from its events. Plain JSON: PostgreSQL keeps it as it is. */
export interface CaseState
  extends
    CaseCore,
    IntakeState,
    EntitlementState,
    DispatchState,
    VisitState,
    FlowState,
    PartsState,
    QuoteState,
    ApprovalState,
    ReportState,
    AfterServiceState,
    SteeringState {}

/** A case after its first event. */
export type RegisteredCase = CaseState & { readonly registration: Registration };

export const UNREGISTERED: CaseState = {
  stage: 'unregistered',
  stageSince: '1970-01-01T00:00:00.000Z',
  priority: 'normal',
  warranty: 'unknown',
  joinedRequests: [],
  followUps: [],
  clocks: {},
};

export const isRegistered = (state: CaseState): state is RegisteredCase => state.registration !== undefined;

export const isTerminal = (stage: Stage): boolean => phaseOf(stage) === 'ended';

/** A closed case with a follow-up open still waits for a person (R24), a cancelled one until what its trips cost is known (R13). */
export const isEnded = (state: CaseState): boolean =>
  isTerminal(state.stage) && state.followUps.length === 0 && !owesTripCost(state);
