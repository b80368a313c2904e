import { consequencesOf } from '../../domain/case/consequences';
import { Type } from '@sinclair/typebox';
import { ClockRegisterCache } from '../../activities/clock-registers';
import { CASE_KIND } from '../../activities/processes';
import type { CaseCommand } from '../../domain/case/commands';
import { allowedCommands } from '../../domain/case/decide';
import { serviceCase } from '../../domain/case/decider';
import type { CaseEvent } from '../../domain/case/events';
import type { CaseState } from '../../domain/case/state';
import type { Principal } from '../../domain/identity/principal';
import { CaseNumber, PROBLEMS, problemResponse } from '../http/schema/common';
import { CommandBatch } from './schema';
import { dryRun } from './dry-run';
import { CommandAnswer, CommandQuery } from './dry-run-schema';
import { CommandStatus } from './result-schema';
import { digestOf, execute, refuseUnusableIds, wasDoneJustSo } from './execute';
import { resolveBatch } from './resolve-batch';
import type { ApiDependencies } from '../context';
import { expectedVersion } from '../http/expected-version';
import { CommandHeaders } from '../http/schema/headers';
import type { Prisma } from '../../platform/database';
import { ApiError } from '../http/problems';
import { ANYBODY, readCase, readCaseForCommands } from '../cases/read-case';
import { caseReadable, inScope, isInScope } from '../access/scope';
import { readingOf } from '../access/reading';
import type { Routes } from '../context';

const params = Type.Object({ number: CaseNumber });

export const commands: Routes = (app, dependencies) => {
  const { database, config, logger } = dependencies;
  const registers = new ClockRegisterCache(database);

  app.post(
    '/v1/cases/:number/commands',
    {
      config: { permission: 'case.command' },
      schema: {
        operationId: 'commandCase',
        tags: ['cases'],
        summary: 'Give commands to a case: one, or a visit’s worth in order',
        description:
          'All of the batch is done, or none. Each command happens at most once by its id: when no answer came, send the same batch again. If-Match with the ETag of the case refuses the batch if the case has changed since. With `dryRun` nothing is done, and the answer tells what would be.',
        params,
        querystring: CommandQuery,
        headers: CommandHeaders,
        body: CommandBatch,
        response: {
          200: CommandAnswer,
          ...PROBLEMS,
          409: problemResponse('CASE.WRONG_STAGE and other refusals by the rules: nothing has changed'),
          412: problemResponse('CASE.STALE'),
          422: problemResponse(
            'REQUEST.REFERENCE_UNKNOWN, COMMAND.INVALID, COMMAND.ID_REUSED, COMMAND.ID_RESERVED',
          ),
          429: problemResponse('CASE.BUSY'),
          504: problemResponse('COMMAND.OUTCOME_UNKNOWN: send the same batch again'),
        },
      },
    },
    async (request, reply) => {
      const { number } = request.params;
      const { principal } = request;
      const wire = request.body.commands;
      const digests = wire.map((command) => digestOf(command, principal.actor));
      const ids = wire.map(({ id }) => id);
      const read = (condition: Prisma.Sql) => readCaseForCommands(database, number, { condition, ids });
      const stored =
        (await read(inScope(principal.scope, 'service_case'))) ??
        ((await wasDoneJustSo(database, number, wire, digests)) ? await read(ANYBODY) : undefined) ??
        (await notThere(dependencies, number, principal));
      refuseUnusableIds(stored.done, wire, digests);
      const resolve = () => resolveBatch({ database, config, logger, principal }, stored, wire, digests);
      const expectedSeq = expectedVersion(request.headers['if-match']);
      if (request.query.dryRun === true)
        return dryRun<CaseState, CaseCommand, CaseEvent>(
          { database, config, registers },
          {
            decider: serviceCase,
            kind: CASE_KIND,
            ...stored,
            done: stored.done.map(({ commandId }) => commandId),
            expectedSeq,
            reading: readingOf(principal),
            batch: resolve,
            consequences: consequencesOf,
            allowed: (state, now) => allowedCommands(state, principal.actor, now),
          },
        );
      const batch = await resolve();
      const result = await execute(dependencies, request, reply, {
        processId: number,
        wire,
        actor: principal.actor,
        batch,
        expectedSeq,
      });
      // Also where dispatching has taken it out of their sight: they have just acted on it.
      const after = await readCase(database, number, ANYBODY);
      if (!after) throw new ApiError('RESOURCE.NOT_FOUND', { what: number });
      return reply.header('etag', `"${after.seq}"`).send({
        ...result,
        stage: after.state.stage,
        allowedCommands: [...allowedCommands(after.state, principal.actor, new Date().toISOString())],
      });
    },
  );

  app.get(
    '/v1/cases/:number/commands/:id',
    {
      config: { permission: 'case.read' },
      schema: {
        operationId: 'getCaseCommand',
        tags: ['cases'],
        summary: 'Whether a command was done: what to ask when no answer came',
        params: Type.Object({ number: CaseNumber, id: Type.String({ pattern: '^[\\w.:-]{8,100}$' }) }),
        response: { 200: CommandStatus, ...PROBLEMS },
      },
    },
    async (request) => {
      const { number, id } = request.params;
      if (!(await readCase(database, number, caseReadable(request.principal.scope))))
        await notThere(dependencies, number, request.principal);
      const done = await database.processCommand.findUnique({
        where: { processId_commandId: { processId: number, commandId: id } },
      });
      if (!done) throw new ApiError('RESOURCE.NOT_FOUND', { what: id });
      return { id, status: 'done' as const, seq: done.seq, at: done.at.toISOString() };
    },
  );
  return Promise.resolve();
};

/** @throws {ApiError} 404 where it is not there for this caller; 403 where it has been given to another region; 409 where it is registered but has not started. */
async function notThere({ database }: ApiDependencies, number: string, { scope }: Principal): Promise<never> {
  const registered = await database.request.findUnique({ where: { caseNumber: number } });
  if (!registered || !(await isInScope(database, scope, 'request', registered.number)))
    throw new ApiError('RESOURCE.NOT_FOUND', { what: number });
  const sees = async (condition: Prisma.Sql) => (await readCase(database, number, condition)) !== undefined;
  // A case that has started since it was looked for is in scope now, and not given away.
  const isGivenAway = (await sees(caseReadable(scope))) && !(await sees(inScope(scope, 'service_case')));
  throw new ApiError(isGivenAway ? 'CASE.READ_ONLY' : 'CASE.NOT_STARTED');
}
