import { recordedOf } from '../../activities/event-row';
import { chargesOfReport } from '../../domain/case/quote/charges';
import { reportNumber, reportsOf } from '../../domain/case/report/service-report';
import type { RegisteredCase } from '../../domain/case/state';
import { testOf } from '../../domain/case/flows/repair/verification';
import type { ServiceReportView } from '../../documents/service-report/view';
import type { Database } from '../../platform/database';
import { partNames } from '../parts-orders/catalogue';
import { ApiError } from '../http/problems';
import type { StoredCase } from '../cases/read-case';
import { asOf, seqOfReport } from './as-reported';
import { visitsMade } from './visit-report';
import { paperOf, type PaperAsked, type PaperDependencies } from './paper';

export interface ReportAsked extends PaperAsked {
  /** Number of the service within the case; defaults to the latest. */
  readonly nth?: number | undefined;
}

/** Content of a case's service report. @throws {ApiError} 404 where there is none. */
export async function serviceReportView(
  dependencies: PaperDependencies,
  { processId, state }: StoredCase,
  asked: ReportAsked,
): Promise<ServiceReportView> {
  const { database } = dependencies;
  const reports = reportsOf(state);
  // Where a second service has begun, its report is not there yet: the latest that is, is the first's.
  const nth = asked.nth ?? Math.max(reports.length, 1);
  const number = reportNumber(state.registration.caseNumber, nth);
  const reportVersions = reports[nth - 1] ?? [];
  const [first, now] = [reportVersions[0], reportVersions.at(-1)];
  if (!first || !now) throw new ApiError('RESOURCE.NOT_FOUND', { what: number });
  const { report } = now;
  const seq = await seqOfReport(database, processId, nth);
  const isOfThisService = state.reportVersions === reportVersions;
  const served = isOfThisService ? state : await asOf(database, processId, seq);
  const test = testOf(served);
  const visit = served.visits?.findLast(({ outcome }) => outcome === 'repaired');
  const [paper, image, times, staff] = await Promise.all([
    paperOf(dependencies, state, served.dispatch?.engineer, asked),
    report.signature && database.attachment.findFirst({ where: { id: report.signature.id, processId } }),
    serviceTimes(database, processId, seq, served),
    database.staff.findMany({
      where: { id: { in: reportVersions.map(({ by }) => by.id) } },
      select: { id: true, nameEn: true },
    }),
  ]);
  // An English document needs the catalogue also for parts that the engineer named in Chinese.
  const unnamed = (report.partsUsed ?? []).flatMap(({ name, partNumber }) =>
    name === undefined || paper.language === 'en' ? partNumber : [],
  );
  const names = await partNames(dependencies, unnamed);
  const englishOf = (id: string): string | undefined => staff.find((one) => one.id === id)?.nameEn;
  return {
    ...paper,
    number,
    version: reportVersions.length,
    times: { ...times, left: report.leftAt ?? first.at, reported: first.at },
    report,
    ...(visit && { ofVisits: { visit: visit.number, visits: visitsMade(state) } }),
    charges: chargesOfReport(served, report, state.invoices),
    partNames: names,
    ...(test && { verification: test, failedRepairs: served.failedRepairs?.length ?? 0 }),
    ...(image && { signatureImage: Buffer.from(image.bytes) }),
    signedVersion:
      reportVersions.findLast(({ changes }) => changes.some(({ field }) => field === 'signature'))?.version ??
      1,
    amendments: reportVersions.slice(1).map(({ version, at, by, reason = '', changes }) => {
      const byEn = englishOf(by.id);
      return { version, at, by: by.name, ...(byEn !== undefined && { byEn }), reason, changes };
    }),
  };
}

/** When it happened for the engineer, whenever it was entered: the last visit before the report counts. */
async function serviceTimes(
  database: Database,
  processId: string,
  seq: number,
  { visits = [] }: RegisteredCase,
): Promise<Omit<ServiceReportView['times'], 'left' | 'reported'>> {
  const visit = visits.findLast(({ outcome }) => outcome === 'repaired');
  const rows = await database.processEvent.findMany({
    where: { processId, type: { in: ['EngineerDispatched', 'UnitRepaired'] }, seq: { lte: seq } },
    orderBy: { seq: 'asc' },
  });
  const last = (type: string): string | undefined => {
    const row = rows.findLast((one) => one.type === type);
    const event = row && recordedOf(row);
    return event && (event.occurredAt ?? event.at);
  };
  const [dispatched, repaired] = [last('EngineerDispatched'), last('UnitRepaired')];
  return {
    ...(dispatched !== undefined && { dispatched }),
    ...(visit?.departedAt !== undefined && { departed: visit.departedAt }),
    ...(visit?.arrivedAt !== undefined && { arrived: visit.arrivedAt }),
    ...(repaired !== undefined && { repaired }),
  };
}
