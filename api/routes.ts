import type { Routes } from './context';
import { absences } from './dispatch/absence-routes';
import { approvalRules } from './approvals/rule-routes';
import { approvals } from './approvals/routes';
import { attachments } from './attachments/routes';
import { billing } from './billing/routes';
import { callers } from './callers/routes';
import { candidates } from './dispatch/candidate-routes';
import { caseMessages } from './cases/message-routes';
import { caseRecords } from './cases/record-routes';
import { cases } from './cases/routes';
import { codes } from './codes/routes';
import { codec } from './access/codec-routes';
import { commandFormRoutes } from './case-commands/form-routes';
import { commands } from './case-commands/routes';
import { contracts } from './contracts/routes';
import { counts } from './counts/routes';
import { currencies } from './currencies/routes';
import { customerCaseRoutes } from './customer-portal/routes';
import { customerCommands } from './customer-portal/command-routes';
import { customerPhotos } from './customer-portal/photo-routes';
import { customerEntries } from './customers/entry-routes';
import { customerMerges } from './customers/merge-routes';
import { customers } from './customers/routes';
import { diagnosisCodes } from './diagnosis-codes/routes';
import { drafts } from './working-state/draft-routes';
import { entitlement } from './entitlement/routes';
import { products } from './products/routes';
import { events } from './events/routes';
import { figures } from './figures/routes';
import { links } from './customer-portal/link-routes';
import { login } from './access/routes';
import { me } from './access/me-routes';
import { money } from './cases/money-routes';
import { myVisits } from './my-visits/routes';
import { notifications } from './notifications/routes';
import { operations } from './http/operations';
import { organisationRecords } from './organisations/record-routes';
import { organisations } from './organisations/routes';
import { parts } from './parts/routes';
import { partsOrders } from './parts-orders/routes';
import { policies } from './policies/routes';
import { preferences } from './working-state/preference-routes';
import { presence } from './presence/routes';
import { prices } from './prices/routes';
import { promises } from './promises/routes';
import { publicCompany } from './public/company-routes';
import { publicPromises } from './promises/public-routes';
import { repairQuality } from './repair-quality/routes';
import { requests } from './requests/routes';
import { schedule } from './schedule/routes';
import { search } from './search/routes';
import { savedViews } from './working-state/view-routes';
import { serviceReport } from './service-reports/routes';
import { staff } from './staff/routes';
import { staffRecords } from './staff/record-routes';
import { ownPassword } from './access/password-routes';
import { stockTakes } from './stock-takes/routes';
import { tasks } from './tasks/routes';
import { trips } from './dispatch/trip-routes';
import { units } from './units/routes';

/** Every resource: one line each. */
export const routes: readonly Routes[] = [
  login,
  me,
  ownPassword,
  drafts,
  preferences,
  savedViews,
  presence,
  codec,
  requests,
  commands,
  commandFormRoutes,
  cases,
  caseMessages,
  caseRecords,
  candidates,
  absences,
  attachments,
  serviceReport,
  links,
  customerCaseRoutes,
  customerCommands,
  customerPhotos,
  money,
  billing,
  customers,
  customerEntries,
  customerMerges,
  contracts,
  entitlement,
  products,
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
  codes,
  diagnosisCodes,
  promises,
  repairQuality,
  staff,
  staffRecords,
  organisations,
  organisationRecords,
  callers,
  search,
  counts,
  schedule,
  figures,
  myVisits,
  parts,
  stockTakes,
  publicCompany,
  publicPromises,
  operations,
];
