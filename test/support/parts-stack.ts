import { randomUUID } from 'node:crypto';
import type { CaseDetail } from '../../api/cases/detail-schema';
import type { OrderDetail } from '../../api/parts-orders/schema';
import type { Answer, Problem, Reader } from './reading';
import { ANSWER, CLASSIFY, done, registered, type Given } from './requests';
import { eventually, type TestSystem } from './system';

export const PART = 'SP-11022';
const DAY_MS = 86_400_000;
export const soon = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();

const DIAGNOSE = {
  type: 'diagnose',
  data: {
    faultCode: 'high-temperature',
    causeCode: 'wear-out',
    finding: '油过滤器堵塞',
    plan: '更换滤芯',
  },
} as const;
const LEAVE = {
  type: 'leaveUnfinished',
  data: {
    reason: 'parts-needed',
    note: '缺少滤芯',
    labourMinutes: 30,
    travelMinutes: 30,
    labourCostCents: 5_000,
    travelCostCents: 5_000,
    currency: 'CNY',
  },
} as const;

export interface Wanted {
  readonly partNumber?: string;
  readonly quantity?: number;
  readonly oldPartDue?: boolean;
}

export const order = ({ partNumber = PART, quantity = 2, oldPartDue = false }: Wanted = {}): Given => ({
  type: 'orderParts',
  data: {
    neededBy: soon(5),
    lines: [{ partNumber, quantity, oldPartDue }],
    consignee: { name: '澜汀', address: '上海市浦东新区', contact: '邵文娟', phone: '+8615124474580' },
  },
});

/** People who see to parts on the running system: the desk, an engineer of Pudong, and headquarters' keeper, who sees every depot. */
export class PartsStack {
  private day = 0;
  private constructor(
    readonly clerk: Reader,
    readonly engineer: Reader,
    readonly keeper: Reader,
  ) {}

  static async of(system: TestSystem): Promise<PartsStack> {
    const [clerk, engineer, keeper] = await Promise.all(
      ['lu.xinran', 'li.wei', 'lu.licheng'].map((login) => system.as(login)),
    );
    if (!clerk || !engineer || !keeper) throw new Error('nobody is there');
    return new PartsStack(clerk, engineer, keeper);
  }

  async caseOf(number: string): Promise<CaseDetail> {
    return (await this.clerk.get<CaseDetail>(`/v1/cases/${number}`)).body;
  }
  async orderOf(number: string): Promise<OrderDetail> {
    return (await this.keeper.get<OrderDetail>(`/v1/parts-orders/${number}`)).body;
  }
  tell(
    who: Reader,
    number: string,
    one: { readonly id?: string; readonly type: string; readonly data: object },
  ): Promise<Answer<OrderDetail & Problem>> {
    const commands = [{ id: randomUUID(), ...one }];
    return who.send<OrderDetail & Problem>('POST', `/v1/parts-orders/${number}/commands`, {}, { commands });
  }

  /** A case that was left for want of parts, and its order. */
  async waiting(wanted: Wanted = {}): Promise<{ number: string; orderNumber: string }> {
    const { caseNumber: number } = await registered(this.clerk);
    const appointment = { from: soon((this.day += 2)), to: soon(this.day + 0.1) };
    await done(this.clerk, number, ANSWER, CLASSIFY);
    const data = { engineerId: 'stf-027', appointment, outsideHours: true };
    await done(this.clerk, number, { type: 'dispatch', data });
    await done(this.engineer, number, { type: 'arrive', data: {} }, DIAGNOSE);
    await done(this.engineer, number, order(wanted), LEAVE);
    const { partsOrders } = await this.caseOf(number);
    return { number, orderNumber: partsOrders[0]?.number ?? '' };
  }

  until(orderNumber: string, stage: string): Promise<OrderDetail> {
    return eventually(
      () => this.orderOf(orderNumber),
      (seen) => seen.stage === stage,
    );
  }

  /** All that a depot holds of it is sent. @throws {Error} where it was refused. */
  async shipped(orderNumber: string, quantity = 2): Promise<string> {
    const { depotIds } = await this.until(orderNumber, 'reserved');
    const depot = depotIds.at(-1) ?? '';
    const data = { depot, carrier: '顺丰', tracking: 'SF100', items: [{ line: 1, quantity }] };
    const { status, body } = await this.tell(this.keeper, orderNumber, { type: 'ship', data });
    if (status !== 200) throw new Error(`ship was answered ${status}: ${JSON.stringify(body)}`);
    return depot;
  }
}
