import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { SettleBody } from '../../systems/parts/shipment-port';
import { aReservation, AT, fresh, totals, type PartsUnderTest, type Stocked } from './parts-fixture';
import { codeOf, refusalOf } from './refused';

const PROPERTY_TIMEOUT_MS = 60_000;

/** Parts on their way to a user: sent, settled, called back. Part of the parts contract. */
export const partsShipmentContract = (system: () => PartsUnderTest, stocked: Stocked): void => {
  describe('shipment', () => {
    const held = async (quantity = 3, stock: Record<string, number> = { shanghai: 5 }) => {
      const [board = ''] = await stocked(stock);
      const { id } = await system().port.reserve(aReservation([{ partNumber: board, quantity }]));
      return { board, reservationId: id };
    };
    const parcel = (
      { board, reservationId }: { board: string; reservationId: string },
      quantity: number,
      depot = 'shanghai',
    ) => ({
      key: fresh('order:ship'),
      reference: 'PO-2026-000001',
      depot,
      carrier: 'SF',
      tracking: 'SF-100',
      lines: [{ reservationId, partNumber: board, quantity }],
      at: AT,
    });
    const settle = (shipmentId: string, ...lines: SettleBody['lines']) =>
      system().port.settleShipment({ key: fresh('order:settle'), shipmentId, lines, at: AT });
    const recall = (shipmentId: string) => ({ key: fresh('order:recall'), shipmentId, at: AT });

    it('takes pieces of a reservation out of the depot, in one parcel or several', async () => {
      const it = await held();
      const first = parcel(it, 2);
      const sent = {
        id: first.key,
        reference: 'PO-2026-000001',
        state: 'in-transit',
        depot: 'shanghai',
        carrier: 'SF',
        tracking: 'SF-100',
        lines: [{ partNumber: it.board, quantity: 2, delivered: 0, returned: 0, lost: 0 }],
      };
      expect(await system().port.ship(first)).toEqual(sent);
      expect(await system().port.ship(first)).toEqual(sent);
      expect(await system().port.shipment(first.key)).toEqual(sent);
      expect(await totals(system().port, it.board)).toEqual({ available: 2, reserved: 1 });
      expect((await system().port.reservation(it.reservationId)).state).toBe('reserved');
      await system().port.ship(parcel(it, 1));
      expect((await system().port.reservation(it.reservationId)).state).toBe('shipped');
      expect(await totals(system().port, it.board)).toEqual({ available: 2, reserved: 0 });
      await settle(first.key, { outcome: 'delivered', partNumber: it.board, quantity: 2 });
      expect((await system().port.shipment(first.key)).state).toBe('closed');
    });

    it('holds no more than its reservation has in that depot', async () => {
      const it = await held(4, { shanghai: 3, wuhan: 2 });
      const refusal = await refusalOf(system().port.ship(parcel(it, 4)));
      expect([refusal.code, refusal.errors[0]?.pointer, refusal.params]).toEqual([
        'PARTS.NOT_RESERVED',
        '#/lines/0',
        { partNumber: it.board, requested: 4, available: 3 },
      ]);
      await system().port.ship(parcel(it, 3));
      expect(await codeOf(system().port.ship(parcel(it, 1)))).toBe('PARTS.NOT_RESERVED');
      expect((await system().port.ship(parcel(it, 1, 'wuhan'))).depot).toBe('wuhan');
      const unknown = { ...it, reservationId: 'never-seen' };
      expect(await codeOf(system().port.ship(parcel(unknown, 1)))).toBe('PARTS.RESERVATION_UNKNOWN');
    });

    it('leaves what has not been sent to be released, and what has been sent to be settled', async () => {
      const it = await held();
      const first = parcel(it, 2);
      await system().port.ship(first);
      const release = { key: fresh('r'), reservationId: it.reservationId, at: AT };
      expect(await system().port.release(release)).toEqual({
        id: it.reservationId,
        state: 'released',
        returned: [{ partNumber: it.board, quantity: 1, depot: 'shanghai' }],
      });
      expect(await codeOf(system().port.ship(parcel(it, 1)))).toBe('PARTS.NOT_RESERVED');
      await settle(first.key, { outcome: 'returned', partNumber: it.board, quantity: 2, depot: 'shanghai' });
      expect(await totals(system().port, it.board)).toEqual({ available: 5, reserved: 0 });
    });

    it('cannot be issued to an engineer once all of it has left', async () => {
      const it = await held();
      await system().port.ship(parcel(it, 3));
      const end = { reservationId: it.reservationId, at: AT };
      expect(await codeOf(system().port.issue({ ...end, key: fresh('i') }))).toBe('PARTS.SHIPPED');
      expect(await system().port.release({ ...end, key: fresh('r') })).toMatchObject({
        state: 'shipped',
        returned: [],
      });
    });

    it('is delivered, lost and returned piece by piece, and no piece twice', async () => {
      const it = await held();
      const { id: key } = await system().port.ship(parcel(it, 3));
      const partNumber = it.board;
      await settle(
        key,
        { outcome: 'delivered', partNumber, quantity: 1 },
        { outcome: 'lost', partNumber, quantity: 1 },
      );
      const over = settle(key, { outcome: 'delivered', partNumber, quantity: 2 });
      expect(await codeOf(over)).toBe('PARTS.NOT_IN_TRANSIT');
      const back = { outcome: 'returned', partNumber, quantity: 1, depot: 'wuhan' } as const;
      expect(await codeOf(settle(key, { ...back, depot: 'atlantis' }))).toBe('PARTS.DEPOT_UNKNOWN');
      await stocked({ wuhan: 0 });
      expect(await settle(key, back)).toMatchObject({
        state: 'closed',
        lines: [{ delivered: 1, returned: 1, lost: 1 }],
      });
      expect(await totals(system().port, it.board)).toEqual({ available: 3, reserved: 0 });
    });

    it('that is called back stays in transit until it is in a depot again', async () => {
      const it = await held();
      const first = parcel(it, 3);
      await system().port.ship(first);
      const call = recall(first.key);
      expect((await system().port.recallShipment(call)).state).toBe('recalled');
      expect((await system().port.recallShipment(call)).state).toBe('recalled');
      expect(await totals(system().port, it.board)).toEqual({ available: 2, reserved: 0 });
      const back = { outcome: 'returned', partNumber: it.board, quantity: 3, depot: 'shanghai' } as const;
      expect((await settle(first.key, back)).state).toBe('closed');
      expect((await system().port.recallShipment(recall(first.key))).state).toBe('closed');
      expect(await totals(system().port, it.board)).toEqual({ available: 5, reserved: 0 });
    });

    it('can never be sent once its id was called back', async () => {
      const it = await held();
      const late = parcel(it, 3);
      expect(await system().port.recallShipment(recall(late.key))).toMatchObject({
        reference: null,
        state: 'closed',
        lines: [],
      });
      expect(await codeOf(system().port.ship(late))).toBe('PARTS.SHIPMENT_RECALLED');
      expect(await totals(system().port, it.board)).toEqual({ available: 2, reserved: 3 });
      expect(await codeOf(system().port.shipment('never-seen'))).toBe('PARTS.SHIPMENT_UNKNOWN');
    });

    it(
      'keeps every piece in one place, whatever the order of requests',
      async () => {
        const quantity = fc.integer({ min: 1, max: 3 });
        const step = fc.oneof(
          fc.record({ do: fc.constant('ship' as const), shipment: fc.nat(2), quantity }),
          fc.record({
            do: fc.constantFrom('delivered', 'lost', 'returned'),
            shipment: fc.nat(2),
            quantity,
          }),
          fc.record({ do: fc.constantFrom('recall', 'release'), shipment: fc.nat(2), quantity }),
        );
        await fc.assert(
          fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 10 }), async (steps) => {
            const it = await held(4, { shanghai: 6 });
            const run = fresh('run');
            const partNumber = it.board;
            for (const [n, one] of steps.entries()) {
              const id = `${run}:${one.shipment}`;
              const key = `${run}:step:${n}`;
              const { port } = system();
              const line = { partNumber, quantity: one.quantity };
              const perform = (): Promise<unknown> => {
                switch (one.do) {
                  case 'ship':
                    return port.ship({ ...parcel(it, one.quantity), key: id });
                  case 'recall':
                    return port.recallShipment({ key, shipmentId: id, at: AT });
                  case 'release':
                    return port.release({ key, reservationId: it.reservationId, at: AT });
                  default: {
                    const outcome =
                      one.do === 'returned'
                        ? { ...line, outcome: one.do, depot: 'shanghai' }
                        : {
                            ...line,
                            outcome: one.do === 'lost' ? ('lost' as const) : ('delivered' as const),
                          };
                    return port.settleShipment({ key, shipmentId: id, lines: [outcome], at: AT });
                  }
                }
              };
              await perform().catch(() => undefined);
            }
            const { available, reserved } = await totals(system().port, partNumber);
            let out = 0;
            for (const shipment of [0, 1, 2]) {
              const found = await system()
                .port.shipment(`${run}:${shipment}`)
                .catch(() => undefined);
              for (const line of found?.lines ?? []) {
                expect(line.delivered + line.lost + line.returned).toBeLessThanOrEqual(line.quantity);
                out += line.quantity - line.returned;
              }
            }
            expect(available + reserved + out).toBe(6);
            expect(await system().differences()).toEqual([]);
          }),
          { numRuns: 8 },
        );
      },
      PROPERTY_TIMEOUT_MS,
    );
  });
};
