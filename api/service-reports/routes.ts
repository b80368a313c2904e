import { Type } from '@sinclair/typebox';
import { renderServiceReport } from '../../documents/service-report/render';
import { renderVisitReport } from '../../documents/visit-report/render';
import { CaseNumber, Closed, PROBLEMS } from '../http/schema/common';
import { PaperAudience, PaperLanguage, Pdf, VisitNumber } from './paper-schema';
import { NthReport } from './schema';
import { sendPdf } from './send';
import { askedByStaff } from './paper';
import type { Routes } from '../context';
import { serviceReportView } from './document';
import { withWholeReports } from './versions';
import { visitReportView } from './visit-report';
import { readableCase } from '../cases/visible-case';

/** The paper that is handed to the customer (R18). */
export const serviceReport: Routes = (app, dependencies) => {
  const { database } = dependencies;
  app.get(
    '/v1/cases/:number/service-report.pdf',
    {
      config: { permission: 'case.read' },
      schema: {
        operationId: 'downloadServiceReport',
        tags: ['cases'],
        summary: 'The service report of a case as a PDF, with its amendments',
        params: Type.Object({ number: CaseNumber }),
        querystring: Closed({
          language: PaperLanguage,
          audience: PaperAudience,
          report: NthReport,
        }),
        produces: ['application/pdf'],
        response: { 200: Pdf, ...PROBLEMS },
      },
    },
    async ({ params: { number }, principal, query }, reply) => {
      const stored = await withWholeReports(database, await readableCase(database, number, principal));
      const view = await serviceReportView(dependencies, stored, {
        ...askedByStaff(principal, query),
        nth: query.report,
      });
      return sendPdf(reply, view, await renderServiceReport(view));
    },
  );

  app.get(
    '/v1/cases/:number/visits/:visit/report.pdf',
    {
      config: { permission: 'case.read' },
      schema: {
        operationId: 'downloadVisitReport',
        tags: ['cases'],
        summary: 'The report of one visit as a PDF, whatever came of it: not finished, declined, broken off',
        params: Type.Object({ number: CaseNumber, visit: VisitNumber }),
        querystring: Closed({ language: PaperLanguage, audience: PaperAudience }),
        produces: ['application/pdf'],
        response: { 200: Pdf, ...PROBLEMS },
      },
    },
    async ({ params: { number, visit }, principal, query }, reply) => {
      const stored = await readableCase(database, number, principal);
      const asked = { ...askedByStaff(principal, query), visit, isForStaff: true };
      const view = await visitReportView(dependencies, stored, asked);
      return sendPdf(reply, view, await renderVisitReport(view));
    },
  );
  return Promise.resolve();
};
