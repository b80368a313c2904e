import type { FastifyRequest } from 'fastify';
import { CustomerCommand, CustomerCommandResult, CUSTOMER_PROBLEMS } from '../../schemas/customer-case';
import { problemResponse } from '../../schemas/common';
import { digestOf, doneBefore, execute, refuseReusedIds } from '../commands/execute';
import type { Routes } from '../context';
import { forCustomers, resolveCustomerCommand } from '../customer/commands';
import { caseOfLink, LIMIT_PER_ADDRESS, notForSurveysAlone } from '../customer/link-holder';
import { actionsOf } from '../customer/view';
import { limiter } from '../limiter';

const LIMIT_PER_LINK = { max: 20, keyGenerator: ({ customer }: FastifyRequest) => customer.linkId };

/** What customers decide by the link to their case: judged by the same rules as what anybody else does (R36). */
export const customerCommands: Routes = (app, dependencies) => {
  const { database } = dependencies;

  app.post(
    '/v1/customer/case/commands',
    {
      config: { permission: 'customer-link' },
      onRequest: limiter(app, LIMIT_PER_ADDRESS),
      preHandler: limiter(app, LIMIT_PER_LINK),
      schema: {
        tags: ['customers by link'],
        summary: 'The customer decides: what `actions` of the case names',
        description:
          'A command happens at most once by its id: when no answer came, send the same again. A link that was sent for the survey holds for one answer.',
        body: CustomerCommand,
        response: {
          200: CustomerCommandResult,
          ...CUSTOMER_PROBLEMS,
          409: problemResponse('CUSTOMER.NOT_NOW, CASE.ENGINEER_ON_THE_WAY: nothing has changed'),
          422: problemResponse('APPOINTMENT.NOT_OFFERED, COMMAND.ID_REUSED'),
          504: problemResponse('COMMAND.OUTCOME_UNKNOWN: send the same again'),
        },
      },
    },
    async (request, reply) => {
      const { customer, body: wire } = request;
      const { caseNumber, actor, linkId, purpose } = customer;
      if (wire.type !== 'recordSurvey') notForSurveysAlone(customer);
      const stored = await caseOfLink(database, customer);
      const digest = digestOf(wire, actor);
      await refuseReusedIds(dependencies, caseNumber, [wire], [digest]);
      const asked = { processId: caseNumber, wire: [wire], actor };
      const result =
        (await doneBefore(database, asked)) ??
        (await resolveCustomerCommand(database, stored, wire, new Date())
          .then((command) =>
            execute(dependencies, request, reply, {
              ...asked,
              batch: [{ ...command, id: wire.id, actor, digest }],
            }),
          )
          .catch((error: unknown) => {
            throw forCustomers(error);
          }));
      if (purpose === 'survey')
        await database.customerLink.update({ where: { id: linkId }, data: { usedAt: new Date() } });
      const { state } = await caseOfLink(database, customer);
      return { duplicate: result.duplicate, stage: state.stage, actions: actionsOf(state, actor) };
    },
  );
  return Promise.resolve();
};
