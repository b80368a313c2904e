import type { PersonCommandType } from '../case/commands';
import type { OrderPersonCommandType } from '../parts-order/commands';
import { type Actor } from './actor';
import { ROLES, type Role } from './roles';

const EVERYBODY = ROLES;
/** Those who talk with customers and steer cases. */
const DESK = [
  'hq-service-manager',
  'centre-director',
  'enquiry-clerk',
  'complaint-officer',
] as const satisfies readonly Role[];
const SUPERVISORS = ['hq-service-manager', 'centre-director'] as const satisfies readonly Role[];
const DISPATCHERS = [
  'hq-service-manager',
  'centre-director',
  'enquiry-clerk',
] as const satisfies readonly Role[];
const FIELD = ['repair-engineer'] as const satisfies readonly Role[];
const STORES = ['warehouse-keeper', 'stock-accountant'] as const satisfies readonly Role[];

/** The one table of who may do what (R12). Routes name a permission; a case's rules name `case.<command>`. */
export const PERMISSIONS = {
  'request.register': [...DESK, 'sales'],
  'request.read': [...DESK, 'sales'],
  'customer.read': [...DESK, 'sales', 'repair-engineer', 'billing-clerk', 'billing-reviewer', 'finance'],
  'customer.write': DESK,
  'unit.read': EVERYBODY,
  'unit.write': DISPATCHERS,
  'case.read': EVERYBODY,
  'case.command': EVERYBODY,
  'task.read': EVERYBODY,
  'notification.read': EVERYBODY,
  'event.read': EVERYBODY,
  'link.read': DESK,
  'link.revoke': DESK,
  'staff.read': EVERYBODY,
  'contract.read': EVERYBODY,
  'contract.write': [...SUPERVISORS, 'sales'],
  'price.read': [...DESK, 'sales', 'repair-engineer', 'billing-clerk', 'billing-reviewer', 'finance'],
  'currency.read': EVERYBODY,
  'price.write': ['hq-service-manager', 'finance'],
  'money.read': [...SUPERVISORS, 'sales', 'billing-clerk', 'billing-reviewer', 'finance'],
  'promise.read': [...SUPERVISORS, 'complaint-officer', 'sales'],
  'repairQuality.read': [...SUPERVISORS, 'complaint-officer'],
  'absence.read': [...DISPATCHERS, ...FIELD],
  'absence.write': [...SUPERVISORS, ...FIELD],
  'candidate.read': [...DISPATCHERS, ...FIELD],
  'trip.read': [...SUPERVISORS, 'enquiry-clerk', ...FIELD, 'billing-clerk', 'billing-reviewer', 'finance'],
  'policy.read': EVERYBODY,
  'policy.write': ['hq-service-manager'],
  'entitlement.write': ['hq-service-manager'],
  'approval.read': EVERYBODY,
  'approvalRule.read': EVERYBODY,
  'approvalRule.write': ['hq-service-manager'],
  'payload.decode': ['hq-service-manager'],
  'partsOrder.read': EVERYBODY,
  'partsOrder.command': EVERYBODY,

  'partsOrder.reserve': [...STORES, ...DESK],
  'partsOrder.orderFromSupplier': ['purchasing'],
  'partsOrder.receiveGoods': STORES,
  // An outlet's store is kept by its engineers.
  'partsOrder.ship': [...STORES, ...FIELD],
  'partsOrder.confirmReceipt': [...DESK, ...FIELD],
  'partsOrder.correctReceipt': [...DESK, ...FIELD],
  'partsOrder.readdress': DESK,
  'partsOrder.reportLost': [...STORES, ...DESK],
  'partsOrder.takeBack': [...STORES, ...FIELD],
  'partsOrder.receiveOldParts': STORES,
  'partsOrder.forwardOldParts': STORES,
  'partsOrder.chargeOldParts': [...SUPERVISORS, 'stock-accountant'],
  'partsOrder.cancel': DESK,
  'partsOrder.completeFollowUp': [...DESK, ...STORES, 'purchasing'],

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
  'case.diagnose': FIELD,
  'case.repair': FIELD,
  'case.verify': FIELD,
  'case.leaveUnfinished': FIELD,
  'case.orderParts': [...FIELD, ...DESK],
  'case.attributeRepeat': SUPERVISORS,
  // The approval determines who decides: the post named by the rule, a delegate, or a supervisor above.
  'case.decideApproval': EVERYBODY,
  'case.delegateApproval': EVERYBODY,
  // The rule admits only the requester.
  'case.remindApproval': EVERYBODY,
  // R7: the quote goes through the sales centre; staff at the unit or the customer may prepare it, too.
  'case.prepareQuote': [...DESK, 'sales', ...FIELD],
  'case.reviseQuote': [...DESK, 'sales', ...FIELD],
  'case.decideQuote': [...DESK, 'sales', ...FIELD],
  'case.endUnrepaired': DESK,
  'case.resolveRemotely': [...DESK, ...FIELD],
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
  'case.addNote': EVERYBODY,
  'case.attach': EVERYBODY,
  'case.join': DESK,
  'case.completeFollowUp': DESK,
} as const satisfies Record<string, readonly Role[]> &
  Record<`case.${PersonCommandType}`, readonly Role[]> &
  Record<`partsOrder.${OrderPersonCommandType}`, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

export const rolesWith = (permission: Permission): readonly Role[] => PERMISSIONS[permission];

/**
 * Commands that customers give by the link to their case (R36). The case's rules decide which are theirs at
 * its stage.
 */
export const CUSTOMER_COMMANDS = [
  'moveAppointment',
  'decideQuote',
  'recordSurvey',
] as const satisfies readonly PersonCommandType[];
/** And in the parts orders of their case: they say what has come (R19). */
export const CUSTOMER_ORDER_COMMANDS = [
  'confirmReceipt',
] as const satisfies readonly OrderPersonCommandType[];
export const CUSTOMER_ACTIONS = [...CUSTOMER_COMMANDS, ...CUSTOMER_ORDER_COMMANDS] as const;
export type CustomerCommandType = (typeof CUSTOMER_COMMANDS)[number];
export type CustomerAction = (typeof CUSTOMER_ACTIONS)[number];

const isForCustomers = (permission: Permission): boolean =>
  CUSTOMER_COMMANDS.some((command) => permission === `case.${command}`) ||
  CUSTOMER_ORDER_COMMANDS.some((command) => permission === `partsOrder.${command}`);

/** Aftercare itself may do anything its own rules ask for; a customer no more than what is theirs to do. */
export function isPermitted(actor: Actor, permission: Permission): boolean {
  switch (actor.kind) {
    case 'system':
      return true;
    case 'customer':
      return isForCustomers(permission);
    case 'staff': {
      const allowed = rolesWith(permission);
      return actor.roles.some((role) => allowed.includes(role));
    }
  }
}
