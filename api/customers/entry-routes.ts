import { Type } from '@sinclair/typebox';
import { mergedInto } from './merged';
import { isInScope } from '../access/scope';
import type { Routes } from '../context';
import { etagOf } from '../http/conditional';
import { idempotencyKeyOf } from '../http/idempotency-key';
import { IdempotencyHeaders } from '../http/schema/headers';
import { Id, PROBLEMS, problemResponse } from '../http/schema/common';
import { ApiError } from '../http/problems';
import { paramsOf } from '../../platform/notice';
import { countryOf } from '../requests/contact-input';
import { addCustomer } from './add';
import { CustomerChanges, CustomerEntered, NewCustomer } from './schema';
import { customerSummary, WITH_CONTACTS } from './view';

/** New files of customers, and who made a file what it is. */
export const customerEntries: Routes = (app, { database, config }) => {
  app.post(
    '/v1/customers',
    {
      config: { permission: 'customer.write' },
      schema: {
        operationId: 'addCustomer',
        tags: ['customers'],
        summary: 'Enter a customer',
        description: 'Sent again under the same key it answers 200 with the file that the key made.',
        headers: IdempotencyHeaders,
        body: NewCustomer,
        response: {
          200: CustomerEntered,
          201: CustomerEntered,
          ...PROBLEMS,
          422: problemResponse(
            'REQUEST.REFERENCE_UNKNOWN, REQUEST.PHONE_INVALID, REQUEST.EMAIL_INVALID, IDEMPOTENCY.KEY_REUSED',
          ),
        },
      },
    },
    async ({ headers, body, principal, log }, reply) => {
      const key = idempotencyKeyOf(headers);
      const by = principal.actor.id;
      const { id, isNew } = await addCustomer(database, { file: body, country: countryOf(config), by, key });
      log.info({ customerId: id, by, isNew }, 'customer file entered');
      const row = await database.customer.findUniqueOrThrow({ where: { id }, include: WITH_CONTACTS });
      return reply
        .status(isNew ? 201 : 200)
        .header('location', `/v1/customers/${id}`)
        .header('etag', etagOf(row.version))
        .send(customerSummary(row));
    },
  );

  app.get(
    '/v1/customers/:id/changes',
    {
      config: { permission: 'customer.read' },
      schema: {
        operationId: 'listCustomerChanges',
        tags: ['customers'],
        summary: "Who made a customer's file what it is, and when",
        params: Type.Object({ id: Id }),
        response: { 200: CustomerChanges, ...PROBLEMS },
      },
    },
    async ({ params, principal: { scope } }) => {
      const id = await mergedInto(database, params.id);
      if (!(await isInScope(database, scope, 'customer', id)))
        throw new ApiError('RESOURCE.NOT_FOUND', { what: id });
      const rows = await database.customerChange.findMany({
        where: { customerId: id },
        orderBy: { version: 'desc' },
        take: 200,
      });
      return {
        items: rows.map(({ version, at, by, file }) => ({
          version,
          at: at.toISOString(),
          by,
          file: { ...paramsOf(file) },
        })),
      };
    },
  );
  return Promise.resolve();
};
