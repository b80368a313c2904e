import { describe, expect, it } from '@jest/globals';
import { everyWriteContract, aRequest } from './every-write';
import { aReservation, AT, fresh, totals, type PartsUnderTest, type Stocked } from './parts-fixture';
import { codeOf, refusalOf } from './refused';

/** Counts of a depot. Part of the parts contract. */
export const partsStockTakeContract = (system: () => PartsUnderTest, stocked: Stocked): void => {
  const port = () => system().port;
  /** The line of a part on the sheet of a depot. */
  const sheetOf = async (partNumber: string, depot = 'shanghai') => {
    const { lines } = await port().depotStock({ depot, query: partNumber, parts: 'all' });
    const line = lines.find((one) => one.partNumber === partNumber);
    if (!line) throw new Error(`${partNumber} is not on the sheet`);
    return line;
  };
  const counted = async (counts: Record<string, number>, depot = 'shanghai') =>
    Promise.all(
      Object.entries(counts).map(async ([partNumber, count]) => {
        const { revision } = await sheetOf(partNumber, depot);
        return { partNumber, counted: count, revision };
      }),
    );
  const aCount = { depot: 'shanghai', countedBy: 'stf-014', at: AT };
  const take = (
    lines: Awaited<ReturnType<typeof counted>>,
    changes: { readonly depot?: string; readonly key?: string } = {},
  ) => port().takeStock({ ...aCount, key: fresh('count'), lines, ...changes });
  const held = (partNumber: string, quantity: number, reference: string) =>
    port().reserve(aReservation([{ partNumber, quantity }], { reference }));

  describe('stock-take', () => {
    it('puts the books right by what was found and what is missing, and leaves alone what agrees', async () => {
      const [more = '', less = '', same = ''] = await stocked(
        { shanghai: 4 },
        { shanghai: 4, wuhan: 9 },
        { shanghai: 2 },
      );
      const done = await take(await counted({ [more]: 6, [less]: 1, [same]: 2 }));
      expect(done).toMatchObject({ depot: 'shanghai', countedBy: 'stf-014', at: AT, remark: null });
      expect(done.lines).toMatchObject(
        [
          { partNumber: more, expected: 4, counted: 6, posted: 2 },
          { partNumber: less, expected: 4, counted: 1, posted: -3 },
          { partNumber: same, expected: 2, counted: 2, posted: 0 },
        ].map((line) => ({
          ...line,
          short: 0,
          shortFor: [],
          unitCostCents: 128_050,
          currency: 'CNY',
          remark: null,
        })),
      );
      expect(await sheetOf(more)).toMatchObject({
        available: 6,
        reserved: 0,
        lastCount: { at: AT, counted: 6, short: 0 },
      });
      expect(await totals(port(), less)).toEqual({ available: 10, reserved: 0 });
      expect(await sheetOf(same)).toMatchObject({ available: 2, lastCount: { counted: 2 } });
    });

    it('counts what is held with what is free, whatever is held or let go meanwhile', async () => {
      const [board = ''] = await stocked({ shanghai: 5 });
      const lines = await counted({ [board]: 4 });
      await held(board, 3, 'AS-2026-000001');
      const done = await take(lines);
      expect(done.lines).toMatchObject([{ expected: 5, counted: 4, posted: -1, short: 0 }]);
      expect(await sheetOf(board)).toMatchObject({ available: 1, reserved: 3 });
    });

    it('leaves held pieces with those they are held for, and says who comes away short, the latest first', async () => {
      const [board = ''] = await stocked({ shanghai: 6 });
      await held(board, 2, 'AS-2026-000001');
      const later = await held(board, 3, 'AS-2026-000002');
      const done = await take(await counted({ [board]: 3 }));
      expect(done.lines).toMatchObject([
        {
          expected: 6,
          counted: 3,
          posted: -1,
          short: 2,
          shortFor: [{ reference: 'AS-2026-000002', quantity: 2 }],
        },
      ]);
      expect(await sheetOf(board)).toMatchObject({
        available: 0,
        reserved: 5,
        lastCount: { counted: 3, short: 2 },
      });
      await port().release({ key: fresh('end'), reservationId: later.id, at: AT });
      expect((await take(await counted({ [board]: 3 }))).lines).toMatchObject([{ posted: -2, short: 0 }]);
      expect(await sheetOf(board)).toMatchObject({ available: 1, reserved: 2 });
    });

    it('is refused, all of it, where pieces came or went after its sheet, even as many as before', async () => {
      const [board = '', other = ''] = await stocked({ shanghai: 5 }, { shanghai: 5 });
      const lines = await counted({ [other]: 4, [board]: 4 });
      const line = { partNumber: board, quantity: 1 };
      const drawn = await port().draw({
        key: fresh('draw'),
        reference: 'AS-1',
        depot: 'shanghai',
        lines: [line],
        at: AT,
      });
      await port().reverseSlip({ key: fresh('undo'), slipId: drawn.id, at: AT });
      const refusal = await refusalOf(take(lines));
      expect([
        refusal.code,
        refusal.status,
        refusal.params['parts'],
        refusal.errors.map(({ pointer }) => pointer),
      ]).toEqual(['PARTS.STOCK_MOVED', 409, board, ['#/lines/1']]);
      expect(await sheetOf(other)).toMatchObject({ available: 5, lastCount: null });
      await take(await counted({ [other]: 4, [board]: 4 }));
    });

    it('sees held pieces leave the shelf when they are handed out, and goods come in', async () => {
      const [board = '', valve = ''] = await stocked({ shanghai: 5 }, { shanghai: 1 });
      const { id } = await held(board, 2, 'AS-2026-000003');
      const lines = await counted({ [board]: 5 });
      await port().issue({ key: fresh('issue'), reservationId: id, at: AT });
      expect(await codeOf(take(lines))).toBe('PARTS.STOCK_MOVED');
      const before = await counted({ [valve]: 1 });
      const purchase = {
        reference: 'PO-1',
        depot: 'shanghai',
        lines: [{ partNumber: valve, quantity: 2 }],
        at: AT,
      };
      const { id: purchaseId } = await port().requestPurchase({ key: fresh('buy'), ...purchase });
      await port().receiveGoods({ key: fresh('come'), purchaseId, lines: purchase.lines, at: AT });
      expect(await codeOf(take(before))).toBe('PARTS.STOCK_MOVED');
    });

    it('by two who count the same shelf at once is taken from one of them where there is a difference', async () => {
      const [board = ''] = await stocked({ shanghai: 5 });
      const lines = await counted({ [board]: 3 });
      const outcomes = await Promise.allSettled([take(lines), take(lines)]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await sheetOf(board)).toMatchObject({ available: 3 });
    });

    it('takes in a part that the depot never had, and none that is in no catalogue', async () => {
      const [board = ''] = await stocked({ wuhan: 1 });
      const { lines } = await port().depotStock({ depot: 'shanghai', query: board });
      expect(lines).toEqual([]);
      await take(await counted({ [board]: 2 }));
      expect(await sheetOf(board)).toMatchObject({ available: 2, revision: 1 });
      const unknown = [{ partNumber: 'no-such-part', counted: 1, revision: 0 }];
      const refusal = await refusalOf(take(unknown));
      expect([refusal.code, refusal.errors[0]?.pointer]).toEqual([
        'PARTS.PART_UNKNOWN',
        '#/lines/0/partNumber',
      ]);
    });

    it('refuses a part in two lines, a count below nothing, an unknown depot and too long a list', async () => {
      const [board = ''] = await stocked({ shanghai: 1 });
      const [line] = await counted({ [board]: 1 });
      if (!line) throw new Error('nothing is counted');
      expect(await codeOf(take([line, { ...line, counted: 2 }]))).toBe('PARTS.COUNTED_TWICE');
      expect(await codeOf(take([{ ...line, counted: -1 }]))).toBe('REQUEST.INVALID');
      expect(await codeOf(take([line], { depot: 'nowhere' }))).toBe('PARTS.DEPOT_UNKNOWN');
      expect(await codeOf(take([line], { depot: 'supplier' }))).toBe('PARTS.DEPOT_UNKNOWN');
      expect(await codeOf(take(Array.from({ length: 201 }, () => line)))).toBe('REQUEST.INVALID');
      expect(await codeOf(port().depotStock({ depot: 'nowhere' }))).toBe('PARTS.DEPOT_UNKNOWN');
      expect(await codeOf(port().listStockTakes({ depot: 'nowhere' }))).toBe('PARTS.DEPOT_UNKNOWN');
    });

    it('stays in the history of its depot, the latest first, page by page', async () => {
      const [board = ''] = await stocked({ kunming: 5 });
      for (let n = 0; n < 22; n += 1)
        await take(await counted({ [board]: n }, 'kunming'), { depot: 'kunming' });
      const first = await port().listStockTakes({ depot: 'kunming' });
      const second = await port().listStockTakes({ depot: 'kunming', after: first.next ?? '' });
      const counts = [...first.stockTakes, ...second.stockTakes].map(({ lines: [line] }) => line?.counted);
      expect(counts).toEqual(Array.from({ length: 22 }, (_, n) => 21 - n));
      expect([first.stockTakes.length, second.next]).toEqual([20, null]);
      expect((await port().listDepots()).depots).toContainEqual({
        depot: 'kunming',
        nameEn: 'Depot kunming',
        nameZh: 'kunming 仓库',
      });
    });
  });

  everyWriteContract([
    {
      name: 'take stock',
      rival: 'PARTS.STOCK_MOVED',
      ready: async () => {
        const [board = ''] = await stocked({ shanghai: 5 });
        const request = { ...aCount, key: fresh('write:count'), lines: await counted({ [board]: 3 }) };
        return aRequest(
          (it) => port().takeStock(it),
          request,
          () => totals(port(), board),
        );
      },
    },
  ]);
};
