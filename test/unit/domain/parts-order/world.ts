import type { Step } from '../../../../domain/clock/ladder';
import type { OrderCommand, OrderLine, OrderRequest } from '../../../../domain/parts-order/commands';
import { partsOrder } from '../../../../domain/parts-order/decider';
import type { OrderEvent } from '../../../../domain/parts-order/events';
import { inTransit } from '../../../../domain/parts-order/quantities';
import { NOT_REQUESTED, type OrderState } from '../../../../domain/parts-order/state';
import type { OrderClock } from '../../../../domain/parts-order/terms';
import { SYSTEM, type Actor } from '../../../../domain/identity/actor';
import type { Role } from '../../../../domain/identity/roles';
import { CallBook } from '../../../../domain/process/calls';
import type { CallOutcome, Command, Effect, Recorded } from '../../../../domain/process/decider';
import { Books } from './books';

export const ORDER = 'PO-2026-000001';
const BEGAN = Date.parse('2026-03-02T01:00:00.000Z');
const HOUR_MS = 3_600_000;

export const aLine = (line: number, changes: Partial<OrderLine> = {}): OrderLine => ({
  line,
  partNumber: `P-${line}`,
  nameEn: 'Oil filter',
  nameZh: '油过滤器',
  model: 'OF-22',
  material: 'steel',
  quantity: 2,
  unitCostCents: 12_800,
  currency: 'CNY',
  oldPartDue: false,
  ...changes,
});

export const aRequest = (...lines: readonly OrderLine[]): OrderRequest => ({
  number: ORDER,
  caseNumber: 'AS-2026-000001',
  customerId: 'cus-1',
  regionId: 'east',
  outletId: 'sh-pudong',
  engineerId: 'stf-027',
  preferredDepots: ['sh-pudong', 'east', 'hq'],
  neededBy: '2026-03-09T01:00:00.000Z',
  consignee: { name: '澜汀', address: '上海市浦东新区', contact: '邵文娟', phone: '+8615124474580' },
  lines: lines.length > 0 ? lines : [aLine(1)],
});

export const by = (role: Role): Actor => ({
  kind: 'staff',
  id: role,
  name: role,
  roles: [role],
  organisationId: 'east',
});

const WHO: Readonly<Partial<Record<OrderCommand['type'], Role>>> = {
  reserve: 'warehouse-keeper',
  orderFromSupplier: 'purchasing',
  receiveGoods: 'warehouse-keeper',
  ship: 'warehouse-keeper',
  takeBack: 'warehouse-keeper',
  receiveOldParts: 'warehouse-keeper',
  forwardOldParts: 'warehouse-keeper',
  chargeOldParts: 'stock-accountant',
  reportLost: 'warehouse-keeper',
};

/** One parts order with the systems it asks, in memory: calls are answered at once, unless they are held up. */
export class World {
  state: OrderState = NOT_REQUESTED;
  readonly events: Recorded<OrderEvent>[] = [];
  readonly effects: Effect[] = [];
  private readonly calls = new CallBook();
  private seq = 0;
  private ids = 0;
  private nowMs = BEGAN;
  /** Calls of these names are not answered for now. */
  heldUp: readonly string[] = [];
  /** Calls of these names are refused. */
  failing: readonly string[] = [];

  constructor(readonly books: Books) {}

  static of(stock: Readonly<Record<string, number>>, ...lines: readonly OrderLine[]): World {
    const world = new World(new Books(stock));
    world.give({ type: 'request', data: aRequest(...lines) }, SYSTEM);
    return world;
  }

  get now(): string {
    return new Date(this.nowMs).toISOString();
  }

  /** @throws {DomainError} */
  give(command: OrderCommand, actor: Actor = by(WHO[command.type] ?? 'enquiry-clerk')): this {
    this.execute({ endsTasks: true, ...command, id: `c${(this.ids += 1)}`, actor });
    this.run();
    return this;
  }

  /** A step of a clock falls due. */
  elapse(clock: OrderClock, kind: 'warn' | 'breach' | 'escalate' | 'expire'): this {
    const place =
      kind === 'warn'
        ? ({ key: 'warn:0.5', kind, fraction: 0.5 } as const)
        : kind === 'escalate'
          ? ({ key: 'escalate:0', kind, to: 'centre-director' } as const)
          : ({ key: kind, kind } as const);
    const step: Step = { ...place, at: this.nowMs, dueAt: this.now };
    this.execute({ id: `c${(this.ids += 1)}`, type: 'elapseClock', data: { clock, step }, actor: SYSTEM });
    this.run();
    return this;
  }

  /** The depot takes in whatever has been called back. */
  takeAllBack(): this {
    for (const { shipment, items } of this.state.shipments) {
      const coming = items
        .map((item) => ({ line: item.line, quantity: inTransit(item) }))
        .filter(({ quantity }) => quantity > 0);
      if (coming.length > 0)
        this.give({ type: 'takeBack', data: { shipment, depot: 'east', items: coming } });
    }
    return this;
  }

  /** Answers what has been held up. */
  release(): this {
    this.heldUp = [];
    this.run();
    return this;
  }

  types(): readonly string[] {
    return this.events.map(({ type }) => type);
  }

  calls_(): readonly string[] {
    return this.effects.flatMap((effect) => (effect.kind === 'call' ? [effect.call] : []));
  }

  taskKinds(): readonly string[] {
    return partsOrder.tasks(this.state).map(({ kind }) => kind);
  }

  settle(outcome: CallOutcome): void {
    this.execute({ id: `settle:${outcome.key}`, type: 'settleCall', data: outcome, actor: SYSTEM });
  }

  private execute(command: Command<OrderCommand>): void {
    this.nowMs += HOUR_MS;
    // Frozen: a mutation throws.
    for (const bare of partsOrder.decide(structuredClone(this.state), command, this.now)) {
      this.seq += 1;
      const event: Recorded<OrderEvent> = {
        ...bare,
        seq: this.seq,
        at: this.now,
        commandId: command.id,
        actor: command.actor,
      };
      this.state = partsOrder.evolve(this.state, event);
      this.events.push(event);
      const effects = partsOrder.react(this.state, event);
      this.effects.push(...effects);
      this.calls.add(effects, { processId: this.state.order?.number ?? ORDER, seq: event.seq, at: event.at });
    }
  }

  private run(): void {
    for (;;) {
      const next = this.calls.runnable().find(({ call }) => !this.heldUp.includes(call));
      if (!next) return;
      this.calls.settle(next.key);
      const outcome = this.failing.includes(next.call)
        ? ({ ok: false, code: 'CALL.TIMED_OUT', reason: 'no answer' } as const)
        : this.books.answer(next);
      this.settle({ key: next.key, call: next.call, undo: next.undoes !== undefined, outcome });
    }
  }
}
