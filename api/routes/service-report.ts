import { Type } from '@sinclair/typebox';
import { renderServiceReport } from '../../documents/service-report/render';
import { LANGUAGES } from '../../domain/case/terms';
import { isPermitted } from '../../domain/identity/permissions';
import { CaseNumber, Closed, literals, PROBLEMS } from '../../schemas/common';
import { NthReport } from '../../schemas/service-report';
import { contentDisposition } from '../content-disposition';
import type { Routes } from '../context';
import { serviceReportView } from '../documents/service-report';
import { withWholeReports } from '../queries/report-versions';
import { visibleCase } from '../visible-case';

const Pdf = Type.Unsafe<Buffer>({ type: 'string', format: 'binary', examples: ['%PDF-1.3 …'] });

/** The paper that is handed to the customer (R18). */
export const serviceReport: Routes = (app, dependencies) => {
  const { database } = dependencies;
  app.get(
    '/v1/cases/:number/service-report.pdf',
    {
      config: { permission: 'case.read' },
      schema: {
        tags: ['cases'],
        summary: 'The service report of a case as a PDF, with its amendments',
        params: Type.Object({ number: CaseNumber }),
        querystring: Closed({
          language: Type.Optional(literals(LANGUAGES, { description: 'Default: the customer’s' })),
          report: NthReport,
        }),
        produces: ['application/pdf'],
        response: { 200: Pdf, ...PROBLEMS },
      },
    },
    async ({ params: { number }, principal, query }, reply) => {
      const stored = await withWholeReports(database, await visibleCase(database, number, principal));
      const view = await serviceReportView(dependencies, stored, {
        language: query.language,
        nth: query.report,
        withContacts: isPermitted(principal.actor, 'customer.read'),
      });
      const pdf = await renderServiceReport(view);
      return reply
        .type('application/pdf')
        .header('content-disposition', contentDisposition('inline', `${view.number}.pdf`))
        .header('x-content-type-options', 'nosniff')
        .header('cache-control', 'private, no-cache')
        .send(pdf);
    },
  );
  return Promise.resolve();
};
