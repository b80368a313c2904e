import { chargesOfReport } from '../../domain/case/quote/charges';
import { isForCustomer } from '../../domain/case/report/terms';
import { reportNumber, reportsOf } from '../../domain/case/report/service-report';
import type { CustomerCase } from './schema';
import type { Reader } from '../../platform/database';
import { asOf, seqOfReport } from '../service-reports/as-reported';
import { visitNumber, visitsForCustomer } from '../service-reports/visit-report';
import { chargesView } from '../cases/charges-view';
import type { StoredCase } from '../cases/read-case';

/** One for each time that the unit was served (R18), as `?report=` of the PDF asks for it. */
export const reportsForCustomer = ({ state }: StoredCase): CustomerCase['reports'] =>
  reportsOf(state).flatMap((versions, n) => {
    const [first] = versions;
    if (!first) return [];
    const corrected = versions.findLast(({ changes }) => changes.some(isForCustomer));
    return {
      report: n + 1,
      number: reportNumber(state.registration.caseNumber, n + 1),
      version: versions.length,
      reportedAt: first.at,
      correctedAt: corrected?.at ?? null,
    };
  });

/** The customer's charges for each service. */
export const chargesForCustomer = (
  database: Reader,
  { processId, state }: StoredCase,
): Promise<CustomerCase['charges']> =>
  Promise.all(
    reportsOf(state).map(async (versions, n) => {
      const served =
        state.reportVersions === versions
          ? state
          : await asOf(database, processId, await seqOfReport(database, processId, n + 1));
      const report = versions.at(-1)?.report ?? served.report;
      const charges = report ? chargesOfReport(served, report, state.invoices) : ({ kind: 'none' } as const);
      return { report: n + 1, ...chargesView(charges) };
    }),
  );

/** Each visit that was made, with the number of its own report. */
export const visitsOfCustomer = ({ state }: StoredCase): CustomerCase['visits'] =>
  visitsForCustomer(state).map(({ number, engineer, departedAt, arrivedAt, endedAt, outcome, reason }) => ({
    visit: number,
    number: visitNumber(state.registration.caseNumber, number),
    engineer: engineer.name,
    departedAt: departedAt ?? null,
    arrivedAt: arrivedAt ?? null,
    leftAt: endedAt ?? null,
    outcome,
    reason: reason ?? null,
  }));
