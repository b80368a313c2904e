import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@sinclair/typebox';
import type { PrismaClient } from '../../prisma/generated/client';
import { keyedWork } from '../shared/keyed-work';
import { commonProblems, problemResponse } from '../shared/problem';
import { ById, Reference, WriteHeaders } from '../shared/wire';
import { caseInvoices, credit, issue, readInvoice } from './invoices';
import { CaseInvoices, CreditBody, Credited, Invoice, InvoiceBody } from './port';

const KEY_REUSED = 'IDEMPOTENCY.KEY_REUSED: the key came with another request before.';

/** Invoices and credit notes, each posted with its entry. */
export const invoiceRoutes: FastifyPluginAsyncTypebox<{ prisma: PrismaClient }> = (app, { prisma }) => {
  const keyed = keyedWork(prisma, 'finance');

  app.post(
    '/v1/invoices',
    {
      schema: {
        summary: 'Issue an invoice and post it; the idempotency key becomes its id',
        headers: WriteHeaders,
        body: InvoiceBody,
        response: {
          ...commonProblems,
          201: Invoice,
          409: problemResponse('FINANCE.REVERSED, FINANCE.NUMBER_TAKEN'),
          422: problemResponse(
            `FINANCE.INVOICE_WRONG, FINANCE.ACCOUNT_UNKNOWN, FINANCE.ACCOUNT_NOT_REVENUE. ${KEY_REUSED}`,
          ),
        },
      },
    },
    (request, reply) => keyed(request, reply, (key) => issue(key, request.body)),
  );

  app.get(
    '/v1/invoices/:id',
    {
      schema: {
        summary: 'An invoice as it stands',
        params: ById,
        response: { ...commonProblems, 200: Invoice, 404: problemResponse('FINANCE.INVOICE_UNKNOWN') },
      },
    },
    (request) => prisma.$transaction((tx) => readInvoice(tx, request.params.id)),
  );

  app.post(
    '/v1/invoices/:id/credit',
    {
      schema: {
        summary: 'Credit a whole invoice; bars an id never seen',
        params: ById,
        headers: WriteHeaders,
        body: CreditBody,
        response: {
          ...commonProblems,
          200: Credited,
          409: problemResponse('FINANCE.NOT_AN_INVOICE, FINANCE.NUMBER_TAKEN'),
          422: problemResponse(KEY_REUSED),
        },
      },
    },
    (request, reply) => keyed(request, reply, (key) => credit(key, request.params.id, request.body)),
  );

  app.get(
    '/v1/cases/:reference/invoices',
    {
      schema: {
        summary: 'Every invoice of a case, with what became of it',
        params: Type.Object({ reference: Reference }),
        response: { ...commonProblems, 200: CaseInvoices },
      },
    },
    async (request) => {
      const { reference } = request.params;
      return { reference, invoices: await prisma.$transaction((tx) => caseInvoices(tx, reference)) };
    },
  );
  return Promise.resolve();
};
