import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ExecuteResult } from '../../domain/process/protocol';
import {
  CustomerCommand,
  CustomerCommandResult,
  CUSTOMER_PROBLEMS,
  type CustomerWireCommand,
} from './schema';
import { problemResponse } from '../http/schema/common';
import { digestOf, doneBefore, execute, refuseUnusableIds, takenOf } from '../case-commands/execute';
import type { ApiDependencies, Routes } from '../context';
import { forCustomers, resolveCustomerCommand } from './commands';
import { confirmReceipt } from './confirm-receipt';
import { caseOfLink, LIMIT_PER_ADDRESS, notForSurveysAlone } from './link-holder';
import { ordersOfCase } from './parts-orders';
import { hasGoneOn, toAnsweredSurvey } from './survey';
import { actionsOf } from './view';
import { limiter } from '../http/limiter';
import { ApiError } from '../http/problems';
import type { StoredCase } from '../cases/read-case';

const LIMIT_PER_LINK = { max: 20, keyGenerator: ({ customer }: FastifyRequest) => customer.linkId };

/** Commands of customers by the link to their case: the same rules decide as for staff (R36). */
export const customerCommands: Routes = (app, dependencies) => {
  const { database } = dependencies;

  app.post(
    '/v1/customer/case/commands',
    {
      config: { permission: 'customer-link', takesUsedLinks: true },
      onRequest: limiter(app, LIMIT_PER_ADDRESS),
      preHandler: limiter(app, LIMIT_PER_LINK),
      schema: {
        operationId: 'commandCustomerCase',
        tags: ['customers by link'],
        summary: 'The customer decides: what `actions` of the case names',
        description:
          'A command happens at most once by its id: when no answer came, send the same again. A link that was sent for the survey holds for one answer; the same answer again is answered as done.',
        body: CustomerCommand,
        response: {
          200: CustomerCommandResult,
          ...CUSTOMER_PROBLEMS,
          409: problemResponse(
            'CUSTOMER.NOT_NOW, CASE.ENGINEER_ON_THE_WAY, SURVEY.ANSWERED_ALREADY, SURVEY.OVER: nothing has changed',
          ),
          422: problemResponse(
            'APPOINTMENT.NOT_OFFERED, RECEIPT.NOTHING_SAID, PARTS_ORDER.TOO_MANY, COMMAND.ID_REUSED, COMMAND.ID_RESERVED',
          ),
          504: problemResponse('COMMAND.OUTCOME_UNKNOWN: send the same again'),
        },
      },
    },
    async (request, reply) => {
      const { customer, body: wire } = request;
      const { caseNumber, actor, linkId, purpose } = customer;
      if (wire.type !== 'recordSurvey') notForSurveysAlone(customer);
      const stored = await caseOfLink(database, customer);
      const done =
        wire.type === 'confirmReceipt'
          ? confirmReceipt(dependencies, request, reply, wire)
          : decideInCase(dependencies, request, reply, { stored, wire });
      const result = await done.catch((error: unknown) => {
        throw forCustomers(error);
      });
      if (purpose === 'survey')
        await database.customerLink.updateMany({
          where: { id: linkId, usedAt: null },
          data: { usedAt: new Date() },
        });
      const { state } = await caseOfLink(database, customer);
      const actions = actionsOf(state, await ordersOfCase(database, caseNumber), actor);
      return { duplicate: result.duplicate, stage: state.stage, actions };
    },
  );
  return Promise.resolve();
};

async function decideInCase(
  dependencies: ApiDependencies,
  request: FastifyRequest,
  reply: FastifyReply,
  { stored, wire }: { stored: StoredCase; wire: Exclude<CustomerWireCommand, { type: 'confirmReceipt' }> },
): Promise<Pick<ExecuteResult, 'duplicate'>> {
  const { database } = dependencies;
  const { caseNumber, actor, isUsed } = request.customer;
  const digest = digestOf(wire, actor);
  refuseUnusableIds(await takenOf(database, caseNumber, [wire]), [wire], [digest]);
  const asked = { processId: caseNumber, wire: [wire], actor };
  const before = await doneBefore(database, asked);
  if (before) return before;
  const take = async (): Promise<ExecuteResult> => {
    const command = await resolveCustomerCommand(dependencies, stored, wire, new Date());
    const batch = [{ ...command, id: wire.id, actor, digest }];
    return execute(dependencies, request, reply, { ...asked, batch });
  };
  if (wire.type !== 'recordSurvey') return take();
  const { AFTERCARE_TIME_ZONE: timeZone } = dependencies.config;
  if (isUsed)
    return toAnsweredSurvey(stored.state, wire.data, { timeZone, refusal: () => new ApiError('LINK.USED') });
  return take().catch(async (error: unknown) => {
    if (!hasGoneOn(error)) throw error;
    const { state } = await caseOfLink(database, request.customer);
    return toAnsweredSurvey(state, wire.data, { timeZone, refusal: () => error });
  });
}
