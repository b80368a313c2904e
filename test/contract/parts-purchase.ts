import { describe, expect, it } from '@jest/globals';
import { aReservation, AT, fresh, totals, type PartsUnderTest, type Stocked } from './parts-fixture';
import { codeOf, refusalOf } from './refused';

/** Buying what no depot has, until it is there or given up. Part of the parts contract. */
export const partsPurchaseContract = (system: () => PartsUnderTest, stocked: Stocked): void => {
  describe('purchase', () => {
    const ask = (board: string, quantity = 5, key = fresh('order:buy')) => ({
      key,
      reference: 'PO-2026-000001',
      depot: 'shanghai',
      lines: [{ partNumber: board, quantity }],
      at: AT,
    });
    const asked = async (quantity = 5) => {
      const [board = ''] = await stocked({ shanghai: 0 });
      return { board, purchase: await system().port.requestPurchase(ask(board, quantity)) };
    };
    const receipt = (purchaseId: string, board: string, quantity: number, key = fresh('order:in')) => ({
      key,
      purchaseId,
      lines: [{ partNumber: board, quantity }],
      at: AT,
    });
    const cancel = (purchaseId: string, key = fresh('order:stop')) => ({ key, purchaseId, at: AT });

    it('is asked for under its key, and moves nothing', async () => {
      const { board, purchase } = await asked();
      expect(purchase).toEqual({
        id: purchase.id,
        reference: 'PO-2026-000001',
        state: 'requested',
        depot: 'shanghai',
        lines: [{ partNumber: board, quantity: 5, received: 0 }],
        supplier: null,
        supplierOrder: null,
        expectedOn: null,
      });
      expect(await system().port.requestPurchase(ask(board, 5, purchase.id))).toEqual(purchase);
      expect(await codeOf(system().port.requestPurchase(ask(board, 6, purchase.id)))).toBe(
        'IDEMPOTENCY.KEY_REUSED',
      );
      expect(await totals(system().port, board)).toEqual({ available: 0, reserved: 0 });
    });

    it('tells its supplier and the day it is expected, also another day', async () => {
      const { purchase } = await asked();
      const progress = { purchaseId: purchase.id, supplier: 'Hengli', supplierOrder: 'HL-77', at: AT };
      const ordered = { ...purchase, state: 'ordered', supplier: 'Hengli', supplierOrder: 'HL-77' };
      expect(
        await system().port.recordPurchase({ ...progress, key: fresh('p'), expectedOn: '2026-03-20' }),
      ).toEqual({ ...ordered, expectedOn: '2026-03-20' });
      await system().port.recordPurchase({ ...progress, key: fresh('p'), expectedOn: '2026-03-28' });
      expect(await system().port.purchase(purchase.id)).toEqual({ ...ordered, expectedOn: '2026-03-28' });
    });

    it('is received in parts, each held for whom it was bought', async () => {
      const { board, purchase } = await asked();
      const first = receipt(purchase.id, board, 2);
      const held = {
        id: first.key,
        reference: 'PO-2026-000001',
        state: 'reserved',
        picks: [{ partNumber: board, quantity: 2, depot: 'shanghai' }],
      };
      expect(await system().port.receiveGoods(first)).toEqual(held);
      expect(await system().port.receiveGoods(first)).toEqual(held);
      expect(await system().port.reservation(first.key)).toEqual(held);
      expect(await totals(system().port, board)).toEqual({ available: 0, reserved: 2 });
      expect(await codeOf(system().port.reserve(aReservation([{ partNumber: board, quantity: 1 }])))).toBe(
        'PARTS.OUT_OF_STOCK',
      );
      expect((await system().port.purchase(purchase.id)).state).toBe('requested');
      await system().port.receiveGoods(receipt(purchase.id, board, 3));
      expect(await system().port.purchase(purchase.id)).toMatchObject({
        state: 'received',
        lines: [{ received: 5 }],
      });
    });

    it('takes in no more than was asked for', async () => {
      const { board, purchase } = await asked();
      await system().port.receiveGoods(receipt(purchase.id, board, 4));
      const refusal = await refusalOf(system().port.receiveGoods(receipt(purchase.id, board, 2)));
      expect([refusal.code, refusal.params]).toEqual([
        'PARTS.MORE_THAN_ORDERED',
        { partNumber: board, quantity: 2, outstanding: 1 },
      ]);
      expect(await totals(system().port, board)).toEqual({ available: 0, reserved: 4 });
    });

    it('leaves what was received free in the depot when its reservation is released', async () => {
      const { board, purchase } = await asked();
      const first = receipt(purchase.id, board, 2);
      await system().port.receiveGoods(first);
      await system().port.release({ key: fresh('r'), reservationId: first.key, at: AT });
      expect(await totals(system().port, board)).toEqual({ available: 2, reserved: 0 });
      await system().port.cancelPurchase(cancel(purchase.id));
      expect((await system().port.purchase(purchase.id)).state).toBe('cancelled');
    });

    it('takes nothing in once it is cancelled, and cancelling what is received changes nothing', async () => {
      const { board, purchase } = await asked();
      const stop = cancel(purchase.id);
      expect((await system().port.cancelPurchase(stop)).state).toBe('cancelled');
      expect((await system().port.cancelPurchase(stop)).state).toBe('cancelled');
      expect(await codeOf(system().port.receiveGoods(receipt(purchase.id, board, 1)))).toBe(
        'PARTS.PURCHASE_CANCELLED',
      );
      const progress = { key: fresh('p'), purchaseId: purchase.id, supplier: 'Hengli', at: AT };
      expect(await codeOf(system().port.recordPurchase(progress))).toBe('PARTS.PURCHASE_CANCELLED');
      const other = await asked(1);
      await system().port.receiveGoods(receipt(other.purchase.id, other.board, 1));
      expect((await system().port.cancelPurchase(cancel(other.purchase.id))).state).toBe('received');
    });

    it('can never be asked for once its id was cancelled, nor received under an id that was released', async () => {
      const { board, purchase } = await asked();
      const key = fresh('order:buy');
      expect(await system().port.cancelPurchase(cancel(key))).toMatchObject({
        reference: null,
        state: 'cancelled',
      });
      expect(await codeOf(system().port.requestPurchase(ask(board, 1, key)))).toBe(
        'PARTS.PURCHASE_CANCELLED',
      );
      const late = receipt(purchase.id, board, 1);
      await system().port.release({ key: fresh('r'), reservationId: late.key, at: AT });
      expect(await codeOf(system().port.receiveGoods(late))).toBe('PARTS.RELEASED');
      expect(await totals(system().port, board)).toEqual({ available: 0, reserved: 0 });
    });

    it('is refused for parts, depots and purchases that are not there', async () => {
      const [board = ''] = await stocked({ shanghai: 0 });
      expect(await codeOf(system().port.requestPurchase(ask('NO-SUCH')))).toBe('PARTS.PART_UNKNOWN');
      expect(await codeOf(system().port.requestPurchase({ ...ask(board), depot: 'atlantis' }))).toBe(
        'PARTS.DEPOT_UNKNOWN',
      );
      expect(await codeOf(system().port.receiveGoods(receipt('never-seen', board, 1)))).toBe(
        'PARTS.PURCHASE_UNKNOWN',
      );
      expect(await codeOf(system().port.purchase('never-seen'))).toBe('PARTS.PURCHASE_UNKNOWN');
    });
  });
};
