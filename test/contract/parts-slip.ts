import { describe, expect, it } from '@jest/globals';
import { aReservation, AT, fresh, totals, type PartsUnderTest, type Stocked } from './parts-fixture';
import { codeOf } from './refused';

/** Slips for parts taken without a reservation, and for unused parts. Part of the parts contract. */
export const partsSlipContract = (system: () => PartsUnderTest, stocked: Stocked): void => {
  describe('slip', () => {
    const reference = 'AS-2026-000001';
    const port = () => system().port;
    const drawn = (partNumber: string, quantity: number, depot = 'shanghai', key = fresh('case:draw')) =>
      port().draw({ key, reference, depot, lines: [{ partNumber, quantity }], at: AT });
    const back = (reservationId: string, partNumber: string, quantity: number, key = fresh('case:back')) =>
      port().handBack({ key, reference, reservationId, lines: [{ partNumber, quantity }], at: AT });
    const reversed = (slipId: string) => port().reverseSlip({ key: fresh('case:undo'), slipId, at: AT });
    const issued = async (quantity: number, byDepot: Record<string, number>) => {
      const [board = ''] = await stocked(byDepot);
      const { id } = await port().reserve(aReservation([{ partNumber: board, quantity }]));
      await port().issue({ key: fresh('case:issue'), reservationId: id, at: AT });
      return { board, id };
    };

    it('of a draw takes pieces off the shelf of one depot, and no more than are there', async () => {
      const [board = ''] = await stocked({ shanghai: 2, wuhan: 5 });
      const slip = await drawn(board, 2);
      expect(slip).toMatchObject({ reference, state: 'posted', lines: [{ partNumber: board, quantity: 2 }] });
      expect(await totals(port(), board)).toEqual({ available: 5, reserved: 0 });
      expect(await codeOf(drawn(board, 1))).toBe('PARTS.OUT_OF_STOCK');
      expect(await codeOf(drawn(board, 1, 'nowhere'))).toBe('PARTS.DEPOT_UNKNOWN');
      expect(await codeOf(drawn('no-such-part', 1))).toBe('PARTS.PART_UNKNOWN');
      expect((await reversed(slip.id)).state).toBe('reversed');
      expect((await reversed(slip.id)).state).toBe('reversed');
      expect(await totals(port(), board)).toEqual({ available: 7, reserved: 0 });
    });

    it('of unused pieces puts them back where they came from, and no more than were issued', async () => {
      const { board, id } = await issued(4, { shanghai: 3, wuhan: 2 });
      const slip = await back(id, board, 3);
      expect(await totals(port(), board)).toEqual({ available: 4, reserved: 0 });
      expect(await codeOf(back(id, board, 2))).toBe('PARTS.NOT_ISSUED');
      expect(await codeOf(back(fresh('never'), board, 1))).toBe('PARTS.RESERVATION_UNKNOWN');
      await reversed(slip.id);
      expect(await totals(port(), board)).toEqual({ available: 1, reserved: 0 });
      await back(id, board, 4);
      expect(await totals(port(), board)).toEqual({ available: 5, reserved: 0 });
    });

    it('of what is only reserved puts nothing back', async () => {
      const [board = ''] = await stocked({ shanghai: 2 });
      const { id } = await port().reserve(aReservation([{ partNumber: board, quantity: 1 }]));
      expect(await codeOf(back(id, board, 1))).toBe('PARTS.NOT_ISSUED');
    });

    it('is not reversed where somebody else has the pieces by now', async () => {
      const { board, id } = await issued(1, { shanghai: 1 });
      const slip = await back(id, board, 1);
      await port().reserve(aReservation([{ partNumber: board, quantity: 1 }]));
      expect(await codeOf(reversed(slip.id))).toBe('PARTS.OUT_OF_STOCK');
    });

    it('that was reversed before it was written never is', async () => {
      const [board = ''] = await stocked({ shanghai: 2 });
      const key = fresh('case:draw');
      expect(await reversed(key)).toEqual({ id: key, reference: null, state: 'reversed', lines: [] });
      expect(await codeOf(drawn(board, 1, 'shanghai', key))).toBe('PARTS.SLIP_REVERSED');
      expect(await totals(port(), board)).toEqual({ available: 2, reserved: 0 });
    });
  });

  describe('correction of a shipment', () => {
    it('says where pieces are after all, and opens what is on its way again', async () => {
      const port = () => system().port;
      const [board = ''] = await stocked({ shanghai: 3 });
      const { id } = await port().reserve(aReservation([{ partNumber: board, quantity: 3 }]));
      const line = { partNumber: board, quantity: 3 };
      const key = fresh('order:ship');
      const lines = [{ ...line, reservationId: id }];
      await port().ship({ key, reference: 'PO-1', depot: 'shanghai', carrier: 'SF', lines, at: AT });
      const about = () => ({ key: fresh('order:about'), shipmentId: key, at: AT });
      await port().settleShipment({ ...about(), lines: [{ ...line, outcome: 'delivered' }] });
      const wrong = { partNumber: board, quantity: 1, from: 'delivered', to: 'in-transit' } as const;
      const lost = { partNumber: board, quantity: 1, from: 'delivered', to: 'lost' } as const;
      expect(await port().correctShipment({ ...about(), lines: [wrong, lost] })).toMatchObject({
        state: 'in-transit',
        lines: [{ delivered: 1, lost: 1, returned: 0 }],
      });
      expect(await codeOf(port().correctShipment({ ...about(), lines: [{ ...lost, quantity: 2 }] }))).toBe(
        'PARTS.NOT_SETTLED',
      );
      const back = { partNumber: board, quantity: 1, outcome: 'returned', depot: 'shanghai' } as const;
      expect(await port().settleShipment({ ...about(), lines: [back] })).toMatchObject({ state: 'closed' });
      expect(await totals(port(), board)).toEqual({ available: 1, reserved: 0 });
    });
  });
};
