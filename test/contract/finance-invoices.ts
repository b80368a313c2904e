import { describe, expect, it } from '@jest/globals';
import type { InvoiceBody } from '../../systems/finance/port';
import { anEntry, aReversal, AT, fresh, type FinanceUnderTest } from './finance-fixture';
import { codeOf, refusalOf } from './refused';

export const CREDITED_AT = '2026-03-05T08:00:00.000Z';

/** A repair of CNY 630.00 with 13 % tax. */
export const anInvoice = (
  changes: Partial<InvoiceBody & { key: string }> = {},
): InvoiceBody & { key: string } => ({
  key: fresh('case/SC-2026-000123:20'),
  number: fresh('SC-2026-000123-I'),
  reference: fresh('SC-2026'),
  party: 'cus-0001',
  currency: 'CNY',
  lines: [
    { description: '人工 120 分钟', account: 'service-revenue', amountCents: 40_000 },
    { description: 'Shaft seal × 1', account: 'parts-revenue', amountCents: 23_000 },
  ],
  taxBasisPoints: 1_300,
  netCents: 63_000,
  taxCents: 8_190,
  totalCents: 71_190,
  at: AT,
  ...changes,
});

const aCredit = (invoiceId: string, changes: { key?: string; number?: string } = {}) => ({
  key: fresh('case:credit'),
  invoiceId,
  number: fresh('SC-2026-000123-C'),
  at: CREDITED_AT,
  ...changes,
});

