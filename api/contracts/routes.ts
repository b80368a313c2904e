import { PROBLEMS, problemResponse } from '../http/schema/common';
import { ContractAnswer, ContractListQuery, ContractPage, NewContract, type ContractView } from './schema';
import { addContract, WITH_UNITS, type ContractRow } from './add';
import { dayText, sharesView } from '../entitlement/columns';
import { listContracts } from './list';
import type { Routes } from '../context';

/** Service contracts (R6). */
export const contracts: Routes = (app, { database }) => {
  app.get(
    '/v1/contracts',
    {
      config: { permission: 'contract.read' },
      schema: {
        operationId: 'listContracts',
        tags: ['contracts'],
        summary: 'Service contracts that the caller sees, of a customer, on a unit or in force on a day',
        querystring: ContractListQuery,
        response: { 200: ContractPage, ...PROBLEMS },
      },
    },
    async ({ principal, query }) => {
      const { numbers, nextCursor } = await listContracts(database, principal.scope, query);
      const rows = await database.serviceContract.findMany({
        where: { number: { in: [...numbers] } },
        include: WITH_UNITS,
      });
      const items = numbers.flatMap((number) => rows.filter((row) => row.number === number));
      return { items: items.map(contractView), nextCursor };
    },
  );

  app.post(
    '/v1/contracts',
    {
      config: { permission: 'contract.write' },
      schema: {
        operationId: 'addContract',
        tags: ['contracts'],
        summary: 'Enter a service contract',
        description:
          'It counts from now on, also for days past; cases that are judged already stay as they are until they are judged anew. Sent again it answers 200 and changes nothing.',
        body: NewContract,
        response: {
          200: ContractAnswer,
          201: ContractAnswer,
          ...PROBLEMS,
          409: problemResponse('CONTRACT.EXISTS, CONTRACT.OVERLAPS'),
          422: problemResponse('REQUEST.REFERENCE_UNKNOWN'),
        },
      },
    },
    async ({ principal, body, log }, reply) => {
      const { row, isNew } = await addContract(database, body, principal, new Date());
      log.info({ contract: row.number, by: principal.actor.id, isNew }, 'contract');
      return reply.status(isNew ? 201 : 200).send(contractView(row));
    },
  );

  return Promise.resolve();
};

const contractView = (row: ContractRow): ContractView => ({
  number: row.number,
  customerId: row.customerId,
  unitIds: row.units.map(({ unitId }) => unitId),
  validFrom: dayText(row.validFrom),
  validTo: dayText(row.validTo),
  ...sharesView(row),
  wearParts: row.wearParts,
  causes: row.causes,
  createdAt: row.createdAt.toISOString(),
});
