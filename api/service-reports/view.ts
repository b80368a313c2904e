import type { Static } from '@sinclair/typebox';
import { reportNumber, reportsOf } from '../../domain/case/report/service-report';
import type { ReportVersion, ServiceReport } from '../../domain/case/report/terms';
import type { RegisteredCase } from '../../domain/case/state';
import { isCostField } from '../../domain/money/internal-cost';
import type { ReportView } from './schema';
import { readsReportCosts, type Reading } from '../access/reading';

/** The service report as it reads now, with every version of it (R18). */
export const reportView = (state: RegisteredCase, reading: Reading): Static<typeof ReportView> | null =>
  state.reportVersions ? (reportViews(state, reading).at(-1) ?? null) : null;

/** Those of the services before the case was reopened, the earliest first. */
export const earlierReportViews = (state: RegisteredCase, reading: Reading): Static<typeof ReportView>[] =>
  reportViews(state, reading).slice(0, state.earlierReports?.length ?? 0);

const reportViews = (state: RegisteredCase, reading: Reading): Static<typeof ReportView>[] =>
  reportsOf(state).flatMap((versions, n) => {
    const now = versions.at(-1);
    if (!now) return [];
    return {
      number: reportNumber(state.registration.caseNumber, n + 1),
      version: versions.length,
      ...contentOf(now.report, readsReportCosts(reading, now, versions)),
      versions: versions
        .slice(-VERSIONS_SHOWN)
        .map((version) => versionView(version, readsReportCosts(reading, version, versions))),
    };
  });

/** With a case: all of its versions are under `/report-versions`. */
const VERSIONS_SHOWN = 20;

/** @param withCosts false: what it cost the company is left out, and that it was corrected. */
export const versionView = (
  { version, at, by, reason, changes, report, isCut }: ReportVersion,
  withCosts: boolean,
) => ({
  version,
  at,
  by,
  reason: reason ?? null,
  changes: changes.filter(({ field }) => withCosts || !isCostField(field)).map((change) => ({ ...change })),
  report: contentOf(report, withCosts),
  ...(isCut && { isCut }),
});

const contentOf = (
  { labourCostCents, travelCostCents, partsCostCents, ...report }: ServiceReport,
  withCosts: boolean,
) => ({
  ...report,
  ...(withCosts && { labourCostCents, travelCostCents, partsCostCents }),
  fault: report.fault ?? null,
  cause: report.cause ?? null,
  work: report.work ?? null,
  partsUsed: (report.partsUsed ?? []).map(({ partNumber, name, quantity, serialNumbers }) => ({
    partNumber,
    name: name ?? null,
    quantity,
    serialNumbers: [...(serialNumbers ?? [])],
  })),
  leftAt: report.leftAt ?? null,
  photos: [...(report.photos ?? [])],
  signature: report.signature ?? null,
  remarks: report.remarks ?? null,
});
