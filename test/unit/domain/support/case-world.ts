import { serviceCase } from '../../../../domain/case/decider';
import type { Registration } from '../../../../domain/case/intake/terms';
import { DomainError } from '../../../../domain/errors';
import { SYSTEM, type Actor } from '../../../../domain/identity/actor';
import type { PartsProgressReport } from '../../../../domain/case/parts/order-terms';
import type { OrderCommand } from '../../../../domain/parts-order/commands';
import type { JsonObject, JsonValue } from '../../../../domain/json';
import { REGISTER_REQUEST } from '../../../../domain/case/after-service/new-problems';
import { DELIVER, type PendingCall } from '../../../../domain/process/calls';
import type { CallOutcome, Effect } from '../../../../domain/process/decider';
import { Books } from '../parts-order/books';
import { World as OrderWorld } from '../parts-order/world';
import { settleCall, whoDoes, type AnyCommand } from './case-builder';
import { aRegistration } from './commands';
import { FinanceBooks } from './finance-books';
import { History } from './history';

type Outcome = CallOutcome['outcome'];

/**
 * How the systems answer: at once; not at all (they are away); or they do what they are asked and their answer is lost. What is lost or
 * never asked is asked again, under its key, once they are well.
 */
export const WAYS_TO_ANSWER = ['at once', 'not at all', 'unheard'] as const;
export type WayToAnswer = (typeof WAYS_TO_ANSWER)[number];

const STEP_MS = 10 * 60_000;
export const STOCK = { 'CAP-1': 40, 'SEAL-2': 40, 'BELT-3': 40 } as const;

/** A case with the parts and the finance system and the parts orders that it has to do with, in memory. */
export class CaseWorld extends History {
  readonly parts = new Books(STOCK);
  readonly finance = new FinanceBooks();
  readonly orders = new Map<string, OrderWorld>();
  private readonly answered = new Map<string, Outcome>();
  private readonly isReady: boolean = true;

  constructor(
    registration: Registration = aRegistration(),
    private answers: WayToAnswer = 'at once',
    /** Calls of these names are refused for good. */
    public failing: readonly string[] = [],
  ) {
    super(registration);
    this.parts.deliver = (input) => this.hear(input);
  }

  override give(command: AnyCommand, actor: Actor, occurredAt?: string): void {
    super.give(command, actor, occurredAt);
    // Not while the history before it is being built.
    if (this.isReady) this.run();
  }

  /** By somebody who may. @throws {DomainError} as the rules do. */
  does(command: AnyCommand, by: Actor = whoDoes(command)): this {
    const given = this.moments.length;
    this.nowMs += STEP_MS;
    this.give(command, by);
    const refusal = this.moments[given]?.refusal;
    if (refusal) throw refusal;
    return this;
  }

  /** The systems stop answering from now on. */
  goAway(): this {
    this.answers = 'not at all';
    return this;
  }

  /** The systems are well again: what was not answered is asked again. */
  recover(): this {
    this.answers = 'at once';
    this.run();
    return this;
  }

  /** Pieces in stock, with engineers, with the user and lost: what there was, and was bought, has to be among them. */
  get pieces(): number {
    const { stock, issued, withUser, lost } = this.parts;
    return [...stock.values()].reduce((sum, one) => sum + one, 0) + issued + withUser + lost;
  }

  order(number = 'PO-2026-000001'): OrderWorld {
    const order = this.orders.get(number);
    if (!order) throw new Error(`No order ${number} was started`);
    return order;
  }

  get pending(): readonly string[] {
    return this.calls.carry().pending.map(({ key }) => key);
  }

  /** Commands that are on their way to an order now. */
  get underWay(): readonly JsonValue[] {
    return this.calls
      .runnable()
      .flatMap(({ input: { processType, command } }) =>
        processType === 'partsOrder' ? typeOf(command) : [],
      );
  }

  /** Calls of a name that were asked for, in order. */
  effectsOf(call: string): readonly Effect[] {
    return this.moments
      .flatMap(({ effects }) => effects)
      .filter((effect) => effect.kind === 'call' && effect.call === call);
  }

