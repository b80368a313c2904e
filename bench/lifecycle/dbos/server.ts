import { DBOS } from '@dbos-inc/dbos-sdk';
import { type TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Type } from '@sinclair/typebox';
import Fastify from 'fastify';
import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import { validatorCompiler } from '../../../api/http/validation';
import { readConfig } from '../../../platform/config';
import { createLogger } from '../../../platform/logger';
import { onShutdown } from '../../../platform/shutdown';
import { CommandBatch } from '../../../api/case-commands/schema';
import { NewRequest } from '../../../api/requests/schema';
import { createFinanceClient } from '../../../systems/finance/client';
import { createPartsClient } from '../../../systems/parts/client';
import { COMMANDS, createRepairCase, REGISTERED, type Outcome } from './repair-case';
import { createTables } from './tables';

const POOL_SIZE = 10;
const PATIENCE_SECONDS = 30;
const CaseId = Type.Object({ id: Type.String() });

/** The repair case on DBOS behind an API of its own: no roles, no registers, no lists. */
async function main(): Promise<void> {
  const config = readConfig();
  const logger = createLogger('dbos', config.AFTERCARE_LOG_LEVEL);
  const pool = new Pool({ connectionString: config.DATABASE_URL, max: POOL_SIZE });
  await createTables(pool);
  const access = { token: config.AFTERCARE_SYSTEMS_TOKEN, timeoutMs: 10_000 };
  const parts = createPartsClient({ baseUrl: config.AFTERCARE_PARTS_URL, ...access });
  const finance = createFinanceClient({ baseUrl: config.AFTERCARE_FINANCE_URL, ...access });
  DBOS.setConfig({ name: 'repair', systemDatabaseUrl: config.DATABASE_URL, logLevel: 'warn' });
  const repairCase = createRepairCase({ pool, parts, finance });
  await DBOS.launch();

  const app = Fastify({
    loggerInstance: logger,
    disableRequestLogging: true,
  }).withTypeProvider<TypeBoxTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.addHook('onResponse', async (request, reply) => {
    request.log.info({ route: request.routeOptions.url, statusCode: reply.statusCode }, 'request');
    return Promise.resolve();
  });
  app.post('/requests', { schema: { body: NewRequest } }, async (request, reply) => {
    const id = randomUUID();
    await DBOS.startWorkflow(repairCase, { workflowID: id })(id, request.body);
    const stage = await DBOS.getEvent<string>(id, REGISTERED, PATIENCE_SECONDS);
    return reply.status(stage === null ? 202 : 201).send({ caseNumber: id });
  });
  app.post(
    '/cases/:id/commands',
    { schema: { params: CaseId, body: CommandBatch } },
    async (request, reply) => {
      const { id } = request.params;
      const [command] = request.body.commands;
      if (!command) return reply.status(400).send({ detail: 'No command' });
      const known = await pool.query('SELECT 1 FROM repair_case WHERE id = $1', [id]);
      if (known.rowCount === 0) return reply.status(404).send({ detail: `There is no case ${id}` });
      await DBOS.send(id, command, COMMANDS, command.id);
      const outcome = await DBOS.getEvent<Outcome>(id, command.id, PATIENCE_SECONDS);
      if (outcome === null) return reply.status(504).send({ detail: 'Nobody knows yet' });
      if (!outcome.ok) return reply.status(409).send({ detail: outcome.reason });
      return outcome;
    },
  );
  app.get('/cases/:id/settled', { schema: { params: CaseId } }, async (request) => {
    await DBOS.retrieveWorkflow(request.params.id).getResult();
    return {};
  });
  app.get('/cases/:id/history', { schema: { params: CaseId } }, async (request) => ({
    length: (await DBOS.listWorkflowSteps(request.params.id))?.length ?? 0,
  }));
  onShutdown(logger, async () => {
    await app.close();
    await DBOS.shutdown();
    await Promise.all([parts.close(), finance.close(), pool.end()]);
  });
  await app.listen({ host: config.AFTERCARE_HOST, port: config.AFTERCARE_PORT });
  logger.info('dbos ready');
}

void main();
