import { recordedOf } from '../../activities/event-row';
import { reportNumber, reportsOf } from '../../domain/case/service-report';
import { testOf } from '../../domain/case/verification';
import type { Bilingual, Language } from '../../domain/case/terms';
import { HQ } from '../../domain/identity/scope';
import type { ServiceReportView } from '../../documents/service-report/view';
import type { Database } from '../../platform/database';
import type { ApiDependencies } from '../context';
import { partNames } from '../parts-catalogue';
import { ApiError } from '../problems';
import type { StoredCase } from '../read-case';
import { asReported } from './as-reported';

export interface ReportAsked {
  /** The customer's own where none is asked for. */
  readonly language: Language | undefined;
  /** False: telephone numbers and addresses are left out. */
  readonly withContacts: boolean;
  /** Of the services of the case; the latest where it is left out. */
  readonly nth?: number | undefined;
}

/** What the service report of a case says. @throws {ApiError} 404 where there is none. */
export async function serviceReportView(
  dependencies: Pick<ApiDependencies, 'config' | 'database' | 'logger'>,
  { processId, state }: StoredCase,
  asked: ReportAsked,
): Promise<ServiceReportView> {
  const { config, database } = dependencies;
  const { registration, unit, customer, symptom } = state;
  const reports = reportsOf(state);
  // Where a second service has begun, its report is not there yet: the latest that is, is the first's.
  const nth = asked.nth ?? Math.max(reports.length, 1);
  const number = reportNumber(registration.caseNumber, nth);
  const reportVersions = reports[nth - 1] ?? [];
  const [first, now] = [reportVersions[0], reportVersions.at(-1)];
  if (!first || !now) throw new ApiError('RESOURCE.NOT_FOUND', { what: number });
  const { report } = now;
  const isOfThisService = state.reportVersions === reportVersions;
  const served = isOfThisService ? state : await asReported(database, processId, nth);
  const engineer = served.dispatch?.engineer;
  const { sender } = registration;
  const test = testOf(served);
  const unnamed = (report.partsUsed ?? []).flatMap(({ name, partNumber }) =>
    name === undefined ? partNumber : [],
  );
  const [file, installed, image, times, company, servedBy, names] = await Promise.all([
    customer && database.customer.findUnique({ where: { id: customer.id } }),
    unit && database.unit.findUnique({ where: { id: unit.id } }),
    report.signature && database.attachment.findFirst({ where: { id: report.signature.id, processId } }),
    visitTimes(database, processId, first.at),
    nameOf(database, HQ),
    engineer && nameOf(database, engineer.outletId),
    partNames(dependencies, unnamed),
  ]);
  const address = installed?.address ?? file?.address ?? sender.address;
  return {
    language:
      asked.language ??
      (file?.language === 'en' || file?.language === 'zh' ? file.language : registration.language),
    timeZone: config.AFTERCARE_TIME_ZONE,
    company: company ?? { en: 'Aftercare', zh: 'Aftercare' },
    ...(servedBy && { servedBy }),
    caseNumber: registration.caseNumber,
    number,
    version: reportVersions.length,
    customer: {
      name: customer?.name ?? sender.name,
      contact: sender.name,
      ...(asked.withContacts && sender.phone !== undefined && { phone: sender.phone }),
      ...(asked.withContacts && address !== undefined && { address }),
    },
    ...(unit && {
      unit: {
        serial: unit.serial,
        productCode: unit.productCode,
        name: { en: unit.productNameEn, zh: unit.productNameZh },
      },
    }),
    warranty: state.warranty,
    ...(engineer && { engineer: engineer.name }),
    ...(symptom !== undefined && { symptom }),
    times: { ...times, reported: first.at },
    report,
    partNames: names,
    ...(test && { verification: test, failedRepairs: served.failedRepairs?.length ?? 0 }),
    ...(image && { signatureImage: Buffer.from(image.bytes) }),
    signedVersion:
      reportVersions.findLast(({ changes }) => changes.some(({ field }) => field === 'signature'))?.version ??
      1,
    amendments: reportVersions
      .slice(1)
      .map(({ version, at, by, reason = '', changes }) => ({ version, at, by: by.name, reason, changes })),
  };
}

/** When it happened for whoever did it; the last visit before the report counts. */
async function visitTimes(database: Database, processId: string, reportedAt: string) {
  const rows = await database.processEvent.findMany({
    where: { processId, type: { in: ['EngineerDispatched', 'EngineerArrived', 'UnitRepaired'] } },
    orderBy: { seq: 'asc' },
  });
  const last = (type: string): string | undefined => {
    // What came after the report belongs to the next service.
    const row = rows.findLast((one) => one.type === type && one.at <= new Date(reportedAt));
    const event = row && recordedOf(row);
    return event && (event.occurredAt ?? event.at);
  };
  const [dispatched, arrived, repaired] = [
    last('EngineerDispatched'),
    last('EngineerArrived'),
    last('UnitRepaired'),
  ];
  return {
    ...(dispatched !== undefined && { dispatched }),
    ...(arrived !== undefined && { arrived }),
    ...(repaired !== undefined && { repaired }),
  };
}

async function nameOf(database: Database, id: string): Promise<Bilingual | undefined> {
  const row = await database.organisation.findUnique({
    where: { id },
    select: { nameEn: true, nameZh: true },
  });
  return row ? { en: row.nameEn, zh: row.nameZh } : undefined;
}
