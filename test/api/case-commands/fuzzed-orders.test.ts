import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { dataConverter } from '../../../platform/temporal';
import { ORDER_COMMAND_DATA } from '../../../api/parts-orders/command-schema';
import { TemporalWorkflows } from '../../../verify/workflows';
import { testServers } from '../../support/config';
import { chanceOf, extreme } from '../../support/extremes';
import { PART, PartsStack } from '../../support/parts-stack';
import type { Reader } from '../../support/reading';
import { done } from '../../support/requests';
import { eventually, startSystem, type TestSystem } from '../../support/system';
import { place, verifying } from '../verify/verifying';

/** Known values that lead past the lookup of lines and parcels. */
const KNOWN = {
  line: [1, 1, 1, 2],
  shipment: [1, 1, 2],
  purchase: [1, 1, 2],
  quantity: [1, 1, 10_000],
  depot: ['hq', 'pudong', 'east'],
  received: [0, 1, 2, 10_000],
  wrong: [0, 0, 1],
  missing: [0, 0, 1],
};
const TIMES = 4;
const ENDING = ['cancel', 'chargeOldParts', 'forwardOldParts'];
const READDRESS = {
  type: 'readdress',
  data: {
    consignee: { name: '澜汀', address: '上海市', contact: '邵文娟', phone: '+8615124474580' },
    reason: '改送现场',
  },
};

describe('Commands at the limits of their own schema, to a parts order', () => {
  let system: TestSystem;
  let stack: PartsStack;
  let people: readonly Reader[];
  let connection: Connection;
  beforeAll(async () => {
    system = await startSystem();
    stack = await PartsStack.of(system);
    const director = await system.as('gu.chengan');
    people = [stack.keeper, stack.engineer, stack.clerk, director, await system.as('zhou.huaijin')];
    connection = await Connection.connect({ address: testServers().temporalAddress });
  });
  afterAll(async () => {
    await connection.close();
    await system.close();
  });

  const stages: Readonly<Record<string, (orderNumber: string) => Promise<unknown>>> = {
    reserved: (orderNumber) => stack.until(orderNumber, 'reserved'),
    'in part on its way': (orderNumber) => stack.shipped(orderNumber, 1),
    'on its way': (orderNumber) => stack.shipped(orderNumber),
    received: async (orderNumber) => {
      await stack.shipped(orderNumber);
      const confirm = { type: 'confirmReceipt', data: { shipment: 1 } };
      expect(await stack.tell(stack.engineer, orderNumber, confirm)).toMatchObject({ status: 200 });
    },
  };
  const types = Object.entries(ORDER_COMMAND_DATA).toSorted(
    ([one], [other]) => Number(ENDING.includes(one)) - Number(ENDING.includes(other)),
  );

  it.each(Object.entries(stages))(
    'leave one that is %s alive: each is answered, and it takes the next one, and so does its case',
    async (stage, bring) => {
      const { number, orderNumber } = await stack.waiting({ partNumber: PART, oldPartDue: true });
      await bring(orderNumber);
      const chance = chanceOf(stage.length * 31);
      const bad: unknown[] = [];
      const outcomes = new Map<number, number>();
      for (const [type, schema] of types)
        for (let n = 0; n < TIMES; n += 1) {
          const data = extreme(schema, chance, KNOWN) as object;
          for (const person of people) {
            const { status, body } = await stack.tell(person, orderNumber, { type, data });
            outcomes.set(status, (outcomes.get(status) ?? 0) + 1);
            if (status >= 500)
              bad.push({ type, status, code: body.code, data: JSON.stringify(data).slice(0, 300) });
            if (![403, 404].includes(status)) break;
          }
        }
      expect(bad).toEqual([]);
      expect(outcomes.get(200) ?? 0).toBeGreaterThan(0);
      // It may be past the stage for it by then: it is alive, and says so.
      const { status } = await stack.tell(stack.keeper, orderNumber, READDRESS);
      expect([200, 403, 409]).toContain(status);
      await done(stack.clerk, number, { type: 'addNote', data: { text: '备件情况已核对' } });
      const client = new Client({
        connection,
        namespace: system.config.TEMPORAL_NAMESPACE,
        dataConverter: dataConverter(system.config),
      });
      // News between the two may still be on its way.
      const { found, unverified } = await eventually(
        () =>
          verifying(
            system.database,
            { processes: [number, orderNumber] },
            new TemporalWorkflows(client, 30_000),
          ),
        (outcome) => outcome.found.length === 0 && outcome.unverified.length === 0,
      );
      expect({ places: found.map(place), unverified }).toEqual({ places: [], unverified: [] });
    },
    240_000,
  );
});
