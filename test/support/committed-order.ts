import { createCommit } from '../../activities/commit';
import { PROCESS_KINDS } from '../../activities/processes';
import { DomainError } from '../../domain/errors';
import { SYSTEM, type Actor } from '../../domain/identity/actor';
import type { OrderCommand, OrderLine, OrderRequest } from '../../domain/parts-order/commands';
import { partsOrder } from '../../domain/parts-order/decider';
import type { OrderEvent, HeldPick } from '../../domain/parts-order/events';
import type { OrderState } from '../../domain/parts-order/state';
import type { Command } from '../../domain/process/decider';
import { Ledger } from '../../domain/process/ledger';
import type { Database } from '../../platform/database';
import { createLogger } from '../../platform/logger';

const MINUTE_MS = 60_000;
const KEEPER: Actor = {
  kind: 'staff',
  id: 'stf-014',
  name: '吴大川',
  roles: ['warehouse-keeper', 'purchasing', 'enquiry-clerk'],
  organisationId: 'east',
};

const anOrderLine = (changes: Partial<OrderLine> = {}): OrderLine => ({
  line: 1,
  partNumber: 'SP-11075',
  nameEn: 'Oil filter element',
  nameZh: '油过滤器滤芯',
  model: 'OF-75/140',
  material: 'steel',
  quantity: 2,
  unitCostCents: 23_600,
  currency: 'CNY',
  oldPartDue: false,
  ...changes,
});

/** A parts order as PostgreSQL has it, through the real ledger and commit, a minute a command; calls are answered by hand. */
export class CommittedOrder {
  private readonly ledger = new Ledger<OrderState, OrderCommand, OrderEvent>(partsOrder);
  private nowMs: number;
  private commands = 0;

  private constructor(
    private readonly database: Database,
    readonly number: string,
    at: string,
  ) {
    this.nowMs = Date.parse(at);
  }

  static async of(
    database: Database,
    number: string,
    request: Partial<OrderRequest> & { readonly caseNumber: string },
    at = '2026-11-16T05:00:00.000Z',
  ): Promise<CommittedOrder> {
    const order = new CommittedOrder(database, number, at);
    const data: OrderRequest = {
      number,
      customerId: 'cus-0001',
      regionId: 'east',
      outletId: 'sh-pudong',
      engineerId: 'stf-027',
      preferredDepots: ['sh-pudong', 'east', 'hq'],
      neededBy: '2026-11-20T01:00:00.000Z',
      consignee: { name: '澜汀', address: '上海市奉贤区', contact: '邵文娟', phone: '+8615124474580' },
      lines: [anOrderLine()],
      ...request,
    };
    return order.execute({ id: '', type: 'request', data, actor: SYSTEM });
  }

  get state(): OrderState {
    return this.ledger.state;
  }

  give(command: OrderCommand, actor: Actor = KEEPER): Promise<this> {
    return this.execute({ ...command, id: '', actor });
  }

  /** The depots answer the oldest reservation that was asked for. */
  held(...picks: readonly HeldPick[]): Promise<this> {
    const result = { picks: picks.map((pick) => ({ ...pick })) };
    return this.answer({ ok: true, result });
  }

  outOfStock(): Promise<this> {
    return this.answer({ ok: false, code: 'PARTS.OUT_OF_STOCK', reason: 'none' });
  }

  private answer(
    outcome: Extract<Command<OrderCommand>, { type: 'settleCall' }>['data']['outcome'],
  ): Promise<this> {
    const key = this.state.asked[0]?.key ?? '';
    const data = { key, call: 'reserveParts', undo: false, outcome };
    return this.execute({ id: '', type: 'settleCall', data, actor: SYSTEM });
  }

  private async execute(command: Command<OrderCommand>): Promise<this> {
    this.nowMs += MINUTE_MS;
    const id = `${this.number}-${(this.commands += 1)}`;
    const entry = this.ledger.accept([{ ...command, id }], new Date(this.nowMs).toISOString());
    const commit = createCommit({
      database: this.database,
      kinds: PROCESS_KINDS,
      logger: createLogger('commit', 'silent'),
    });
    this.ledger.settle(await commit(this.ledger.request(entry, this.number)));
    if (entry.outcome instanceof DomainError) throw entry.outcome;
    return this;
  }
}
