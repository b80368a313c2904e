import type { Calls } from '../effects';
import type { CaseEventType } from '../events';
import { recordInstallation } from './installation';
import { reportCost, tripCost } from './service-report';

export const REPORT_CALLS = {
  VisitLeftUnfinished: (state, { data }) => [tripCost(state, data)],
  TripCostRecorded: (state, { data }) => [tripCost(state, data, data.partsCostCents)],
  ServiceReported: reportCost,
  ReportAmended: reportCost,
  InstallationAccepted: (state, { data, actor }) => [recordInstallation(state, data, actor)],
} satisfies Calls<CaseEventType>;
