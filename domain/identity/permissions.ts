import type { PersonCommandType } from '../case/commands';
import type { OrderPersonCommandType } from '../parts-order/commands';
import { saidOf, type KeyOf } from '../processes';
import { type Actor } from './actor';
import { DESK, DISPATCHERS, ALL_ROLES, FIELD, STORES, SUPERVISORS, type Role } from './roles';

/** Permissions outside the processes. Routes name a permission. */
const COMMON = {
  'request.register': [...DESK, 'sales'],
  'request.read': [...DESK, 'sales'],
  'customer.read': [...DESK, 'sales', 'repair-engineer', 'billing-clerk', 'billing-reviewer', 'finance'],
  'customer.write': DESK,
  'unit.read': ALL_ROLES,
  'unit.write': DISPATCHERS,
  'case.read': ALL_ROLES,
  'case.command': ALL_ROLES,
  'task.read': ALL_ROLES,
  'notification.read': ALL_ROLES,
  'event.read': ALL_ROLES,
  'link.read': DESK,
  'link.revoke': DESK,
  'staff.read': ALL_ROLES,
  'staff.write': SUPERVISORS,
  'organisation.write': ['hq-service-manager'],
  'contract.read': ALL_ROLES,
  'contract.write': [...SUPERVISORS, 'sales'],
  'price.read': [...DESK, 'sales', 'repair-engineer', 'billing-clerk', 'billing-reviewer', 'finance'],
  'currency.read': ALL_ROLES,
  'code.read': ALL_ROLES,
  'price.write': ['hq-service-manager', 'finance'],
  'money.read': [...SUPERVISORS, 'sales', 'billing-clerk', 'billing-reviewer', 'finance'],
  'promise.read': [...SUPERVISORS, 'complaint-officer', 'sales'],
  'repairQuality.read': [...SUPERVISORS, 'complaint-officer'],
  'absence.read': [...DISPATCHERS, ...FIELD],
  'absence.write': [...SUPERVISORS, ...FIELD],
  'candidate.read': [...DISPATCHERS, ...FIELD],
  'trip.read': [...SUPERVISORS, 'enquiry-clerk', ...FIELD, 'billing-clerk', 'billing-reviewer', 'finance'],
  'policy.read': ALL_ROLES,
  'policy.write': ['hq-service-manager'],
  'entitlement.write': ['hq-service-manager'],
  'approval.read': ALL_ROLES,
  'approvalRule.read': ALL_ROLES,
  'approvalRule.write': ['hq-service-manager'],
  'payload.decode': ['hq-service-manager'],
  'partsOrder.read': ALL_ROLES,
  'partsOrder.command': ALL_ROLES,
  'stockTake.read': [...SUPERVISORS, ...STORES, ...FIELD, 'purchasing', 'finance'],
  // Engineers keep the store of an outlet.
  'stockTake.post': [...STORES, ...FIELD],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof COMMON | KeyOf<'permissions'>;

/** Every permission with its roles (R12); the rules of a process name `case.<command>`. */
export const PERMISSIONS: Readonly<Record<Permission, readonly Role[]>> = {
  ...COMMON,
  ...saidOf('permissions'),
} satisfies Record<`case.${PersonCommandType}` | `partsOrder.${OrderPersonCommandType}`, readonly Role[]>;

export const rolesWith = (permission: Permission): readonly Role[] => PERMISSIONS[permission];

/**
 * Commands that customers give by the link to their case (R36). The case's rules decide which are theirs at
 * its stage.
 */
export const CUSTOMER_COMMANDS = [
  'moveAppointment',
  'decideQuote',
  'recordSurvey',
  'recordMessage',
] as const satisfies readonly PersonCommandType[];
/** And in the parts orders of their case: they say what has come (R19). */
export const CUSTOMER_ORDER_COMMANDS = [
  'confirmReceipt',
] as const satisfies readonly OrderPersonCommandType[];
export const CUSTOMER_ACTIONS = [...CUSTOMER_COMMANDS, ...CUSTOMER_ORDER_COMMANDS] as const;
export type CustomerCommandType = (typeof CUSTOMER_COMMANDS)[number];
export type CustomerAction = (typeof CUSTOMER_ACTIONS)[number];

/** Photos that go with their message, each put on record as it comes (ADR 70). */
const CUSTOMER_PHOTOS = 'case.attach' satisfies Permission;

const isForCustomers = (permission: Permission): boolean =>
  permission === CUSTOMER_PHOTOS ||
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
