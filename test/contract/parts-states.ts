import { describe, expect, it } from '@jest/globals';
import { seen } from './every-write';
import { aReservation, AT, fresh, totals, type PartsUnderTest, type Stocked } from './parts-fixture';

const REFERENCE = 'PO-2026-000001';

/** One document with two pieces of a part, brought into a state. */
interface Case {
  readonly part: string;
  readonly id: string;
}
type Work = (about: Case) => Promise<unknown>;

/**
 * Outcome of each request in each state of its subject: the state after it, or the refusal. Part of the parts
 * contract.
 */
export const partsStatesContract = (system: () => PartsUnderTest, stocked: Stocked): void => {
  const port = () => system().port;
  const end = () => ({ key: fresh('state:do'), at: AT });
  const lines = (partNumber: string, quantity = 2) => [{ partNumber, quantity }];
  const stateOf = ({ state }: { readonly state: string }) => state;
  const opened = async (open: (part: string, id: string) => Promise<unknown>, stock = 5): Promise<Case> => {
    const [part = ''] = await stocked({ shanghai: stock });
    const id = fresh('state:open');
    await open(part, id);
    return { part, id };
  };

  const release: Work = ({ id }) => port().release({ ...end(), reservationId: id });
  const issue: Work = ({ id }) => port().issue({ ...end(), reservationId: id });
  const ship: Work = ({ id, part }) =>
    port().ship({
      ...end(),
      reference: REFERENCE,
      depot: 'shanghai',
      carrier: 'SF',
      lines: [{ reservationId: id, partNumber: part, quantity: 2 }],
    });
  const record: Work = ({ id }) => port().recordPurchase({ ...end(), purchaseId: id, supplier: 'Hengli' });
  const receive: Work = ({ id, part }) =>
    port().receiveGoods({ ...end(), purchaseId: id, lines: lines(part) });
  const cancelPurchase: Work = ({ id }) => port().cancelPurchase({ ...end(), purchaseId: id });
  const settle =
    (outcome: 'delivered' | 'lost'): Work =>
    ({ id, part }) =>
      port().settleShipment({
        ...end(),
        shipmentId: id,
        lines: lines(part).map((one) => ({ ...one, outcome })),
      });
  const bringBack: Work = ({ id, part }) => {
    const back = lines(part).map((one) => ({ ...one, outcome: 'returned' as const, depot: 'shanghai' }));
    return port().settleShipment({ ...end(), shipmentId: id, lines: back });
  };
  const recall: Work = ({ id }) => port().recallShipment({ ...end(), shipmentId: id });
  const takeIn: Work = ({ id, part }) =>
    port().takeInReturn({ ...end(), returnId: id, depot: 'shanghai', lines: lines(part) });
  const forward: Work = ({ id }) => port().forwardReturn({ ...end(), returnId: id });
  const writeOff: Work = ({ id }) => port().writeOffReturn({ ...end(), returnId: id });
  const cancelReturn: Work = ({ id }) => port().cancelReturn({ ...end(), returnId: id });

  const inState = async (open: () => Promise<Case>, steps: readonly Work[]): Promise<Case> => {
    const about = await open();
    for (const step of steps) await step(about);
    return about;
  };
  const reservation = () => opened((part, key) => port().reserve(aReservation(lines(part), { key })));
  const purchase = () =>
    opened(
      (part, key) =>
        port().requestPurchase({ key, reference: REFERENCE, depot: 'shanghai', lines: lines(part), at: AT }),
      0,
    );
  const shipment = () =>
    opened(async (part, key) => {
      const { id } = await port().reserve(aReservation(lines(part), { key: fresh('state:hold') }));
      const of = [{ reservationId: id, partNumber: part, quantity: 2 }];
      await port().ship({ key, reference: REFERENCE, depot: 'shanghai', carrier: 'SF', lines: of, at: AT });
    });
  const owed = () =>
    opened((part, key) => port().expectReturn({ key, reference: REFERENCE, lines: lines(part), at: AT }));

  describe.each([
    {
      what: 'reservation',
      open: reservation,
      read: ({ id }: Case) => seen(port().reservation(id), stateOf),
      works: { release, issue, ship },
      table: [
        { is: 'reserved', by: [], then: { release: 'released', issue: 'issued', ship: 'shipped' } },
        { is: 'issued', by: [issue], then: { release: '=', issue: '=', ship: 'PARTS.NOT_RESERVED' } },
        {
          is: 'released',
          by: [release],
          then: { release: '=', issue: 'PARTS.RELEASED', ship: 'PARTS.NOT_RESERVED' },
        },
        {
          is: 'shipped',
          by: [ship],
          then: { release: '=', issue: 'PARTS.SHIPPED', ship: 'PARTS.NOT_RESERVED' },
        },
      ],
    },
    {
      what: 'purchase',
      open: purchase,
      read: ({ id }: Case) => seen(port().purchase(id), stateOf),
      works: { record, receive, cancelPurchase },
      table: [
        {
          is: 'requested',
          by: [],
          then: { record: 'ordered', receive: 'received', cancelPurchase: 'cancelled' },
        },
        {
          is: 'ordered',
          by: [record],
          then: { record: '=', receive: 'received', cancelPurchase: 'cancelled' },
        },
        { is: 'received', by: [receive], then: { receive: 'PARTS.MORE_THAN_ORDERED', cancelPurchase: '=' } },
        {
          is: 'cancelled',
          by: [cancelPurchase],
          then: {
            record: 'PARTS.PURCHASE_CANCELLED',
            receive: 'PARTS.PURCHASE_CANCELLED',
            cancelPurchase: '=',
          },
        },
      ],
    },
    {
      what: 'shipment',
      open: shipment,
      read: ({ id }: Case) => seen(port().shipment(id), stateOf),
      works: { deliver: settle('delivered'), lose: settle('lost'), bringBack, recall },
      table: [
        {
          is: 'in-transit',
          by: [],
          then: { deliver: 'closed', lose: 'closed', bringBack: 'closed', recall: 'recalled' },
        },
        { is: 'recalled', by: [recall], then: { lose: 'closed', bringBack: 'closed', recall: '=' } },
        {
          is: 'closed',
          by: [settle('delivered')],
          then: {
            deliver: 'PARTS.NOT_IN_TRANSIT',
            lose: 'PARTS.NOT_IN_TRANSIT',
            bringBack: 'PARTS.NOT_IN_TRANSIT',
            recall: '=',
          },
        },
      ],
    },
    {
      what: 'return',
      open: owed,
      read: ({ id }: Case) => seen(port().partsReturn(id), stateOf),
      works: { takeIn, forward, writeOff, cancelReturn },
      table: [
        {
          is: 'due',
          by: [],
          then: { takeIn: 'received', forward: '=', writeOff: 'closed', cancelReturn: 'closed' },
        },
        {
          is: 'received',
          by: [takeIn],
          then: { takeIn: 'PARTS.NOT_DUE', forward: 'closed', writeOff: '=', cancelReturn: '=' },
        },
        {
          is: 'closed',
          by: [takeIn, forward],
          then: { takeIn: 'PARTS.NOT_DUE', forward: '=', writeOff: '=', cancelReturn: '=' },
        },
      ],
    },
  ])('$what', ({ open, read, works, table }) => {
    const rows = table.flatMap(({ is, by, then }) =>
      Object.entries(then).map(([work, comesTo]) => ({ is, by, work, comesTo })),
    );
    it.each(rows)('that is $is: $work comes to $comesTo', async ({ is, by, work, comesTo }) => {
      const about = await inState(open, by);
      const before = { state: await read(about), stock: await totals(port(), about.part) };
      expect(before.state).toBe(is);
      const perform = Object.entries(works).find(([name]) => name === work)?.[1];
      const outcome = await seen(perform?.(about) ?? Promise.reject(new Error(work)), () => 'done');
      const after = { state: await read(about), stock: await totals(port(), about.part) };
      if (comesTo === '=') expect([outcome, after]).toEqual(['done', before]);
      else if (comesTo.startsWith('PARTS.')) expect([outcome, after]).toEqual([comesTo, before]);
      else expect([outcome, after.state]).toEqual(['done', comesTo]);
    });
  });
};
