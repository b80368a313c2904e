import { Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import type { EntryLine, FinancePort } from '../systems/finance/port';
import type { Call } from './types';

const Cents = Type.Integer({ minimum: 0 });
const CostInput = Type.Object({
  reference: Type.String(),
  warranty: Type.String(),
  labourCostCents: Cents,
  travelCostCents: Cents,
  partsCostCents: Cents,
  currency: Type.String(),
});

const ChargeInput = Type.Object({
  reference: Type.String(),
  amountCents: Type.Integer({ minimum: 1 }),
  currency: Type.String(),
});
const InvoiceInput = Type.Object({
  number: Type.String(),
  reference: Type.String(),
  party: Type.String(),
  currency: Type.String(),
  taxBasisPoints: Cents,
  netCents: Cents,
  taxCents: Cents,
  totalCents: Cents,
  lines: Type.Array(Type.Object({ item: Type.String(), description: Type.String(), amountCents: Cents })),
});
const CreditInput = Type.Object({ number: Type.String() });

/** The calls to the finance system; the key of an entry's call is its id there. */
export const createFinanceCalls = (finance: FinancePort) =>
  ({
    accrueCost: async ({ key, at, input }) => {
      const cost = Value.Parse(CostInput, input);
      const debits = [
        { account: 'labour-cost', amountCents: cost.labourCostCents },
        { account: 'travel-cost', amountCents: cost.travelCostCents },
        { account: 'parts-cost', amountCents: cost.partsCostCents },
      ].filter(({ amountCents }) => amountCents > 0);
      // A visit that cost nothing leaves nothing to post.
      if (debits.length === 0) return null;
      const lines: EntryLine[] = [
        ...debits.map((line) => ({ ...line, side: 'debit' as const })),
        {
          account: 'accrued-cost',
          side: 'credit',
          amountCents: debits.reduce((sum, { amountCents }) => sum + amountCents, 0),
        },
      ];
      const kind = cost.warranty === 'in-warranty' ? 'warranty-cost' : 'service-cost';
      return {
        ...(await finance.post({ reference: cost.reference, kind, currency: cost.currency, lines, at, key })),
      };
    },
    // R20: an old part that never came back. The outlet owes for it, and the case's parts cost is not its matter.
    chargeOutlet: async ({ key, at, input }) => {
      const { reference, currency, amountCents } = Value.Parse(ChargeInput, input);
      const lines: EntryLine[] = [
        { account: 'receivable', side: 'debit', amountCents },
        { account: 'parts-cost', side: 'credit', amountCents },
      ];
      return { ...(await finance.post({ reference, kind: 'outlet-charge', currency, lines, at, key })) };
    },
    reverseCost: async ({ key, at, undoes = key }) => ({
      ...(await finance.reverse({ entryId: undoes, at, key })),
    }),
    issueInvoice: async ({ key, at, input }) => {
      const { lines, ...invoice } = Value.Parse(InvoiceInput, input);
      const posted = lines.map(({ item, description, amountCents }) => ({
        description,
        account: item === 'parts' ? 'parts-revenue' : 'service-revenue',
        amountCents,
      }));
      return { ...(await finance.issueInvoice({ ...invoice, lines: posted, at, key })) };
    },
    creditInvoice: async ({ key, at, input, undoes = key }) => ({
      ...(await finance.creditInvoice({
        invoiceId: undoes,
        number: Value.Parse(CreditInput, input).number,
        at,
        key,
      })),
    }),
  }) satisfies Record<string, Call>;
