import type { PersonCommandType } from '../../../../domain/case/commands';
import { callFailed, type CaseBuilder } from './case-builder';
import * as commands from './commands';
import { ASKED_AT, AWAITING_AT, HANDED_OVER_AT, REPEAT_AT } from './prepared';
import { CASE_AT, OPEN_STAGES, type Reached } from './stages';

/** A repair that the customer pays for, with what was done about it once it was classified. */
const PAID_AT: Partial<Record<Reached, (with_: (classified: CaseBuilder) => CaseBuilder) => CaseBuilder>> = {
  classified: (then) => then(CASE_AT.classified().paid()),
  dispatched: (then) => then(CASE_AT.classified().paid()).dispatched(),
  'on-site': (then) => then(CASE_AT.classified().paid()).dispatched().onSite(),
  'awaiting-parts': (then) =>
    then(CASE_AT.classified().paid())
      .dispatched()
      .onSite()
      .diagnosed()
      .leftUnfinished()
      .does(commands.orderParts()),
};

/** A case at a stage where the command lacks nothing else: a follow-up to complete, a pause to end. */
export function caseFor(type: PersonCommandType, stage: Reached): CaseBuilder {
  const plain = CASE_AT[stage]();
  // An offer to answer or to take back.
  if (/^(accept|decline|withdraw)Offer$/.test(type) && stage === 'classified') return plain.offered();
  const paid = PAID_AT[stage];
  if (type === 'prepareQuote') return paid?.((classified) => classified) ?? plain;
  if (type === 'reviseQuote' || type === 'decideQuote')
    return paid?.((classified) => classified.quoted()) ?? plain;
  if (type === 'endUnrepaired') return stage === 'classified' ? plain.paid().quoted().refused() : plain;
  if (type === 'attributeRepeat') return REPEAT_AT[stage]?.() ?? plain;
  if (type === 'decideApproval' || type === 'delegateApproval') return AWAITING_AT[stage]?.() ?? plain;
  if (type === 'remindApproval') return ASKED_AT[stage]?.() ?? plain;
  if (type === 'recordTripCost') return HANDED_OVER_AT[stage]?.() ?? plain;
  if (type === 'verify' && stage === 'repaired') return CASE_AT['on-site']().untested();
  // Parts are ordered once it is known which.
  if (type === 'orderParts' && stage === 'on-site') return plain.does(commands.diagnose());
  if (type === 'orderParts' && stage === 'classified')
    return CASE_AT['on-site']().does(commands.diagnose()).does(commands.leaveUnfinished());
  if (type === 'resume' && OPEN_STAGES.includes(stage)) return plain.paused();
  // With something left to do, a case at the end of its life still takes notes (R24).
  if (type === 'completeFollowUp' || type === 'addNote' || type === 'attach')
    return plain.does(callFailed({ key: 'call-1' }));
  return plain;
}
