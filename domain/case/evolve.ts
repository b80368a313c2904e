import { evolveClocks, isClockEvent } from '../clock/clocks';
import type { Recorded } from '../process/decider';
import { overruledBy, withVerdict } from './entitlement/entitlement';
import type { CaseEvent } from './events';
import { without } from './common/passing';
import { withAbsence, withoutAbsence } from './dispatch/absences';
import { attempted, surveyed } from './after-service/after-service';
import { withApproval } from './approval/state';
import { sentSince, visitHandedOver, visitMoved, visitSent } from './visit/arrivals';
import { attached } from './report/attachments';
import { boundedRequests } from './common/bounded';
import { boundedFiles } from './common/bounded-lists';
import { withDoneFollowUp } from './after-service/follow-ups';
import { handedOver } from './steering/hand-over';
import { happenedAt } from './common/happened-at';
import { withCustomer } from './intake/identification';
import { withJoining } from './intake/joining';
import { withNewProblem, withRegistered } from './after-service/new-problems';
import { offered, passedOn } from './dispatch/offers';
import { withNews, withOrder } from './parts/orders';
import { withQuote } from './quote/fold';
import { resumedAt } from './steering/pause';
import { filed } from './report/service-report';
import { withReservations } from './parts/reservations';
import { reopened } from './after-service/reopen';
import type { CaseState } from './state';
import type { Stage } from './terms';
import { withBrokenOff, withHandedOver, withTripCost } from './visit/trips';
import { withFailedRepair, withRepair, withVerification } from './visit/verification';
import { withAttribution } from './visit/repeats';
import { withEndedVisit } from './visit/visit';
import { wantedAfter } from './dispatch/wanted-time';

/** The case after one more event. */
export function evolve(state: CaseState, event: Recorded<CaseEvent>): CaseState {
  return advanced({ ...state, ...withReservations(state, event) }, event);
}

