import { Type } from '@sinclair/typebox';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify from 'fastify';
import { validatorCompiler } from '../../../api/validation';
import type { CaseCommand } from '../../../domain/case/commands';
import { decide } from '../../../domain/case/decide';
import { evolve } from '../../../domain/case/evolve';
import { UNREGISTERED, type CaseState } from '../../../domain/case/state';
import { DomainError } from '../../../domain/errors';
import { SYSTEM, type Actor } from '../../../domain/identity/actor';
import type { Command } from '../../../domain/process/decider';
import { NewAbsence } from '../../../schemas/absence';
import { CommandBatch, type WireCommand } from '../../../schemas/commands';
import { CustomerPatch } from '../../../schemas/customer';
import { LoginBody } from '../../../schemas/login';
import { NewRequest } from '../../../schemas/requests';
import type { Company } from '../../../cli/sample/company-shapes';
import { Register } from './register';

/** A service in small: the wire's own schemas before, the rules of the service case behind. No database, no Temporal. */
export interface Service {
  readonly url: string;
  /** By case number. */
  readonly cases: ReadonlyMap<string, CaseState>;
  /** By idempotency key. */
  readonly caseNumbers: ReadonlyMap<string, string>;
  /** Every batch that changed something, as it came. */
  readonly batches: readonly WireCommand[][];
  stop(): Promise<void>;
}

interface Options {
  readonly now: string;
  /** So many calls are answered 503 first. */
  readonly busyFor?: number;
}

const problem = (code: string, detail: string) => ({ code, detail });

export async function startService(company: Company, { now, busyFor = 0 }: Options): Promise<Service> {
  const register = new Register(company, now.slice(0, 10));
  const cases = new Map<string, CaseState>();
  const caseNumbers = new Map<string, string>();
  const bodies = new Map<string, string>();
  const done = new Map<string, string>();
  const batches: WireCommand[][] = [];
  const prospects = new Map<string, 'prospect' | 'active'>();
  let busy = busyFor;

  const app = Fastify().withTypeProvider<TypeBoxTypeProvider>().setValidatorCompiler(validatorCompiler);
  app.addHook('onRequest', async (_request, reply) => {
    busy -= 1;
    if (busy >= 0) return reply.status(503).send(problem('TEMPORAL.UNAVAILABLE', 'Not yet.'));
    return undefined;
  });
  app.setErrorHandler((error, _request, reply) =>
    error instanceof DomainError
      ? reply.status(409).send(problem(error.code, error.message))
      : reply.status(400).send(problem('REQUEST.INVALID', error instanceof Error ? error.message : String(error))),
  );
  const actorOf = (authorization: string | undefined): Extract<Actor, { kind: 'staff' }> => {
    const { id, nameZh, roles, organisationId } = register.staff(authorization?.replace('Bearer token-of-', '') ?? '');
    return { kind: 'staff', id, name: nameZh, roles, organisationId };
  };

  app.post('/v1/login', { schema: { body: LoginBody } }, ({ body }) => ({ token: `token-of-${register.staff(body.login).login}` }));

  app.post('/v1/requests', { schema: { body: NewRequest } }, (request, reply) => {
    const key = String(request.headers['idempotency-key']);
    const { receivedAt = now, ...body } = request.body;
    const [known] = register.customersWith(body.sender);
    const customer = { id: known?.id ?? `prospect-${key}`, name: known?.name ?? '', status: known ? 'active' : 'prospect' } as const;
    const text = JSON.stringify(request.body);
    if ((bodies.get(key) ?? text) !== text) return reply.status(422).send(problem('IDEMPOTENCY.KEY_REUSED', key));
    const number = caseNumbers.get(key) ?? `AS-2026-${String(caseNumbers.size + 1).padStart(6, '0')}`;
    if (!caseNumbers.has(key)) {
      const { organisationId } = actorOf(request.headers.authorization);
      const data = { ...body, receivedAt, caseNumber: number, requestNumber: number.replace('AS', 'RQ'), openCases: [] };
      const regionId = known?.regionId ?? (organisationId === 'hq' ? undefined : organisationId);
      const command = {
        type: 'register',
        data: { ...data, customer, intakeOrganisationId: organisationId, ...(regionId !== undefined && { regionId, serviceLevel: 'A' as const }) },
      } as const;
      cases.set(number, after(UNREGISTERED, { ...command, id: 'register', actor: SYSTEM }, now));
      if (!known) prospects.set(customer.id, 'prospect');
    }
    caseNumbers.set(key, number);
    bodies.set(key, text);
    return reply.status(201).send({ caseNumber: number, customer });
  });

  const byNumber = { params: Type.Object({ number: Type.String() }) };
  app.get('/v1/cases/:number', { schema: byNumber }, ({ params }) => {
    const state = cases.get(params.number);
    // What comes to a case by itself here: the word of an absence.
    const items = (state?.absences ?? []).map(() => ({ type: 'EngineerAbsent' }));
    return { revisit: state?.revisit ?? null, timeline: { items } };
  });

  const byId = { params: Type.Object({ id: Type.String() }) };
  app.post('/v1/staff/:id/absences', { schema: { ...byId, body: NewAbsence } }, ({ params, body, headers }, reply) => {
    const engineerId = register.staffById(params.id).id;
    const { from, to } = body;
    const data = { id: String(headers['idempotency-key']), engineerId, from, to };
    for (const [number, state] of cases)
      if (state.stage === 'dispatched' && state.dispatch?.engineer.id === engineerId)
        cases.set(number, after(state, { type: 'recordAbsence', data, id: data.id, actor: SYSTEM }, now));
    return reply.status(201).send({ id: data.id });
  });


  app.post('/v1/cases/:number/commands', { schema: { ...byNumber, body: CommandBatch } }, (request, reply) => {
    const { number } = request.params;
    const { commands } = request.body;
    const actor = actorOf(request.headers.authorization);
    const reused = commands.find((command) => (done.get(command.id) ?? JSON.stringify(command)) !== JSON.stringify(command));
    if (reused) return reply.status(422).send(problem('COMMAND.ID_REUSED', reused.id));
    const fresh = commands.filter(({ id }) => !done.has(id));
    let state = cases.get(number) ?? UNREGISTERED;
    for (const { id, occurredAt, ...wire } of fresh)
      state = after(state, { ...register.resolve({ id, ...wire }, state.regionId), id, actor, ...(occurredAt !== undefined && { occurredAt }) }, now);
    cases.set(number, state);
    for (const command of fresh) done.set(command.id, JSON.stringify(command));
    if (fresh.length > 0) batches.push(fresh);
    return reply.send({ seq: 1, duplicate: fresh.length === 0 });
  });

  app.get('/v1/customers/:id', { schema: byId }, ({ params }) => ({ status: prospects.get(params.id) ?? 'active', version: 1 }));
  app.patch('/v1/customers/:id', { schema: { ...byId, body: CustomerPatch } }, ({ params, headers, body }, reply) => {
    if (headers['if-match'] !== '"1"') return reply.status(412).send(problem('CUSTOMER.STALE', params.id));
    register.organisation(body.regionId ?? '');
    prospects.set(params.id, body.status ?? 'prospect');
    return reply.send({});
  });

  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  return { url, cases, caseNumbers, batches, stop: () => app.close() };
}

function after(state: CaseState, command: Command<CaseCommand>, now: string): CaseState {
  const { id: commandId, actor, occurredAt } = command;
  return decide(state, command, now).reduce(
    (folded, event, index) =>
      evolve(folded, { ...event, seq: index + 1, at: now, commandId, actor, ...(occurredAt !== undefined && { occurredAt }) }),
    state,
  );
}
