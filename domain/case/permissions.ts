import { DESK, DISPATCHERS, ALL_ROLES, FIELD, SUPERVISORS, type Role } from '../identity/roles';
import { FLOW_PERMISSIONS } from './flows/all-terms';

/** Roles that may give each command of a case (R12). */
export const CASE_PERMISSIONS = {
  'case.identifyCustomer': DESK,
  'case.escalateQuestion': DESK,
  'case.answer': [...DESK, 'sales'],
  'case.classify': DESK,
  'case.dispatch': DISPATCHERS,
  'case.offer': DISPATCHERS,
  'case.acceptOffer': [...DISPATCHERS, ...FIELD],
  'case.declineOffer': [...DISPATCHERS, ...FIELD],
  'case.withdrawOffer': DISPATCHERS,
  'case.reassign': DISPATCHERS,
  'case.moveAppointment': DISPATCHERS,
  'case.recordTripCost': [...DISPATCHERS, ...FIELD],
  // A supervisor enters for engineers what they may no longer enter themselves (ADR 33).
  'case.depart': [...SUPERVISORS, ...FIELD],
  'case.arrive': [...SUPERVISORS, ...FIELD],
  'case.leaveUnfinished': FIELD,
  'case.orderParts': [...FIELD, ...DESK],
  // The approval determines who decides: the post named by the rule, a delegate, or a supervisor above.
  'case.decideApproval': ALL_ROLES,
  'case.delegateApproval': ALL_ROLES,
  // The rule admits only the requester.
  'case.remindApproval': ALL_ROLES,
  // R7: the quote goes through the sales centre; staff at the unit or the customer may prepare it, too.
  'case.prepareQuote': [...DESK, 'sales', ...FIELD],
  'case.reviseQuote': [...DESK, 'sales', ...FIELD],
  'case.decideQuote': [...DESK, 'sales', ...FIELD],
  'case.report': [...SUPERVISORS, ...FIELD],
  'case.amendReport': [...SUPERVISORS, ...FIELD],
  'case.recordSurvey': DESK,
  'case.recordRevisit': DESK,
  'case.reopen': DESK,
  'case.close': DESK,
  'case.cancel': SUPERVISORS,
  'case.pause': [...DESK, ...FIELD],
  'case.resume': [...DESK, ...FIELD],
  'case.handOver': DESK,
  // Headquarters has no level above.
  'case.escalate': ['centre-director', 'enquiry-clerk', 'complaint-officer', ...FIELD],
  'case.changePriority': SUPERVISORS,
  'case.overruleEntitlement': SUPERVISORS,
  'case.sendLink': DESK,
  'case.recordMessage': DESK,
  'case.addNote': ALL_ROLES,
  'case.attach': ALL_ROLES,
  'case.join': DESK,
  'case.completeFollowUp': DESK,
  ...FLOW_PERMISSIONS,
} as const satisfies Readonly<Record<`case.${string}`, readonly Role[]>>;
