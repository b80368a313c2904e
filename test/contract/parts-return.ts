import { describe, expect, it } from '@jest/globals';
import { AT, fresh, totals, type PartsUnderTest, type Stocked } from './parts-fixture';
import { codeOf } from './refused';

/** Old parts that are owed to the factory. Part of the parts contract. */
export const partsReturnContract = (system: () => PartsUnderTest, stocked: Stocked): void => {
  describe('return of defective parts', () => {
    const owed = async (quantity = 2) => {
      const [board = ''] = await stocked({ shanghai: 5 });
      const request = {
        key: fresh('order:old'),
        reference: 'PO-2026-000001',
        lines: [{ partNumber: board, quantity }],
        at: AT,
      };
      return { board, request, owed: await system().port.expectReturn(request) };
    };
    const about = (returnId: string) => ({ key: fresh('order:return'), returnId, at: AT });
    const takeIn = (returnId: string, partNumber: string, quantity: number, depot = 'shanghai') =>
      system().port.takeInReturn({ ...about(returnId), depot, lines: [{ partNumber, quantity }] });

    it('is due under its key, and is no stock of a depot', async () => {
      const { board, request, owed: answer } = await owed();
      const line = { partNumber: board, quantity: 2, due: 2, inDepots: 0, atFactory: 0, writtenOff: 0 };
      expect(answer).toEqual({
        id: request.key,
        reference: 'PO-2026-000001',
        state: 'due',
        lines: [line],
      });
      expect(await system().port.expectReturn(request)).toEqual(answer);
      expect(await totals(system().port, board)).toEqual({ available: 5, reserved: 0 });
    });

    it('is taken in by a depot apart from its stock, and goes to the factory', async () => {
      const { board, request } = await owed();
      expect(await takeIn(request.key, board, 1)).toMatchObject({
        state: 'due',
        lines: [{ due: 1, inDepots: 1 }],
      });
      expect(await codeOf(takeIn(request.key, board, 2))).toBe('PARTS.NOT_DUE');
      expect((await takeIn(request.key, board, 1)).state).toBe('received');
      expect(await totals(system().port, board)).toEqual({ available: 5, reserved: 0 });
      expect((await system().port.stockOf(board)).depots.map(({ depot }) => depot)).toEqual(['shanghai']);
      const forward = about(request.key);
      const atFactory = { state: 'closed', lines: [{ due: 0, inDepots: 0, atFactory: 2 }] };
      expect(await system().port.forwardReturn(forward)).toMatchObject(atFactory);
      expect(await system().port.forwardReturn(forward)).toMatchObject(atFactory);
      expect(await system().port.forwardReturn(about(request.key))).toMatchObject(atFactory);
    });

    it('that never comes is written off, but what came goes on', async () => {
      const { board, request } = await owed(3);
      await takeIn(request.key, board, 1);
      expect(await system().port.writeOffReturn(about(request.key))).toMatchObject({
        state: 'received',
        lines: [{ due: 0, inDepots: 1, writtenOff: 2 }],
      });
      expect((await system().port.forwardReturn(about(request.key))).state).toBe('closed');
      expect((await system().port.partsReturn(request.key)).lines).toMatchObject([
        { atFactory: 1, writtenOff: 2 },
      ]);
    });

    it('is owed no longer once it is cancelled, and an id that was cancelled can never become due', async () => {
      const { board, request } = await owed();
      const stop = about(request.key);
      expect(await system().port.cancelReturn(stop)).toMatchObject({ state: 'closed', lines: [{ due: 0 }] });
      expect(await system().port.cancelReturn(stop)).toMatchObject({ state: 'closed', lines: [{ due: 0 }] });
      expect(await codeOf(takeIn(request.key, board, 1))).toBe('PARTS.NOT_DUE');
      const late = { ...request, key: fresh('order:old') };
      expect(await system().port.cancelReturn(about(late.key))).toEqual({
        id: late.key,
        reference: null,
        state: 'closed',
        lines: [],
      });
      expect(await codeOf(system().port.expectReturn(late))).toBe('PARTS.RETURN_CANCELLED');
    });

    it('is refused for parts, depots and returns that are not there', async () => {
      const { board, request } = await owed();
      const lines = [{ partNumber: 'NO-SUCH', quantity: 1 }];
      expect(await codeOf(system().port.expectReturn({ ...request, key: fresh('o'), lines }))).toBe(
        'PARTS.PART_UNKNOWN',
      );
      expect(await codeOf(takeIn(request.key, board, 1, 'atlantis'))).toBe('PARTS.DEPOT_UNKNOWN');
      expect(await codeOf(takeIn('never-seen', board, 1))).toBe('PARTS.RETURN_UNKNOWN');
      expect(await codeOf(system().port.partsReturn('never-seen'))).toBe('PARTS.RETURN_UNKNOWN');
      for (const work of ['forwardReturn', 'writeOffReturn'] as const)
        expect(await codeOf(system().port[work](about('never-seen')))).toBe('PARTS.RETURN_UNKNOWN');
    });
  });
};
