import type { FastifyReply, FastifyRequest } from 'fastify';
import { guard } from '../../domain/parts-order/decide';
import type { ExecuteResult } from '../../domain/process/protocol';
import type { CustomerWireCommand } from './schema';
import { digestOf, doneBefore, execute, refuseUnusableIds, takenOf } from '../case-commands/execute';
import type { ApiDependencies } from '../context';
import { ApiError } from '../http/problems';
import { ordersOfCase } from './parts-orders';

type Confirmation = Extract<CustomerWireCommand, { type: 'confirmReceipt' }>;

/** The user says what has come (R19): a command of the parts order, which tells its case. @throws {ApiError} */
export async function confirmReceipt(
  dependencies: ApiDependencies,
  request: FastifyRequest,
  reply: FastifyReply,
  wire: Confirmation,
): Promise<ExecuteResult> {
  const { database } = dependencies;
  const { caseNumber, actor } = request.customer;
  const { order: number, ...data } = wire.data;
  const orderNow = async () =>
    (await ordersOfCase(database, caseNumber)).find(({ order }) => order.number === number);
  if (!(await orderNow()))
    throw new ApiError('REQUEST.REFERENCE_UNKNOWN', { field: 'data.order', value: number }, 'data.order');
  if (data.items?.every(({ received, wrong, missing }) => received + wrong + missing === 0))
    throw new ApiError('RECEIPT.NOTHING_SAID', {}, 'data.items');
  const digest = digestOf(wire, actor);
  // The same id for something in the case is as wrong as for something else in the order.
  for (const processId of [caseNumber, number])
    refuseUnusableIds(await takenOf(database, processId, [wire]), [wire], [digest]);
  const asked = { processId: number, wire: [wire], actor };
  return (
    (await doneBefore(database, asked)) ??
    execute(dependencies, request, reply, {
      ...asked,
      batch: [{ id: wire.id, type: wire.type, data, actor, digest }],
      whenEnded: async () => {
        const state = await orderNow();
        return state && guard(state, wire.type, actor);
      },
    })
  );
}
