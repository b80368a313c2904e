import type { ClockEvent } from '../clock/clocks';
import type { Recorded } from '../process/decider';
import type { IntakeEvents } from './intake/case-terms';
import type { EntitlementEvents } from './entitlement/case-terms';
import type { DispatchEvents } from './dispatch/case-terms';
import type { FlowEvents } from './flows/all-terms';
import type { VisitEvents } from './visit/case-terms';
import type { PartsEvents } from './parts/case-terms';
import type { QuoteEvents } from './quote/case-terms';
import type { ApprovalEvents } from './approval/case-terms';
import type { ReportEvents } from './report/case-terms';
import type { AfterServiceEvents } from './after-service/case-terms';
import type { SteeringEvents } from './steering/case-terms';

/** Every event of a case but those of its clocks, with its data: the chapters' own. */
export interface CaseEventData
  extends
    IntakeEvents,
    EntitlementEvents,
    DispatchEvents,
    VisitEvents,
    FlowEvents,
    PartsEvents,
    QuoteEvents,
    ApprovalEvents,
    ReportEvents,
    AfterServiceEvents,
    SteeringEvents {}

export type CaseEventType = keyof CaseEventData;
/** An event of a chapter, or of some types of them, as it is recorded. */
export type EventOf<T extends CaseEventType> = {
  [K in T]: Recorded<{ readonly type: K; readonly data: CaseEventData[K] }>;
}[T];

export type CaseEvent =
  { [T in CaseEventType]: { readonly type: T; readonly data: CaseEventData[T] } }[CaseEventType] | ClockEvent;
