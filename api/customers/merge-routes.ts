import { Type } from '@sinclair/typebox';
import { notifyOfMerges } from '../../platform/merge-notifier';
import { Closed, Id, PROBLEMS, problemResponse, Text } from '../http/schema/common';
import { CustomerMergeAnswer } from './merge-schema';
import { mergeCustomer, undoMerge } from './merge';
import { ApiError } from '../http/problems';
import { isInScope } from '../access/scope';
import type { Routes } from '../context';

const params = Type.Object({ id: Id });

/** A prospect that turns out to be a customer, and back (R2). */
export const customerMerges: Routes = (app, dependencies) => {
  const { database } = dependencies;

  app.post(
    '/v1/customers/:id/merge',
    {
      config: { permission: 'customer.write' },
      schema: {
        operationId: 'mergeCustomer',
        tags: ['customers'],
        summary: 'Merge a prospect into the customer that they turned out to be',
        description:
          'Requests, contacts, units and contracts follow at once, running cases by a command each; the id of the prospect names the customer from then on. Taken back by /unmerge.',
        params,
        body: Closed(
          { into: Id, reason: Text(2_000) },
          { examples: [{ into: 'cus-0001', reason: 'The same company, known by another number' }] },
        ),
        response: {
          200: CustomerMergeAnswer,
          ...PROBLEMS,
          409: problemResponse('CUSTOMER.NOT_MERGEABLE'),
          422: problemResponse('REQUEST.REFERENCE_UNKNOWN'),
        },
      },
    },
    async ({ params: { id }, body: { into, reason }, principal, log }) => {
      await refuseUnseen(principal.scope, id, id);
      if (!(await isInScope(database, principal.scope, 'customer', into)))
        throw new ApiError('REQUEST.REFERENCE_UNKNOWN', { field: 'into', value: into }, 'into');
      const mergeId = await mergeCustomer(database, {
        fromId: id,
        intoId: into,
        reason,
        by: principal.actor.id,
      });
      log.info({ customerId: into, mergedId: id, mergeId }, 'customer merged');
      // As far as Temporal answers now; the sweeper tells the rest.
      await notifyOfMerges(dependencies);
      return { customerId: into, mergedId: id, merged: true };
    },
  );

  app.post(
    '/v1/customers/:id/unmerge',
    {
      config: { permission: 'customer.write' },
      schema: {
        operationId: 'unmergeCustomer',
        tags: ['customers'],
        summary: 'Take a merge back: the prospect has what came with them again',
        description:
          'By the id of the prospect that was merged. What came to the customer since then stays with the customer.',
        params,
        response: { 200: CustomerMergeAnswer, ...PROBLEMS, 409: problemResponse('CUSTOMER.NOT_MERGED') },
      },
    },
    async ({ params: { id }, principal, log }) => {
      const merge = await database.customerMerge.findFirst({ where: { fromId: id, undoneAt: null } });
      await refuseUnseen(principal.scope, merge?.intoId ?? id, id);
      const customerId = await undoMerge(database, { fromId: id, by: principal.actor.id });
      log.info({ customerId, mergedId: id }, 'customer merge reversed');
      await notifyOfMerges(dependencies);
      return { customerId, mergedId: id, merged: false };
    },
  );

  async function refuseUnseen(
    scope: Parameters<typeof isInScope>[1],
    id: string,
    what: string,
  ): Promise<void> {
    if (!(await isInScope(database, scope, 'customer', id)))
      throw new ApiError('RESOURCE.NOT_FOUND', { what });
  }

  return Promise.resolve();
};