function advanced(state: CaseState, event: Recorded<CaseEvent>): CaseState {
  const at = happenedAt(state, event);
  const enter = (stage: Stage, more: Partial<CaseState> = {}): CaseState => ({
    ...state,
    ...more,
    stage,
    stageSince: at,
  });
  if (isClockEvent(event)) return { ...state, clocks: evolveClocks(state.clocks, event) };
  switch (event.type) {
    case 'CaseRegistered': {
      const { entitlement: _verdict, ...registration } = event.data;
      const { customer, unit, regionId, serviceLevel } = registration;
      return {
        ...state,
        stage: 'registered',
        // The promise runs from receipt (R4), and so may what was done about it before it was registered.
        stageSince: event.data.receivedAt,
        registration,
        ...(customer && { customer }),
        ...(unit && withVerdict(state, event.data)),
        ...(regionId !== undefined && { regionId }),
        ...(serviceLevel && { serviceLevel }),
      };
    }
    case 'CustomerIdentified':
    case 'CustomerMerged':
    case 'CustomerUnmerged':
      return withCustomer(state, event);
    case 'QuestionEscalated':
      return { ...state, escalatedQuestion: event.data.question };
    case 'RequestAnswered':
      // What was with headquarters is answered now (R5).
      return without(enter('answered'), 'escalatedQuestion');
    case 'CaseClassified': {
      const { requestType, priority, symptom, warranty } = event.data;
      return enter('classified', {
        ...withVerdict(state, event.data),
        requestType,
        priority,
        symptom,
        warranty,
      });
    }
    case 'EntitlementJudged':
      return { ...state, ...withVerdict(state, event.data) };
    case 'EntitlementOverruled':
      return overruledBy(state, event, at);
    case 'OfferMade': {
      const { regionId } = event.data;
      const wanted = wantedAfter(state, event.data);
      return { ...state, regionId, wanted, offer: offered(event.data, at), stageSince: at };
    }
    case 'OfferPassedOn':
      return { ...state, ...passedOn(state, event.data, at), stageSince: at };
    case 'OfferAccepted':
      return without(state, 'offer', 'passedOffers');
    case 'OfferWithdrawn':
      return without(state, 'offer');
    case 'EngineerDispatched': {
      const { isOver, ...dispatch } = event.data;
      const { serviceLevel, regionId } = dispatch.engineer;
      const sent = enter('dispatched', { visit: visitSent(event.data), dispatch, serviceLevel, regionId });
      const since = isOver ? { ...sent, stageSince: sentSince(state, at) } : sent;
      return without(since, 'wanted', 'passedOffers');
    }
    case 'EngineerReassigned': {
      const { engineer, departedAt } = event.data;
      const { serviceLevel, regionId } = engineer;
      return {
        ...state,
        ...withHandedOver(state, departedAt, at),
        serviceLevel,
        regionId,
        visit: visitHandedOver(state),
        ...(state.dispatch && { dispatch: { ...state.dispatch, engineer } }),
      };
    }
    case 'AppointmentMoved': {
      const { appointment } = event.data;
      if (!state.dispatch) return state;
      return {
        ...state,
        dispatch: { ...state.dispatch, appointment },
        ...visitMoved(state, event.data),
      };
    }
    case 'EngineerAbsent':
      return { ...state, ...withAbsence(state, event.data, at) };
    case 'AbsenceWithdrawn':
      return { ...state, ...withoutAbsence(state, event.data) };
    case 'EngineerDeparted':
      return { ...state, visit: { ...state.visit, departedAt: at } };
    case 'EngineerArrived': {
      const { enteredAt } = event.data;
      const entered = enteredAt === undefined ? {} : { arrivalEnteredAt: enteredAt };
      return enter('on-site', { visit: { ...state.visit, arrivedAt: at, ...entered } });
    }
    case 'FaultDiagnosed':
      return { ...without(state, 'planApprovalId'), diagnosis: event.data };
    case 'RepeatRepairFound':
      return { ...without(state, 'possibleRepeat'), repeatRepair: event.data };
    case 'PossibleRepeatFound':
      return { ...state, possibleRepeat: event.data };
    case 'RepeatRepairAttributed':
      return withAttribution(state, event.data.attribution);
    case 'UnitRepaired':
      return enter('repaired', withRepair(state, event.data, at));
    case 'RepairVerified':
      return enter('repaired', withVerification(state, event, at));
    case 'VerificationFailed':
      return { ...withFailedRepair(state, event, at), stage: 'on-site', stageSince: at };
    case 'VisitLeftUnfinished': {
      const { reason, note: _note, ...cost } = event.data;
      return enter('classified', withEndedVisit(state, { endedAt: at, outcome: 'unfinished', reason, cost }));
    }
    case 'TripCostRecorded':
      return { ...state, ...withTripCost(state, event.data) };
    case 'PartsOrdered':
      return withOrder(state, event.data, event.seq, at);
    case 'PartsAwaited':
      return enter('awaiting-parts');
    case 'PartsProgressed':
      return withNews(state, event.data);
    case 'PartsArrived':
      return enter('classified');
    case 'CaseResolvedRemotely':
      return enter('reported', { resolution: event.data.resolution });
    case 'QuotePrepared':
    case 'QuoteDisapproved':
    case 'QuoteOffered':
    case 'QuoteAccepted':
    case 'QuoteRefused':
    case 'QuoteLapsed':
    case 'QuoteVoided':
    case 'InvoiceIssued':
    case 'InvoiceCredited':
      return withQuote(state, event, at);
    case 'CaseLeftUnrepaired':
      return enter('reported', { unrepaired: event.data });
    case 'ServiceReported':
      return enter('reported', filed(state, event, at));
    case 'ReportAmended':
      return { ...state, ...filed(state, event, at) };
    case 'PartsAccounted':
      return { ...state, partsAccount: { ...event.data, postedBy: event.seq } };
    case 'SurveyAsked':
      return { ...state, surveyAskedAt: at };
    case 'SurveyAnswered':
      return enter('surveyed', { survey: surveyed(event, at) });
    case 'SurveyLapsed':
      return enter('surveyed', { survey: 'lapsed' });
    case 'RevisitDecided':
      return { ...state, revisit: event.data };
    case 'RevisitAttempted':
      return { ...state, ...attempted(state, event.data) };
    case 'RevisitMade':
      return enter('revisited', {
        ...(state.revisit && { revisit: { ...state.revisit, outcome: event.data.outcome } }),
        ...(event.data.outcome === 'new-problem' &&
          withNewProblem(state, { seq: event.seq, text: event.data.note, foundAt: at })),
      });
    case 'CaseReopened':
      return reopened(enter('classified'));
    case 'CaseClosed':
      return enter('closed');
    case 'CaseCancelled': {
      const kept = event.data.keepsWhatHappened === true;
      const more = kept ? { keepsWhatHappened: true as const, ...withBrokenOff(state, at) } : {};
      return without(enter('cancelled', more), 'paused', 'joining');
    }
    case 'CasePaused':
      return { ...state, paused: { ...event.data, since: at } };
    case 'CaseResumed':
      return { ...without(state, 'paused'), ...resumedAt(event.data) };
    case 'PriorityChanged':
      return { ...state, priority: event.data.priority };
    case 'CaseHandedOver':
      return handedOver(state, event.data);
    case 'CaseJoined':
      return without(enter('joined', { joinedInto: event.data.into }), 'paused', 'joining');
    case 'JoinRequested':
    case 'JoinRefused':
    case 'JoinAgreed':
      return withJoining(state, event);
    case 'FileAttached':
      return {
        ...state,
        attachments: boundedFiles([...(state.attachments ?? []), attached(event.data, at)]),
      };
    case 'RequestJoined':
      return { ...state, joinedRequests: boundedRequests([...state.joinedRequests, event.data]) };
    case 'FollowUpOpened': {
      const others = state.followUps.filter(({ key }) => key !== event.data.key);
      return { ...state, followUps: [...others, { ...event.data, openedAt: at }] };
    }
    case 'FollowUpDone':
      return withDoneFollowUp(state, event, at);
    case 'CallSettled':
      return withRegistered(state, event.data);
    case 'PartsRedirected':
    case 'OrdersRedirected':
    case 'InstallationAccepted':
    case 'NoteAdded':
    case 'LinkSent':
      return state;
    case 'ApprovalRequested':
    case 'ApprovalDelegated':
    case 'ApprovalReminded':
    case 'ApprovalEscalated':
    case 'ApprovalDecided':
    case 'ApprovalWithdrawn':
      return withApproval(state, event, at);
  }
}
