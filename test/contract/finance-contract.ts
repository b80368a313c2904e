import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { anEntry, aReversal, fresh, transfer, type FinanceUnderTest } from './finance-fixture';
import { financeInvoicesContract } from './finance-invoices';
import { financeOrderContract } from './finance-order';
import { financeWritesContract } from './finance-writes';
import { codeOf, refusalOf } from './refused';

/** Behaviour of every implementation of the finance port. */
export const financeContract = (name: string, start: () => Promise<FinanceUnderTest>): void => {
  describe(`finance port: ${name}`, () => {
    let system: FinanceUnderTest;
    beforeAll(async () => {
      system = await start();
    });
    afterEach(async () => {
      expect(await system.differences()).toEqual([]);
    });
    afterAll(async () => {
      await system.stop();
    });
    const balance = async (reference: string) => (await system.port.caseBalance(reference)).totals;

    describe('posting', () => {
      it('knows the accounts of after-sales service', async () => {
        const { accounts } = await system.port.listAccounts();
        expect(accounts).toContainEqual({
          name: 'parts-cost',
          type: 'expense',
          nameEn: 'Spare parts used',
          nameZh: '备件成本',
        });
      });

      it('gives the entry its key as id, to be read again', async () => {
        const { key, ...content } = anEntry({ at: '2026-03-02T09:30:00+08:00' });
        const entry = { id: key, ...content, at: '2026-03-02T01:30:00.000Z', state: 'posted' };
        expect(await system.port.post({ key, ...content })).toEqual(entry);
        expect(await system.port.entry(key)).toEqual(entry);
      });

      it('refuses debits and credits that differ, and posts nothing', async () => {
        const lines = [
          ...transfer('parts-cost', 'parts-stock', 500),
          ...transfer('labour-cost', 'cash', 200).slice(0, 1),
        ];
        const request = anEntry({ lines });
        const refusal = await refusalOf(system.port.post(request));
        expect(refusal.code).toBe('FINANCE.UNBALANCED');
        expect(refusal.params).toEqual({ debitCents: 700, creditCents: 500 });
        expect(await balance(request.reference)).toEqual([]);
      });

      it('refuses an account that is not there', async () => {
        const refusal = await refusalOf(
          system.port.post(anEntry({ lines: transfer('parts-cost', 'petty-cash', 1) })),
        );
        expect([refusal.code, refusal.errors[0]?.pointer]).toEqual([
          'FINANCE.ACCOUNT_UNKNOWN',
          '#/lines/1/account',
        ]);
      });

      it('is done once, and answered alike, however often it is asked for with its key', async () => {
        const request = anEntry();
        expect(await system.port.post(request)).toEqual(await system.port.post(request));
        expect(await balance(request.reference)).toMatchObject([{ costCents: 128_050 }]);
      });

      it('refuses its key with another content', async () => {
        const request = anEntry();
        await system.port.post(request);
        expect(await codeOf(system.port.post({ ...request, kind: 'service-cost' }))).toBe(
          'IDEMPOTENCY.KEY_REUSED',
        );
        expect(await codeOf(system.port.reverse(aReversal(request.key, request.key)))).toBe(
          'IDEMPOTENCY.KEY_REUSED',
        );
      });

      it('refuses to read an entry that never was', async () => {
        expect(await codeOf(system.port.entry('never-seen'))).toBe('FINANCE.ENTRY_UNKNOWN');
      });
    });

    describe('case balance', () => {
      it('is cost, revenue and profit of the case alone', async () => {
        const reference = fresh('SC-2026');
        await system.port.post(anEntry({ reference, lines: transfer('parts-cost', 'parts-stock', 30_000) }));
        await system.port.post(
          anEntry({ reference, lines: transfer('labour-cost', 'accrued-cost', 12_000) }),
        );
        await system.port.post(
          anEntry({
            reference,
            kind: 'revenue',
            lines: [
              { account: 'receivable', side: 'debit', amountCents: 100_000 },
              { account: 'service-revenue', side: 'credit', amountCents: 60_000 },
              { account: 'parts-revenue', side: 'credit', amountCents: 40_000 },
            ],
          }),
        );
        await system.port.post(
          anEntry({ reference, kind: 'revenue', lines: transfer('cash', 'receivable', 100_000) }),
        );
        await system.port.post(
          anEntry({ reference, kind: 'refund', lines: transfer('service-revenue', 'cash', 5_000) }),
        );
        await system.port.post(anEntry());
        expect(await balance(reference)).toEqual([
          { currency: 'CNY', costCents: 42_000, revenueCents: 95_000, profitCents: 53_000 },
        ]);
      });

      it('keeps currencies apart', async () => {
        const reference = fresh('SC-2026');
        await system.port.post(anEntry({ reference, currency: 'USD' }));
        await system.port.post(
          anEntry({ reference, currency: 'CNY', lines: transfer('cash', 'service-revenue', 70_000) }),
        );
        expect(await balance(reference)).toEqual([
          { currency: 'CNY', costCents: 0, revenueCents: 70_000, profitCents: 70_000 },
          { currency: 'USD', costCents: 128_050, revenueCents: 0, profitCents: -128_050 },
        ]);
      });

      it('has no totals where nothing was posted, and stays exact where much was', async () => {
        expect(await balance('SC-1999-000001')).toEqual([]);
        const reference = fresh('SC-2026');
        const large = transfer('parts-cost', 'parts-stock', 999_999_999_999);
        await system.port.post(anEntry({ reference, lines: [...large, ...large, ...large] }));
        expect(await balance(reference)).toMatchObject([{ costCents: 2_999_999_999_997 }]);
      });
    });

    describe('reversal', () => {
      it('undoes an entry by its mirror, once', async () => {
        const request = anEntry();
        await system.port.post(request);
        const reversal = aReversal(request.key);
        const answer = { id: request.key, state: 'reversed', mirrorId: reversal.key };
        expect(await system.port.reverse(reversal)).toEqual(answer);
        expect(await system.port.reverse(reversal)).toEqual(answer);
        expect(await system.port.reverse(aReversal(request.key))).toEqual(answer);
        expect(await balance(request.reference)).toMatchObject([
          { costCents: 0, revenueCents: 0, profitCents: 0 },
        ]);
        expect((await system.port.entry(request.key)).state).toBe('reversed');
        expect(await system.port.entry(reversal.key)).toMatchObject({
          reference: request.reference,
          at: reversal.at,
          lines: [
            { account: 'parts-cost', side: 'credit', amountCents: 128_050 },
            { account: 'parts-stock', side: 'debit', amountCents: 128_050 },
          ],
        });
      });

      it('bars an entry that was not posted yet', async () => {
        const request = anEntry();
        expect(await system.port.reverse(aReversal(request.key))).toEqual({
          id: request.key,
          state: 'reversed',
          mirrorId: null,
        });
        expect(await codeOf(system.port.post(request))).toBe('FINANCE.REVERSED');
        expect(await balance(request.reference)).toEqual([]);
      });

      it('refuses to undo a mirror', async () => {
        const request = anEntry();
        await system.port.post(request);
        const { mirrorId } = await system.port.reverse(aReversal(request.key));
        expect(await codeOf(system.port.reverse(aReversal(mirrorId ?? '')))).toBe('FINANCE.NOT_REVERSIBLE');
      });
    });

    financeInvoicesContract(() => system);
    financeOrderContract(() => system);
    financeWritesContract(() => system);
  });
};
