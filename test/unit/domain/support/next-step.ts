import { openApproval } from '../../../../domain/approval/approval';
import type { CaseCommand } from '../../../../domain/case/commands';
import { isQuoteNeeded } from '../../../../domain/case/quote/quote';
import type { OfferRecipient } from '../../../../domain/dispatch/offer-ladder';
import { planApproval } from '../../../../domain/case/approval/approvals';
import { undelivered } from '../../../../domain/case/parts/orders';
import type { CaseState } from '../../../../domain/case/state';
import { isUnverified } from '../../../../domain/case/flows/repair/verification';
import { isOnSite } from '../../../../domain/case/terms';
import { ENGINEER_ID } from './actors';
import * as commands from './commands';
import type { StepData } from './moves';

/** The command that advances a case; undefined when it has ended, or stays paused a little longer. */
export function nextStep(state: CaseState, data: StepData, nowMs: number): CaseCommand | undefined {
  if (state.joining) return undefined;
  if (state.paused) return data.isRemote ? commands.resume() : undefined;
  switch (state.stage) {
    case 'registered':
      return commands.answer();
    case 'answered':
      return state.customer?.status === 'active' ? data.classify : commands.identifyCustomer();
    case 'classified':
      if (isDeclined(state)) return data.isRemote ? commands.reviseQuote() : commands.endUnrepaired();
      if (state.offer) return data.isRemote ? refusal(state.offer.to) : answerInTime(nowMs);
      if (isOnSite(state.requestType) && state.priority === 'high' && !state.passedOffers)
        return commands.offer({ appointment: soon(nowMs) });
      return isOnSite(state.requestType) && !data.isRemote
        ? inTime(data.dispatch, nowMs)
        : commands.resolveRemotely();
    case 'dispatched':
      return toCustomer(state, data);
    case 'on-site':
      return onSite(state, data);
    case 'awaiting-parts':
      return commands.recordPartsProgress();
    case 'repaired':
      if (!isUnverified(state)) return commands.report();
      return isRarelyFailing(state, data) ? commands.verifyFailed() : commands.verify();
    case 'reported':
      return state.handedOverTrips?.some(({ cost }) => cost === undefined)
        ? commands.recordTripCost()
        : data.survey;
    case 'surveyed':
      return state.revisit?.required ? data.revisit : closing(state);
    case 'revisited':
      return closing(state);
    case 'unregistered':
    case 'closed':
    case 'cancelled':
    case 'joined':
      return undefined;
  }
}

const closing = (state: CaseState): CaseCommand => {
  const [order] = undelivered(state);
  return order === undefined ? commands.close() : commands.recordPartsProgress('received', { order });
};

const isRarelyFailing = ({ failedRepairs = [] }: CaseState, { isDoubtful }: StepData): boolean =>
  isDoubtful && failedRepairs.length < 2;

const isDeclined = ({ quote }: CaseState): boolean =>
  quote?.status === 'refused' || quote?.status === 'lapsed';

/** The plan's approval first, then the customer's word; undefined where nothing is awaited. */
function awaited(state: CaseState, { isRemote, isAccepted, isDoubtful }: StepData): CaseCommand | undefined {
  const { diagnosis, quote } = state;
  const approval = planApproval(state);
  switch (approval?.status) {
    case 'open':
      if (isDoubtful && !approval.delegated) return commands.delegateApproval();
      if (!isRemote) return commands.decideApproval({ decision: isDoubtful ? 'reject' : 'approve' });
      return approval.reminders ? undefined : commands.remindApproval();
    case 'rejected':
    case 'withdrawn':
      return commands.diagnose();
    case 'approved':
    case undefined:
  }
  if (isDeclined(state)) return commands.leaveUnfinished();
  if (!diagnosis || !isQuoteNeeded(state)) return undefined;
  if (quote?.status === 'in-approval') return quoteApproval(state, isDoubtful);
  if (quote?.status === 'disapproved')
    return commands.reviseQuote(isRemote ? { approvalRules: commands.QUOTE_RULES } : {});
  if (quote?.status !== 'offered')
    return commands.prepareQuote(isDoubtful ? { approvalRules: commands.QUOTE_RULES } : {});
  const { version, statusSince } = quote;
  const consent = { by: 'customer', how: 'phone', at: statusSince } as const;
  return commands.decideQuote({ version, consent, decision: isAccepted ? 'accept' : 'refuse' });
}

/** Handed on, and rejected, now and then. */
function quoteApproval(state: CaseState, isDoubtful: boolean): CaseCommand | undefined {
  const open = openApproval(state);
  if (!open) return undefined;
  return isDoubtful && !open.delegated
    ? commands.delegateApproval({ approvalId: open.id })
    : commands.decideQuoteApproval({ approvalId: open.id, decision: isDoubtful ? 'reject' : 'approve' });
}

/** Diagnosed first, now and then as a repeat or with a plan that has to be approved; and now and then left unfinished. */
function onSite(state: CaseState, data: StepData): CaseCommand {
  const { isRemote, isDoubtful } = data;
  const { visits = [], partsOrders } = state;
  const next = awaited(state, data);
  if (next) return next;
  if (!state.diagnosis)
    return isDoubtful
      ? commands.diagnoseForApproval()
      : isRemote
        ? commands.diagnoseRepeat()
        : commands.diagnose();
  if (isRemote && visits.length === 0 && !partsOrders) return commands.orderParts();
  return isRemote && visits.length === 0 ? commands.leaveUnfinished() : repairs(isDoubtful);
}

/** Tested at once, or afterwards. */
const repairs = (isLater: boolean): CaseCommand => (isLater ? commands.repairUntested() : commands.repair());

/** Now and then another engineer is sent who was on the way, and the first again. */
function toCustomer({ dispatch, visit, handedOverTrips }: CaseState, { isDoubtful }: StepData): CaseCommand {
  if (!dispatch) return commands.arrive();
  const { engineer } = dispatch;
  if (engineer.id !== ENGINEER_ID)
    return commands.reassign({ engineer: { ...engineer, id: ENGINEER_ID, name: 'Li' } });
  if (!isDoubtful || handedOverTrips) return commands.arrive();
  return visit?.departedAt === undefined ? commands.depart() : commands.reassign();
}

/** Declined by the outlet, taken back from the centre. */
const refusal = ({ tier }: OfferRecipient): CaseCommand =>
  tier === 'outlet' ? commands.declineOffer() : commands.withdrawOffer();

function answerInTime(nowMs: number): CaseCommand {
  const appointment = soon(nowMs);
  const consent = { by: 'customer', how: 'phone', at: commands.RECEIVED_AT } as const;
  return commands.acceptOffer({ appointment, consent });
}

function inTime(command: CaseCommand, nowMs: number): CaseCommand {
  if (command.type !== 'dispatch') return command;
  const appointment = soon(nowMs);
  return { ...command, data: { ...command.data, appointment } };
}

const soon = (nowMs: number) => ({
  from: new Date(nowMs).toISOString(),
  to: new Date(nowMs + 7_200_000).toISOString(),
});
