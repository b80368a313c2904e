import { Type } from '@sinclair/typebox';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify from 'fastify';
import { validatorCompiler } from '../../../api/http/validation';
import type { CaseCommand } from '../../../domain/case/commands';
import { decide } from '../../../domain/case/decide';
import { evolve } from '../../../domain/case/evolve';
import { UNREGISTERED, type CaseState } from '../../../domain/case/state';
import { DomainError } from '../../../domain/errors';
import { SYSTEM, type Actor } from '../../../domain/identity/actor';
import type { Command } from '../../../domain/process/decider';
import { NewAbsence } from '../../../api/dispatch/absence-schema';
import { CommandBatch, type WireCommand } from '../../../api/case-commands/schema';
import { CustomerPatch } from '../../../api/customers/schema';
import { LoginBody } from '../../../api/access/schema';
import { NewRequest } from '../../../api/requests/schema';
import type { CaseEvent } from '../../../domain/case/events';
import type { OrderState } from '../../../domain/parts-order/state';
import { OrderCommandBatch, type OrderWireCommand } from '../../../api/parts-orders/schema';
import type { Company } from '../../../cli/sample/company-shapes';
import { SampleOrders } from './orders';
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
  /** The same of parts orders. */
  readonly orderBatches: readonly OrderWireCommand[][];
  readonly orders: ReadonlyMap<string, OrderState>;
  stop(): Promise<void>;
}

interface Options {
  readonly now: string;
  /** So many calls are answered 503 first. */
  readonly busyFor?: number;
  /** So often somebody asks before a parts order is there, and again before the parts system answers it. */
  readonly slowParts?: number;
}

const problem = (code: string, detail: string) => ({ code, detail });

export async function startService(company: Company, { now, busyFor = 0, slowParts = 0 }: Options): Promise<Service> {
  const register = new Register(company, now.slice(0, 10));
  const cases = new Map<string, CaseState>();
  const caseNumbers = new Map<string, string>();
  const bodies = new Map<string, string>();
  const done = new Map<string, string>();
  const batches: WireCommand[][] = [];
  const orderBatches: OrderWireCommand[][] = [];
  const happened = new Map<string, string[]>();
  const prospects = new Map<string, 'prospect' | 'active'>();
  let busy = busyFor;

  const give = (number: string, command: Command<CaseCommand>): void => {
    const state = cases.get(number) ?? UNREGISTERED;
    const events = decide(state, command, now);
    cases.set(number, folded(state, events, command, now));
    happened.set(number, [...(happened.get(number) ?? []), ...events.map(({ type }) => type)]);
    for (const event of events) if (event.type === 'PartsOrdered') orders.start(event.data);
  };
  const orders = new SampleOrders(register, slowParts, (number, data) =>
    give(number, { type: 'recordPartsProgress', data, id: `${data.order}:${data.seq}`, actor: SYSTEM }),
  );

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
      give(number, { ...command, id: 'register', actor: SYSTEM });
      if (!known) prospects.set(customer.id, 'prospect');
    }
    caseNumbers.set(key, number);
    bodies.set(key, text);
    return reply.status(201).send({ caseNumber: number, customer });
  });

  const byNumber = { params: Type.Object({ number: Type.String() }) };
  app.get('/v1/cases/:number', { schema: byNumber }, ({ params }) => {
    const state = cases.get(params.number);
    return { revisit: state?.revisit ?? null, timeline: { items: (happened.get(params.number) ?? []).map((type) => ({ type })) } };
  });

  const byId = { params: Type.Object({ id: Type.String() }) };
  app.post('/v1/staff/:id/absences', { schema: { ...byId, body: NewAbsence } }, ({ params, body, headers }, reply) => {
    const engineerId = register.staffById(params.id).id;
    const { from, to } = body;
    const data = { id: String(headers['idempotency-key']), engineerId, from, to };
    for (const [number, state] of cases)
      if (state.stage === 'dispatched' && state.dispatch?.engineer.id === engineerId)
        give(number, { type: 'recordAbsence', data, id: data.id, actor: SYSTEM });
    return reply.status(201).send({ id: data.id });
  });

  app.post('/v1/cases/:number/commands', { schema: { ...byNumber, body: CommandBatch } }, (request, reply) => {
    const { number } = request.params;
    const { commands } = request.body;
    const actor = actorOf(request.headers.authorization);
    const reused = commands.find((command) => (done.get(command.id) ?? JSON.stringify(command)) !== JSON.stringify(command));
    if (reused) return reply.status(422).send(problem('COMMAND.ID_REUSED', reused.id));
    const fresh = commands.filter(({ id }) => !done.has(id));
    const before = cases.get(number) ?? UNREGISTERED;
    const batch = fresh.map(({ id, occurredAt, ...wire }) => {
      const command = register.resolve({ id, ...wire }, before.regionId);
      return { ...command, id, actor, ...(occurredAt !== undefined && { occurredAt }) };
    });
    // All of it or nothing.
    batch.reduce((state, command) => folded(state, decide(state, command, now), command, now), before);
    for (const command of batch) give(number, command);
    for (const command of fresh) done.set(command.id, JSON.stringify(command));
    if (fresh.length > 0) batches.push(fresh);
    return reply.send({ seq: 1, duplicate: fresh.length === 0 });
  });

  app.get('/v1/parts-orders', { schema: { querystring: Type.Object({ caseNumber: Type.String() }) } }, ({ query }) => ({
    items: orders.of(query.caseNumber),
  }));
  app.post('/v1/parts-orders/:number/commands', { schema: { ...byNumber, body: OrderCommandBatch } }, (request, reply) => {
    const actor = actorOf(request.headers.authorization);
    const fresh = request.body.commands.filter(({ id }) => !done.has(id));
    for (const command of fresh) {
      orders.give(request.params.number, command, actor);
      done.set(command.id, JSON.stringify(command));
    }
    if (fresh.length > 0) orderBatches.push(fresh);
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
  return {
    url,
    cases,
    caseNumbers,
    batches,
    orderBatches,
    get orders() {
      return orders.states;
    },
    stop: () => app.close(),
  };
}

const folded = (state: CaseState, events: readonly CaseEvent[], command: Command<CaseCommand>, now: string): CaseState =>
  events.reduce((before, event, index) => {
    const { id: commandId, actor, occurredAt } = command;
    return evolve(before, { ...event, seq: index + 1, at: now, commandId, actor, ...(occurredAt !== undefined && { occurredAt }) });
  }, state);
