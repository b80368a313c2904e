import type { Static } from '@sinclair/typebox';
import { reportNumber, reportsOf } from '../../domain/case/service-report';
import type { ReportVersion, ServiceReport } from '../../domain/case/report-terms';
import type { RegisteredCase } from '../../domain/case/state';
import type { ReportView } from '../../schemas/service-report';

/** The service report as it reads now, with every version of it (R18). */
export const reportView = (state: RegisteredCase): Static<typeof ReportView> | null =>
  state.reportVersions ? (reportViews(state).at(-1) ?? null) : null;

/** Those of the services before the case was reopened, the earliest first. */
export const earlierReportViews = (state: RegisteredCase): Static<typeof ReportView>[] =>
  reportViews(state).slice(0, state.earlierReports?.length ?? 0);

const reportViews = (state: RegisteredCase): Static<typeof ReportView>[] =>
  reportsOf(state).flatMap((versions, n) => {
    const now = versions.at(-1);
    if (!now) return [];
    return {
      number: reportNumber(state.registration.caseNumber, n + 1),
      version: versions.length,
      ...contentOf(now.report),
      versions: versions.slice(-VERSIONS_SHOWN).map(versionView),
    };
  });

/** With a case: all of its versions are under `/report-versions`. */
const VERSIONS_SHOWN = 20;

export const versionView = ({ version, at, by, reason, changes, report, isCut }: ReportVersion) => ({
  version,
  at,
  by,
  reason: reason ?? null,
  changes: changes.map((change) => ({ ...change })),
  report: contentOf(report),
  ...(isCut && { isCut }),
});

const contentOf = (report: ServiceReport) => ({
  ...report,
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
