import { recordedOf } from '../../activities/event-row';
import type { ReportAmendment, ReportVersion, ServiceReport } from '../../domain/case/report/terms';
import { reportsOf } from '../../domain/case/report/service-report';
import type { Reader } from '../../platform/database';
import { asReported } from './as-reported';
import type { StoredCase } from '../cases/read-case';

const REPORT_EVENTS = ['ServiceReported', 'ReportAmended'];
const isAmendment = (data: object): data is ReportAmendment => 'report' in data && 'changes' in data;

/**
 * The case with every version of its reports whole, also those that it keeps no texts of: they are read from their events (ADR 37).
 */
export async function withWholeReports(database: Reader, stored: StoredCase): Promise<StoredCase> {
  const { processId, state } = stored;
  const reports = reportsOf(state);
  if (!reports.some((versions) => versions.some(({ isCut }) => isCut))) return stored;
  const whole = await Promise.all(
    reports.map((versions, n) => wholeVersions(database, processId, n + 1, versions)),
  );
  const [earlierReports, reportVersions] = state.reportVersions
    ? [whole.slice(0, -1), whole.at(-1)]
    : [whole, undefined];
  return {
    ...stored,
    state: {
      ...state,
      ...(state.earlierReports && { earlierReports }),
      ...(reportVersions && { reportVersions }),
    },
  };
}

/** @param nth of the case's reports. @param versions some of its versions. */
export async function wholeVersions(
  database: Reader,
  processId: string,
  nth: number,
  versions: readonly ReportVersion[],
): Promise<readonly ReportVersion[]> {
  const cut = versions.filter(({ isCut }) => isCut);
  if (cut.length === 0) return versions;
  const events = await database.processEvent.findMany({
    where: { processId, type: { in: REPORT_EVENTS } },
    select: { seq: true, type: true },
    orderBy: { seq: 'asc' },
  });
  const starts = events.flatMap(({ type }, n) => (type === 'ServiceReported' ? [n] : []));
  const own = events.slice(starts[nth - 1], starts[nth]);
  // The event of the first correction holds the full first version: the first version's own event has only
  // its new fields.
  const seqs = cut.map(({ version }) => own[Math.max(version, 2) - 1]?.seq ?? 0);
  const rows = await database.processEvent.findMany({ where: { processId, seq: { in: seqs } } });
  const amendments = new Map(
    rows.map((row) => {
      const { data } = recordedOf(row);
      return [row.seq, isAmendment(data) ? data : undefined] as const;
    }),
  );
  return Promise.all(
    versions.map(async (version): Promise<ReportVersion> => {
      if (!version.isCut) return version;
      const { isCut: _cut, ...kept } = version;
      const amendment = amendments.get(own[Math.max(version.version, 2) - 1]?.seq ?? 0);
      if (version.version > 1 && amendment) {
        const { report, changes, reason } = amendment;
        return { ...kept, report, changes, reason };
      }
      const report = amendment
        ? before(amendment)
        : ((await asReported(database, processId, nth)).report ?? version.report);
      return { ...kept, report };
    }),
  );
}

function before({ report, changes }: ReportAmendment): ServiceReport {
  const was = Object.fromEntries(changes.map(({ field, from }) => [field, from ?? undefined]));
  return { ...report, ...was };
}
