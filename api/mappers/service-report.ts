import type { Static } from '@sinclair/typebox';
import { reportNumber } from '../../domain/case/service-report';
import type { ServiceReport } from '../../domain/case/report-terms';
import type { RegisteredCase } from '../../domain/case/state';
import type { ReportView } from '../../schemas/service-report';

/** The service report as it reads now, with every version of it (R18). */
export function reportView({
  registration,
  report,
  reportVersions = [],
}: RegisteredCase): Static<typeof ReportView> | null {
  if (!report) return null;
  return {
    number: reportNumber(registration.caseNumber),
    version: reportVersions.length,
    ...contentOf(report),
    versions: reportVersions.map(({ version, at, by, reason, changes, report: content }) => ({
      version,
      at,
      by,
      reason: reason ?? null,
      changes: changes.map((change) => ({ ...change })),
      report: contentOf(content),
    })),
  };
}

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
  photos: [...(report.photos ?? [])],
  signature: report.signature ?? null,
  remarks: report.remarks ?? null,
});
