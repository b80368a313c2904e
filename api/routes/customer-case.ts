import { Type } from '@sinclair/typebox';
import { renderServiceReport } from '../../documents/service-report/render';
import { LANGUAGES } from '../../domain/case/terms';
import { Closed, literals } from '../../schemas/common';
import {
  CUSTOMER_PROBLEMS,
  CustomerCase,
  CustomerSurvey,
  OfferedAppointments,
} from '../../schemas/customer-case';
import { NthReport } from '../../schemas/service-report';
import { contentDisposition } from '../content-disposition';
import type { Routes } from '../context';
import { offeredAppointments } from '../customer/appointments';
import { caseOfLink, LIMIT_PER_ADDRESS, notForSurveysAlone } from '../customer/link-holder';
import { surveyStateOf } from '../customer/survey';
import { customerCase } from '../customer/view';
import { serviceReportView } from '../documents/service-report';
import { withWholeReports } from '../queries/report-versions';
import { limiter } from '../limiter';

const tags = ['customers by link'];
const config = { permission: 'customer-link' } as const;
const Pdf = Type.Unsafe<Buffer>({ type: 'string', format: 'binary', examples: ['%PDF-1.3 …'] });

/** What customers read by the link to their case (R36). */
export const customerCaseRoutes: Routes = (app, dependencies) => {
  const { database } = dependencies;
  const onRequest = limiter(app, LIMIT_PER_ADDRESS);

  app.get(
    '/v1/customer/case',
    {
      config,
      onRequest,
      schema: {
        tags,
        summary:
          'The case of the link: where it stands, what was promised, and what is the customer’s to decide',
        response: { 200: CustomerCase, ...CUSTOMER_PROBLEMS },
      },
    },
    async ({ customer }) => {
      notForSurveysAlone(customer);
      return customerCase(database, await caseOfLink(database, customer), customer.actor);
    },
  );

  app.get(
    '/v1/customer/case/appointments',
    {
      config,
      onRequest,
      schema: {
        tags,
        summary: 'The times that the customer can have instead of the appointment',
        response: { 200: OfferedAppointments, ...CUSTOMER_PROBLEMS },
      },
    },
    async ({ customer }) => {
      notForSurveysAlone(customer);
      const { state } = await caseOfLink(database, customer);
      const isMovable =
        state.stage === 'dispatched' && state.visit?.departedAt === undefined && !state.paused;
      return { items: isMovable ? [...(await offeredAppointments(database, state, Date.now()))] : [] };
    },
  );

  app.get(
    '/v1/customer/case/service-report.pdf',
    {
      config,
      onRequest,
      schema: {
        tags,
        summary: 'The service report of the case as a PDF, with its amendments',
        querystring: Closed({
          language: Type.Optional(literals(LANGUAGES, { description: 'Default: the customer’s' })),
          report: NthReport,
        }),
        produces: ['application/pdf'],
        response: { 200: Pdf, ...CUSTOMER_PROBLEMS },
      },
    },
    async ({ customer, query }, reply) => {
      notForSurveysAlone(customer);
      const view = await serviceReportView(
        dependencies,
        await withWholeReports(database, await caseOfLink(database, customer)),
        {
          language: query.language,
          nth: query.report,
          withContacts: true,
        },
      );
      const pdf = await renderServiceReport(view);
      return reply
        .type('application/pdf')
        .header('content-disposition', contentDisposition('inline', `${view.number}.pdf`))
        .header('x-content-type-options', 'nosniff')
        .send(pdf);
    },
  );

  app.get(
    '/v1/customer/survey',
    {
      config,
      onRequest,
      schema: {
        tags,
        summary: 'The survey of the case: whether it can be answered',
        response: { 200: CustomerSurvey, ...CUSTOMER_PROBLEMS },
      },
    },
    async ({ customer }) => {
      const { state } = await caseOfLink(database, customer);
      const { caseNumber: number, subject } = state.registration;
      return { number, subject, state: surveyStateOf(state) };
    },
  );
  return Promise.resolve();
};