  get tasks(): readonly string[] {
    return serviceCase.tasks(this.state).map(({ kind }) => kind);
  }

  private run(): void {
    if (this.answers === 'not at all') return;
    for (;;) {
      const runnable = this.calls.runnable();
      const next = this.answers === 'unheard' ? undefined : runnable[0];
      if (this.answers === 'unheard') for (const call of runnable) this.ask(call);
      if (!next) return;
      this.calls.settle(next.key);
      const { key, call, undoes } = next;
      const outcome = this.ask(next);
      super.give(settleCall({ key, call, undo: undoes !== undefined, outcome }), SYSTEM);
    }
  }

  /** The same key is answered the same, however often. */
  private ask(call: PendingCall): Outcome {
    const known = this.answered.get(call.key);
    if (known) return known;
    const outcome = this.failing.includes(call.call)
      ? ({ ok: false, code: 'SYSTEM.REFUSED', reason: 'not here' } as const)
      : this.answer(call);
    this.answered.set(call.key, outcome);
    return outcome;
  }

  private answer(call: PendingCall): Outcome {
    if (call.call === DELIVER) return this.deliver(call.input);
    if (call.call === REGISTER_REQUEST) return NUMBERED;
    return this.finance.knows(call.call) ? this.finance.answer(call) : this.parts.answer(call);
  }

  private deliver({ processType, processId, command }: JsonObject): Outcome {
    if (processType !== 'partsOrder' || typeof processId !== 'string') return OK;
    const number = processId;
    const order = this.orders.get(number) ?? new OrderWorld(this.parts);
    this.orders.set(number, order);
    const requested = this.events.find(
      (event) => event.type === 'PartsOrdered' && event.data.number === number,
    );
    return outcomeOf(() => {
      if (requested?.type === 'PartsOrdered' && JSON.stringify(command).includes('"type":"request"'))
        order.give({ type: 'request', data: requested.data }, SYSTEM);
      else if (JSON.stringify(command).includes('"type":"redirect"')) this.redirect(order);
      else if (isUse(command)) order.give(command, SYSTEM);
      else order.give({ type: 'cancel', data: { reason: 'the case was cancelled' } }, SYSTEM);
    });
  }

  private redirect(order: OrderWorld): void {
    const redirected = this.events.findLast((event) => event.type === 'OrdersRedirected');
    if (redirected?.type !== 'OrdersRedirected') throw new Error('Nobody was sent');
    const { id: engineerId, outletId, regionId } = redirected.data.engineer;
    order.give(
      { type: 'redirect', data: { engineerId, outletId, preferredDepots: [outletId, regionId] } },
      SYSTEM,
    );
  }

  /** News of an order, as it comes to the case. */
  private hear({ command }: JsonObject): Outcome {
    const progress = command !== undefined && dataOf(command);
    if (!isProgress(progress)) throw new Error(`An order tells its case ${JSON.stringify(command)}`);
    return outcomeOf(() => this.does({ type: 'recordPartsProgress', data: progress }, SYSTEM));
  }
}

const NUMBERED: Outcome = {
  ok: true,
  result: { requestNumber: 'RQ-2026-000002', caseNumber: 'AS-2026-000002' },
};
const OK: Outcome = { ok: true, result: null };
const dataOf = (value: JsonValue): JsonValue | undefined =>
  typeof value === 'object' && value !== null && 'data' in value ? value.data : undefined;
const typeOf = (command: JsonValue | undefined): JsonValue =>
  typeof command === 'object' && command !== null && 'type' in command ? (command.type ?? []) : [];
const isUse = (value: unknown): value is Extract<OrderCommand, { type: 'recordUse' }> =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'recordUse';
const isProgress = (value: unknown): value is PartsProgressReport =>
  typeof value === 'object' && value !== null && 'order' in value && 'seq' in value && 'progress' in value;

const outcomeOf = (work: () => unknown): Outcome => {
  try {
    work();
    return OK;
  } catch (error) {
    if (error instanceof DomainError) return { ok: false, code: error.code, reason: error.message };
    throw error;
  }
};
