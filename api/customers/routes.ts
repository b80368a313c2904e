import { Type } from '@sinclair/typebox';
import { ENDED_STAGES } from '../../domain/case/terms';
import type { Principal } from '../../domain/identity/principal';
import { Id, PROBLEMS, problemResponse } from '../http/schema/common';
import { CustomerDetailAnswer, CustomerListQuery, CustomerPage, CustomerPatch } from './schema';
import { etagOf, versionRead } from '../http/conditional';
import { WriteHeaders } from '../http/schema/headers';
import { areaCodeOf, countryOf } from '../requests/contact-input';
import { mergedInto } from './merged';
import { updateCustomer } from './update';
import { caseSummaries } from '../cases/summary-view';
import { customerSummary, learnedContacts, WITH_CONTACTS, type CustomerRow } from './view';
import { WITH_TERMS } from '../entitlement/facts';
import { unitViews } from '../units/view';
import { ApiError } from '../http/problems';
import { knownElsewhere } from '../requests/elsewhere';
import { contactAsked, listCustomers } from './list';
import { caseWhere, isInScope } from '../access/scope';
import type { Routes } from '../context';

const params = Type.Object({ id: Id });
const OPEN_CASES = 100;

export const customers: Routes = (app, dependencies) => {
  const { database, config } = dependencies;

  app.get(
    '/v1/customers',
    {
      config: { permission: 'customer.read' },
      schema: {
        operationId: 'listCustomers',
        tags: ['customers'],
        summary: 'Customers that the caller sees: who is on the line (R2), or by words',
        querystring: CustomerListQuery,
        response: {
          200: CustomerPage,
          ...PROBLEMS,
          422: problemResponse('REQUEST.PHONE_INVALID, REQUEST.EMAIL_INVALID'),
        },
      },
    },
    async ({ principal, query }) => {
      const { ids, nextCursor } = await listCustomers(dependencies, principal, query);
      const rows = await database.customer.findMany({
        where: { id: { in: [...ids] } },
        include: WITH_CONTACTS,
        orderBy: { number: 'asc' },
      });
      const asked = contactAsked(
        query,
        countryOf(config),
        await areaCodeOf(database, principal.actor.organisationId),
      );
      const elsewhere = asked ? await knownElsewhere(database, principal.scope, asked) : [];
      return { items: rows.map(customerSummary), nextCursor, elsewhere: [...elsewhere] };
    },
  );

  app.get(
    '/v1/customers/:id',
    {
      config: { permission: 'customer.read' },
      schema: {
        operationId: 'getCustomer',
        tags: ['customers'],
        summary: "A customer's file: contacts, installed units, open cases",
        params,
        response: { 200: CustomerDetailAnswer, ...PROBLEMS },
      },
    },
    async ({ params, principal }, reply) => {
      const id = await mergedInto(database, params.id);
      await refuseUnseen(principal, id);
      const row = await database.customer.findUniqueOrThrow({ where: { id }, include: WITH_CONTACTS });
      void reply.header('etag', etagOf(row.version)).header('cache-control', 'private, no-cache');
      return detailOf(row, principal);
    },
  );

  app.patch(
    '/v1/customers/:id',
    {
      config: { permission: 'customer.write' },
      schema: {
        operationId: 'updateCustomer',
        tags: ['customers'],
        summary: "Complete a prospect, or correct a customer's file",
        description: 'If-Match with the ETag of the file as it was read. What is left out stays as it is.',
        params,
        headers: WriteHeaders,
        body: CustomerPatch,
        response: {
          200: CustomerDetailAnswer,
          ...PROBLEMS,
          412: problemResponse('RESOURCE.STALE: somebody else has changed it since; nothing was changed'),
          422: problemResponse('REQUEST.REFERENCE_UNKNOWN, REQUEST.PHONE_INVALID, REQUEST.EMAIL_INVALID'),
          428: problemResponse('PRECONDITION.REQUIRED'),
        },
      },
    },
    async (request, reply) => {
      const id = await mergedInto(database, request.params.id);
      await refuseUnseen(request.principal, id);
      const version = versionRead(request.headers['if-match']);
      const row = await updateCustomer(database, {
        id,
        version,
        patch: request.body,
        country: countryOf(config),
        by: request.principal.actor.id,
      });
      request.log.info(
        { customerId: id, version: row.version, fields: Object.keys(request.body) },
        'customer file changed',
      );
      void reply.header('etag', etagOf(row.version));
      return detailOf(row, request.principal);
    },
  );

  async function refuseUnseen({ scope }: Principal, id: string): Promise<void> {
    if (!(await isInScope(database, scope, 'customer', id)))
      throw new ApiError('RESOURCE.NOT_FOUND', { what: id });
  }

  async function detailOf(row: CustomerRow, { scope, language }: Principal) {
    const [units, open] = await Promise.all([
      database.unit.findMany({
        where: { customerId: row.id },
        include: WITH_TERMS,
        orderBy: { serial: 'asc' },
      }),
      database.serviceCase.findMany({
        where: { AND: [{ customerId: row.id, stage: { notIn: [...ENDED_STAGES] } }, caseWhere(scope)] },
        orderBy: [{ receivedAt: 'desc' }, { number: 'desc' }],
        take: OPEN_CASES,
      }),
    ]);
    return {
      ...customerSummary(row),
      learned: learnedContacts(row),
      units: await unitViews(database, units, config.AFTERCARE_TIME_ZONE),
      openCases: await caseSummaries(database, open, language),
    };
  }

  return Promise.resolve();
};