/** Invoices and credit notes (R10). Part of the finance contract. */
export const financeInvoicesContract = (system: () => FinanceUnderTest): void => {
  const port = () => system().port;
  const totals = async (reference: string) => (await port().caseBalance(reference)).totals;

  describe('invoices', () => {
    it('are issued under their key, and post a receivable against revenue and tax', async () => {
      const request = anInvoice();
      const { key, ...content } = request;
      const invoice = { id: key, ...content, state: 'issued', creditNote: null };
      expect(await port().issueInvoice(request)).toEqual(invoice);
      expect(await port().invoice(key)).toEqual(invoice);
      expect((await port().entry(key)).lines).toEqual([
        { account: 'receivable', side: 'debit', amountCents: 71_190 },
        { account: 'service-revenue', side: 'credit', amountCents: 40_000 },
        { account: 'parts-revenue', side: 'credit', amountCents: 23_000 },
        { account: 'tax-payable', side: 'credit', amountCents: 8_190 },
      ]);
      // Tax is owed to the state: no revenue.
      expect(await totals(request.reference)).toMatchObject([{ costCents: 0, revenueCents: 63_000 }]);
    });

    it('are issued once, and answered alike, however often and however many at once ask with one key', async () => {
      const request = anInvoice();
      const answers = await Promise.all(Array.from({ length: 10 }, () => port().issueInvoice(request)));
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(await totals(request.reference)).toMatchObject([{ revenueCents: 63_000 }]);
      expect((await port().caseInvoices(request.reference)).invoices).toHaveLength(1);
    });

    it.each([
      ['lines that are not the net amount', { netCents: 62_999, totalCents: 71_189 }],
      ['net and tax that are not the total', { totalCents: 71_191 }],
    ])('are refused with %s, and nothing is posted', async (_what, changes) => {
      const request = anInvoice(changes);
      const refusal = await refusalOf(port().issueInvoice(request));
      expect(refusal.code).toBe('FINANCE.INVOICE_WRONG');
      expect(refusal.params).toMatchObject({ linesCents: 63_000, taxCents: 8_190 });
      expect(await totals(request.reference)).toEqual([]);
    });

    it('are refused with a line that is no revenue', async () => {
      const line = { description: 'x', account: 'parts-cost', amountCents: 63_000 };
      const refusal = await refusalOf(port().issueInvoice(anInvoice({ lines: [line] })));
      expect([refusal.code, refusal.errors[0]?.pointer]).toEqual([
        'FINANCE.ACCOUNT_NOT_REVENUE',
        '#/lines/0/account',
      ]);
      const unknown = { ...line, account: 'petty-cash' };
      expect(await codeOf(port().issueInvoice(anInvoice({ lines: [unknown] })))).toBe(
        'FINANCE.ACCOUNT_UNKNOWN',
      );
    });

    it('bear a number that no other document bears', async () => {
      const first = anInvoice();
      await port().issueInvoice(first);
      expect(await codeOf(port().issueInvoice(anInvoice({ number: first.number })))).toBe(
        'FINANCE.NUMBER_TAKEN',
      );
      expect(await codeOf(port().creditInvoice(aCredit(first.key, { number: first.number })))).toBe(
        'FINANCE.NUMBER_TAKEN',
      );
      expect((await port().invoice(first.key)).state).toBe('issued');
    });

    it('without tax post none', async () => {
      const request = anInvoice({ taxBasisPoints: 0, taxCents: 0, totalCents: 63_000 });
      await port().issueInvoice(request);
      expect((await port().entry(request.key)).lines.map(({ account }) => account)).not.toContain(
        'tax-payable',
      );
    });

    it('are told by case, in the order of issue', async () => {
      const reference = fresh('SC-2026');
      const first = anInvoice({ reference });
      const second = anInvoice({ reference, at: CREDITED_AT });
      await port().issueInvoice(second);
      await port().issueInvoice(first);
      const { invoices } = await port().caseInvoices(reference);
      expect(invoices.map(({ id }) => id)).toEqual([first.key, second.key]);
      expect((await port().caseInvoices('SC-1999-000001')).invoices).toEqual([]);
      expect(await codeOf(port().invoice('nobody:1:0'))).toBe('FINANCE.INVOICE_UNKNOWN');
    });
  });

  describe('credit notes', () => {
    it('take a whole invoice back, once, with the number of the first', async () => {
      const invoice = anInvoice();
      await port().issueInvoice(invoice);
      const note = aCredit(invoice.key);
      const answer = {
        id: invoice.key,
        state: 'credited',
        creditNote: { id: note.key, number: note.number, at: CREDITED_AT },
      };
      expect(await port().creditInvoice(note)).toEqual(answer);
      expect(await port().creditInvoice(note)).toEqual(answer);
      expect(await port().creditInvoice(aCredit(invoice.key))).toEqual(answer);
      expect(await port().invoice(invoice.key)).toMatchObject({
        state: 'credited',
        creditNote: answer.creditNote,
      });
      expect(await totals(invoice.reference)).toMatchObject([{ revenueCents: 0, profitCents: 0 }]);
      expect((await port().entry(note.key)).lines).toContainEqual({
        account: 'tax-payable',
        side: 'debit',
        amountCents: 8_190,
      });
    });

    it('bar an invoice that was not issued yet', async () => {
      const invoice = anInvoice();
      expect(await port().creditInvoice(aCredit(invoice.key))).toEqual({
        id: invoice.key,
        state: 'credited',
        creditNote: null,
      });
      expect(await codeOf(port().issueInvoice(invoice))).toBe('FINANCE.REVERSED');
      expect(await totals(invoice.reference)).toEqual([]);
    });

    it('leave nothing where the issue and the credit of one invoice cross', async () => {
      const reference = fresh('SC-2026');
      const outcomes = await Promise.all(
        Array.from({ length: 15 }, async () => {
          const invoice = anInvoice({ reference });
          const [issued, credited] = await Promise.allSettled([
            port().issueInvoice(invoice),
            port().creditInvoice(aCredit(invoice.key)),
          ]);
          return [issued.status, credited.status];
        }),
      );
      expect(outcomes.every(([, credited]) => credited === 'fulfilled')).toBe(true);
      expect((await totals(reference)).filter(({ revenueCents }) => revenueCents !== 0)).toEqual([]);
    });

    it('are for invoices alone, and invoices are taken back by them alone', async () => {
      const entry = anEntry();
      await port().post(entry);
      expect(await codeOf(port().creditInvoice(aCredit(entry.key)))).toBe('FINANCE.NOT_AN_INVOICE');
      const invoice = anInvoice();
      await port().issueInvoice(invoice);
      expect(await codeOf(port().reverse(aReversal(invoice.key)))).toBe('FINANCE.INVOICED');
    });
  });
};
