import type { Routes } from '../context';
import { absences } from './absences';
import { approvalRules } from './approval-rules';
import { approvals } from './approvals';
import { attachments } from './attachments';
import { candidates } from './candidates';
import { caseRecords } from './case-records';
import { cases } from './cases';
import { codec } from './codec';
import { commands } from './commands';
import { contracts } from './contracts';
import { currencies } from './currencies';
import { customerCaseRoutes } from './customer-case';
import { customerCommands } from './customer-commands';
import { customerMerges } from './customer-merges';
import { customers } from './customers';
import { entitlement } from './entitlement';
import { events } from './events';
import { links } from './links';
import { login } from './login';
import { money } from './money';
import { notifications } from './notifications';
import { operations } from './operations';
import { partsOrders } from './parts-orders';
import { policies } from './policies';
import { prices } from './prices';
import { promises } from './promises';
import { repairQuality } from './repair-quality';
import { requests } from './requests';
import { serviceReport } from './service-report';
import { tasks } from './tasks';
import { trips } from './trips';
import { units } from './units';

/** Every resource: one line each. */
export const routes: readonly Routes[] = [
  login,
  codec,
  requests,
  commands,
  cases,
  caseRecords,
  candidates,
  absences,
  attachments,
  serviceReport,
  links,
  customerCaseRoutes,
  customerCommands,
  money,
  customers,
  customerMerges,
  contracts,
  entitlement,
  units,
  tasks,
  trips,
  notifications,
  events,
  partsOrders,
  policies,
  approvalRules,
  approvals,
  prices,
  currencies,
  promises,
  repairQuality,
  operations,
];
