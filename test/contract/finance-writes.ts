import { describe, expect, it } from '@jest/globals';
import { aRequest, everyWriteContract, seen, type Write } from './every-write';
import { anEntry, aReversal, fresh, type FinanceUnderTest } from './finance-fixture';
import { anInvoice, CREDITED_AT } from './finance-invoices';
import { codeOf } from './refused';

/** Every changing request of the finance port, and what stays of it in the books. Part of the finance contract. */
export const financeWritesContract = (system: () => FinanceUnderTest): void => {
  const port = () => system().port;
  const standing = (reference: string, id: string) => async () => ({
    totals: (await port().caseBalance(reference)).totals,
    entry: await seen(port().entry(id), ({ state }) => state),
    invoice: await seen(port().invoice(id), ({ state }) => state),
  });
  const aCredit = (invoiceId: string) => ({
    key: fresh('case:credit'),
    invoiceId,
    number: fresh('SC-2026-000123-C'),
    at: CREDITED_AT,
  });

  const WRITES: readonly Write[] = [
    {
      name: 'post',
      ready: async () => {
        const entry = anEntry();
        const look = async () => (await port().caseBalance(entry.reference)).totals;
        return Promise.resolve(aRequest((it) => port().post(it), entry, look));
      },
    },
    {
      name: 'reverse',
      nobody: 'barred',
      rival: 'done',
      ready: async () => {
        const entry = anEntry();
        await port().post(entry);
        const about = { entryId: fresh('never-seen') };
        return aRequest(
          (it) => port().reverse(it),
          aReversal(entry.key),
          standing(entry.reference, entry.key),
          about,
        );
      },
    },
    {
      name: 'issueInvoice',
      rival: 'FINANCE.NUMBER_TAKEN',
      ready: async () => {
        const invoice = anInvoice();
        const look = async () => (await port().caseBalance(invoice.reference)).totals;
        return Promise.resolve(aRequest((it) => port().issueInvoice(it), invoice, look));
      },
    },
    {
      name: 'creditInvoice',
      nobody: 'barred',
      rival: 'done',
      ready: async () => {
        const invoice = anInvoice();
        await port().issueInvoice(invoice);
        const about = { invoiceId: fresh('never-seen'), number: fresh('SC-2026-000123-C') };
        const look = standing(invoice.reference, invoice.key);
        return aRequest((it) => port().creditInvoice(it), aCredit(invoice.key), look, about);
      },
    },
  ];
  everyWriteContract(WRITES);

  describe('the books', () => {
    const sum = (lines: Awaited<ReturnType<ReturnType<typeof port>['entry']>>['lines']): number =>
      lines.reduce(
        (total, { side, amountCents }) => total + (side === 'debit' ? amountCents : -amountCents),
        0,
      );
    const opposite = ({ lines }: Awaited<ReturnType<ReturnType<typeof port>['entry']>>) =>
      lines.map(({ side, ...line }) => ({ ...line, side: side === 'debit' ? 'credit' : 'debit' }));

    it('keep an entry as it was posted when it is reversed, and put its very opposite beside it', async () => {
      const entry = anEntry();
      const posted = await port().post(entry);
      const { mirrorId } = await port().reverse(aReversal(entry.key));
      const mirror = await port().entry(mirrorId ?? '');
      expect(await port().entry(entry.key)).toEqual({ ...posted, state: 'reversed' });
      expect([sum(posted.lines), sum(mirror.lines)]).toEqual([0, 0]);
      expect(mirror.lines).toEqual(opposite(posted));
    });

    it('keep an invoice and its entry as they were when it is credited, and put their very opposite beside them', async () => {
      const invoice = anInvoice();
      const issued = await port().issueInvoice(invoice);
      const posted = await port().entry(invoice.key);
      const credit = aCredit(invoice.key);
      await port().creditInvoice(credit);
      const note = { id: credit.key, number: credit.number, at: CREDITED_AT };
      expect(await port().invoice(invoice.key)).toEqual({ ...issued, state: 'credited', creditNote: note });
      expect(await port().entry(invoice.key)).toEqual({ ...posted, state: 'reversed' });
      const mirror = await port().entry(credit.key);
      expect([sum(posted.lines), sum(mirror.lines)]).toEqual([0, 0]);
      expect(mirror.lines).toEqual(opposite(posted));
    });

    it('take no entry under an id that an invoice has, nor an invoice under that of an entry', async () => {
      const invoice = anInvoice();
      await port().issueInvoice(invoice);
      expect(await codeOf(port().post(anEntry({ key: invoice.key })))).toBe('IDEMPOTENCY.KEY_REUSED');
      const entry = anEntry();
      await port().post(entry);
      expect(await codeOf(port().issueInvoice(anInvoice({ key: entry.key })))).toBe('IDEMPOTENCY.KEY_REUSED');
    });
  });
};
