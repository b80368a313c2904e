import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { partsConcurrencyContract } from './parts-concurrency';
import { aPart, aReservation, fresh, openingStock, totals, type PartsUnderTest } from './parts-fixture';
import { partsPurchaseContract } from './parts-purchase';
import { partsReservationContract } from './parts-reservation';
import { partsReturnContract } from './parts-return';
import { partsShipmentContract } from './parts-shipment';
import { partsSlipContract } from './parts-slip';
import { partsSlipWritesContract } from './parts-slip-writes';
import { partsStatesContract } from './parts-states';
import { partsStockTakeContract } from './parts-stock-take';
import { partsWritesContract } from './parts-writes';
import { codeOf, refusalOf } from './refused';

/** Behaviour of every implementation of the parts port. `start` gives one with empty depots. */
export const partsContract = (name: string, start: () => Promise<PartsUnderTest>): void => {
  describe(`parts port: ${name}`, () => {
    let system: PartsUnderTest;
    beforeAll(async () => {
      system = await start();
    });
    afterEach(async () => {
      expect(await system.differences()).toEqual([]);
    });
    afterAll(async () => {
      await system.stop();
    });

    const stocked = async (...byDepot: readonly Record<string, number>[]): Promise<string[]> => {
      const numbers = byDepot.map(() => fresh('PCB'));
      await system.receive(
        openingStock(Object.fromEntries(byDepot.map((stock, n) => [numbers[n] ?? '', stock]))),
      );
      return numbers;
    };

    describe('catalogue', () => {
      it('finds parts by number, English and Chinese name, model and material', async () => {
        const number = fresh('VLV');
        const part = aPart(number, {
          nameEn: 'Solenoid valve',
          nameZh: '电磁阀总成',
          model: 'DN25',
          material: 'Brass H62',
        });
        await system.receive({ ...openingStock({ [number]: { wuhan: 4 } }), parts: [part] });
        for (const query of [number.toLowerCase(), 'SOLENOID', '磁阀', 'dn25', 'h62']) {
          const { parts } = await system.port.listParts({ query });
          expect(parts).toContainEqual({ ...part, available: 4 });
        }
      });

      it('takes the wildcards of the database as plain text', async () => {
        await stocked({ shanghai: 1 });
        expect(await system.port.listParts({ query: '%' })).toEqual({ parts: [], next: null });
        expect(await system.port.listParts({ query: '_' })).toEqual({ parts: [], next: null });
      });

      it('gives every part once, page by page', async () => {
        const numbers = Array.from({ length: 230 }, () => fresh('SCREW'));
        await system.receive(
          openingStock(Object.fromEntries(numbers.map((number) => [number, { wuhan: 1 }]))),
        );
        const seen: string[] = [];
        let after: string | null = null;
        do {
          const page = await system.port.listParts({
            query: 'SCREW-',
            ...(after === null ? {} : { after }),
          });
          seen.push(...page.parts.map(({ partNumber }) => partNumber));
          after = page.next;
        } while (after !== null);
        expect(seen).toEqual(numbers);
      });

      it('tells free from reserved pieces, by depot', async () => {
        const [board = ''] = await stocked({ shanghai: 5, wuhan: 2 });
        await system.port.reserve(aReservation([{ partNumber: board, quantity: 3 }]));
        const { parts } = await system.port.listStock({ query: board });
        expect(parts).toMatchObject([await system.port.stockOf(board)]);
        expect(await system.port.stockOf(board)).toEqual({
          partNumber: board,
          depots: [
            {
              depot: 'shanghai',
              nameEn: 'Depot shanghai',
              nameZh: 'shanghai 仓库',
              available: 2,
              reserved: 3,
            },
            { depot: 'wuhan', nameEn: 'Depot wuhan', nameZh: 'wuhan 仓库', available: 2, reserved: 0 },
          ],
        });
      });

      it('describes one part, by its whole number alone', async () => {
        const [board = ''] = await stocked({ shanghai: 5, wuhan: 2 });
        expect(await system.port.part(board)).toEqual({ ...aPart(board), available: 7 });
      });

      it('refuses the stock or description of a part that is not there', async () => {
        expect(await codeOf(system.port.stockOf('NO-SUCH-PART'))).toBe('PARTS.PART_UNKNOWN');
        expect(await codeOf(system.port.part('NO-SUCH-PART'))).toBe('PARTS.PART_UNKNOWN');
      });
    });

    describe('allocation', () => {
      it('takes all lines from the one depot that has them, before splitting over a preferred one', async () => {
        const [board = '', valve = ''] = await stocked({ shanghai: 5, wuhan: 1 }, { wuhan: 1 });
        const lines = [board, valve].map((partNumber) => ({ partNumber, quantity: 1 }));
        const { picks } = await system.port.reserve(aReservation(lines, { preferredDepots: ['shanghai'] }));
        expect(picks.map(({ depot }) => depot)).toEqual(['wuhan', 'wuhan']);
      });

      it('takes the preferred depot where several have all lines', async () => {
        const [board = ''] = await stocked({ shanghai: 5, wuhan: 5 });
        const { picks } = await system.port.reserve(
          aReservation([{ partNumber: board, quantity: 2 }], { preferredDepots: ['wuhan', 'shanghai'] }),
        );
        expect(picks).toEqual([{ partNumber: board, quantity: 2, depot: 'wuhan' }]);
      });

      it('splits lines, and then a line, over depots where none has all', async () => {
        const [board = '', valve = ''] = await stocked({ shanghai: 2, wuhan: 2 }, { wuhan: 1 });
        const request = aReservation([
          { partNumber: board, quantity: 3 },
          { partNumber: valve, quantity: 1 },
        ]);
        expect((await system.port.reserve(request)).picks).toEqual([
          { partNumber: board, quantity: 2, depot: 'shanghai' },
          { partNumber: board, quantity: 1, depot: 'wuhan' },
          { partNumber: valve, quantity: 1, depot: 'wuhan' },
        ]);
      });

      it('refuses all lines where one cannot be filled, names it, and holds nothing', async () => {
        const [board = '', valve = ''] = await stocked({ shanghai: 5 }, { shanghai: 1, wuhan: 1 });
        const request = aReservation([
          { partNumber: board, quantity: 1 },
          { partNumber: valve, quantity: 3 },
        ]);
        const refusal = await refusalOf(system.port.reserve(request));
        expect(refusal.code).toBe('PARTS.OUT_OF_STOCK');
        expect(refusal.params).toMatchObject({ line: 1, partNumber: valve, requested: 3, available: 2 });
        expect(refusal.errors[0]?.pointer).toBe('#/lines/1');
        expect(await totals(system.port, board)).toEqual({ available: 5, reserved: 0 });
      });

      it('counts two lines of one part together', async () => {
        const [board = ''] = await stocked({ shanghai: 3 });
        const line = { partNumber: board, quantity: 2 };
        expect(await codeOf(system.port.reserve(aReservation([line, line])))).toBe('PARTS.OUT_OF_STOCK');
      });

      it('refuses a part that is not there; passes over a preferred place that keeps no stock', async () => {
        const [board = ''] = await stocked({ shanghai: 3 });
        const known = { partNumber: board, quantity: 1 };
        const part = await refusalOf(
          system.port.reserve(aReservation([known, { partNumber: 'NO-SUCH', quantity: 1 }])),
        );
        expect([part.code, part.errors[0]?.pointer]).toEqual(['PARTS.PART_UNKNOWN', '#/lines/1/partNumber']);
        const elsewhere = await system.port.reserve(aReservation([known], { preferredDepots: ['atlantis'] }));
        expect(elsewhere.picks).toEqual([{ ...known, depot: 'shanghai' }]);
      });
    });

    partsReservationContract(() => system, stocked);
    partsPurchaseContract(() => system, stocked);
    partsShipmentContract(() => system, stocked);
    partsReturnContract(() => system, stocked);
    partsSlipContract(() => system, stocked);
    partsSlipWritesContract(() => system, stocked);
    partsStockTakeContract(() => system, stocked);
    partsConcurrencyContract(() => system, stocked);
    partsWritesContract(() => system, stocked);
    partsStatesContract(() => system, stocked);
  });
};
