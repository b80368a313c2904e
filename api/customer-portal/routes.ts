import { Type } from '@sinclair/typebox';
import type { Language } from '../../domain/bilingual';
import { snapshot } from '../../platform/database';
import { renderServiceReport } from '../../documents/service-report/render';
import { renderVisitReport } from '../../documents/visit-report/render';
import { Closed } from '../http/schema/common';
import { CUSTOMER_PROBLEMS, CustomerCase, CustomerSurvey, OfferedAppointments } from './schema';
import { PaperLanguage, Pdf, VisitNumber } from '../service-reports/paper-schema';
import { NthReport } from '../service-reports/schema';
import type { Routes } from '../context';
import { offeredAppointments } from './appointments';
import { caseOfLink, LIMIT_PER_ADDRESS, notForSurveysAlone } from './link-holder';
import { surveyStateOf } from './survey';
import { customerCase } from './view';
import { sendPdf } from '../service-reports/send';
import { serviceReportView } from '../service-reports/document';
import { withWholeReports } from '../service-reports/versions';
import { visitReportView } from '../service-reports/visit-report';
import { limiter } from '../http/limiter';

const tags = ['customers by link'];
const config = { permission: 'customer-link' } as const;

/** Read routes of customers by the link to their case (R36). */
export const customerCaseRoutes: Routes = (app, dependencies) => {
  const { database } = dependencies;
  const onRequest = limiter(app, LIMIT_PER_ADDRESS);

  app.get(
    '/v1/customer/case',
    {
      config,
      onRequest,
      schema: {
        operationId: 'getCustomerCase',
        tags,
        summary:
          'The case of the link: where it stands, what was promised, and what is the customer’s to decide',
        response: { 200: CustomerCase, ...CUSTOMER_PROBLEMS },
      },
    },
    async ({ customer }) => {
      notForSurveysAlone(customer);
      return snapshot(database, async (reader) =>
        customerCase(reader, await caseOfLink(reader, customer), customer.actor),
      );
    },
  );

  app.get(
    '/v1/customer/case/appointments',
    {
      config,
      onRequest,
      schema: {
        operationId: 'listOfferedAppointments',
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
        operationId: 'downloadCustomerServiceReport',
        tags,
        summary: 'The service report of the case as a PDF, with its amendments',
        querystring: Closed({
          language: PaperLanguage,
          report: NthReport,
        }),
        produces: ['application/pdf'],
        response: { 200: Pdf, ...CUSTOMER_PROBLEMS },
      },
    },
    async ({ customer, query }, reply) => {
      notForSurveysAlone(customer);
      const stored = await withWholeReports(database, await caseOfLink(database, customer));
      const view = await serviceReportView(dependencies, stored, {
        ...forCustomer(query.language),
        nth: query.report,
      });
      return sendPdf(reply, view, await renderServiceReport(view));
    },
  );

  app.get(
    '/v1/customer/case/visits/:visit/report.pdf',
    {
      config,
      onRequest,
      schema: {
        operationId: 'downloadCustomerVisitReport',
        tags,
        summary: 'The report of one visit as a PDF, whatever came of it',
        params: Type.Object({ visit: VisitNumber }),
        querystring: Closed({ language: PaperLanguage }),
        produces: ['application/pdf'],
        response: { 200: Pdf, ...CUSTOMER_PROBLEMS },
      },
    },
    async ({ customer, params: { visit }, query }, reply) => {
      notForSurveysAlone(customer);
      const stored = await caseOfLink(database, customer);
      const view = await visitReportView(dependencies, stored, { ...forCustomer(query.language), visit });
      return sendPdf(reply, view, await renderVisitReport(view));
    },
  );

  app.get(
    '/v1/customer/survey',
    {
      config,
      onRequest,
      schema: {
        operationId: 'getCustomerSurvey',
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

/** It is their own paper. */
const forCustomer = (language: Language | undefined) =>
  ({ audience: 'customer', language, withContacts: true }) as const;
