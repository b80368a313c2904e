import { describe, expect, it } from '@jest/globals';
import {
  aReservation,
  AT,
  fresh,
  openingStock,
  totals,
  type PartsUnderTest,
  type Stocked,
} from './parts-fixture';
import { codeOf } from './refused';

/** The life of a reservation, and what a repeat of each request does. Part of the parts contract. */
export const partsReservationContract = (system: () => PartsUnderTest, stocked: Stocked): void => {
  describe('reservation', () => {
    const reserved = async (quantity = 2) => {
      const [board = ''] = await stocked({ shanghai: 5 });
      const request = aReservation([{ partNumber: board, quantity }]);
      return { board, request, reservation: await system().port.reserve(request) };
    };
    const end = (reservationId: string, key = fresh('case:end')) => ({ key, reservationId, at: AT });

    it('has the key as its id and can be read', async () => {
      const { board, request, reservation } = await reserved();
      expect(reservation).toEqual({
        id: request.key,
        reference: request.reference,
        state: 'reserved',
        picks: [{ partNumber: board, quantity: 2, depot: 'shanghai' }],
      });
      expect(await system().port.reservation(request.key)).toEqual(reservation);
    });

    it('is made once, and answered alike, however often it is asked for with its key', async () => {
      const { board, request, reservation } = await reserved();
      expect(await system().port.reserve(request)).toEqual(reservation);
      expect(await totals(system().port, board)).toEqual({ available: 3, reserved: 2 });
    });

    it('refuses its key with another content', async () => {
      const { board, request } = await reserved();
      const other = { ...request, lines: [{ partNumber: board, quantity: 1 }] };
      expect(await codeOf(system().port.reserve(other))).toBe('IDEMPOTENCY.KEY_REUSED');
      expect(await codeOf(system().port.release(end(request.key, request.key)))).toBe(
        'IDEMPOTENCY.KEY_REUSED',
      );
      expect(await totals(system().port, board)).toEqual({ available: 3, reserved: 2 });
    });

    it('repeats a refusal to the same key though stock has come, and serves another key', async () => {
      const [board = ''] = await stocked({ shanghai: 1 });
      const request = aReservation([{ partNumber: board, quantity: 2 }]);
      expect(await codeOf(system().port.reserve(request))).toBe('PARTS.OUT_OF_STOCK');
      await system().receive({ ...openingStock({ [board]: { wuhan: 5 } }), parts: [] });
      expect(await codeOf(system().port.reserve(request))).toBe('PARTS.OUT_OF_STOCK');
      expect((await system().port.reserve({ ...request, key: fresh('case:13') })).state).toBe('reserved');
    });

    it('puts its pieces back where they came from when released', async () => {
      const { board, request, reservation } = await reserved();
      const release = end(request.key);
      const answer = { id: request.key, state: 'released', returned: reservation.picks };
      expect(await system().port.release(release)).toEqual(answer);
      expect(await system().port.release(release)).toEqual(answer);
      expect(await system().port.release(end(request.key))).toEqual({ ...answer, returned: [] });
      expect(await totals(system().port, board)).toEqual({ available: 5, reserved: 0 });
      expect(await system().port.reservation(request.key)).toEqual({ ...reservation, state: 'released' });
    });

    it('cannot be made once its id was released', async () => {
      const [board = ''] = await stocked({ shanghai: 5 });
      const request = aReservation([{ partNumber: board, quantity: 2 }]);
      expect(await system().port.release(end(request.key))).toEqual({
        id: request.key,
        state: 'released',
        returned: [],
      });
      expect(await codeOf(system().port.reserve(request))).toBe('PARTS.RELEASED');
      expect(await codeOf(system().port.issue(end(request.key)))).toBe('PARTS.RELEASED');
      expect(await totals(system().port, board)).toEqual({ available: 5, reserved: 0 });
      const tombstone = { id: request.key, reference: null, state: 'released', picks: [] };
      expect(await system().port.reservation(request.key)).toEqual(tombstone);
    });

    it('is no longer stock once issued, and cannot be released then', async () => {
      const { board, request, reservation } = await reserved();
      const issue = end(request.key);
      expect(await system().port.issue(issue)).toEqual({ ...reservation, state: 'issued' });
      expect(await system().port.issue(issue)).toEqual({ ...reservation, state: 'issued' });
      expect(await system().port.issue(end(request.key))).toEqual({ ...reservation, state: 'issued' });
      expect(await system().port.release(end(request.key))).toEqual({
        id: request.key,
        state: 'issued',
        returned: [],
      });
      expect(await totals(system().port, board)).toEqual({ available: 3, reserved: 0 });
    });

    it('cannot be issued once released', async () => {
      const { request } = await reserved();
      await system().port.release(end(request.key));
      expect(await codeOf(system().port.issue(end(request.key)))).toBe('PARTS.RELEASED');
    });

    it('cannot be issued or read where it never was', async () => {
      expect(await codeOf(system().port.issue(end('never-seen')))).toBe('PARTS.RESERVATION_UNKNOWN');
      expect(await codeOf(system().port.reservation('never-seen'))).toBe('PARTS.RESERVATION_UNKNOWN');
    });
  });
};
