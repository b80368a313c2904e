import { totalsOf, type Posting } from './account';

/** The ledger's record of one case, as the finance port returns it. */
export interface LedgerView {
  readonly totals: readonly {
    readonly currency: string;
    readonly costCents: number;
    readonly revenueCents: number;
  }[];
  readonly invoices: readonly {
    readonly id: string;
    readonly currency: string;
    readonly netCents: number;
    readonly taxCents: number;
    readonly state: 'issued' | 'credited';
  }[];
}

export interface Disagreement {
  readonly field: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

/**
 * True while a call is under way, or failed and waits for a person: the expected state of the ledger is
 * unknown until then.
 */
export const isUnsettled = (postings: readonly Posting[]): boolean =>
  postings.some(({ state }) => state === 'unsettled');

/** Where case and ledger differ, to the cent (R10). What is not settled yet is passed over. */
export function disagreements(postings: readonly Posting[], ledger: LedgerView): readonly Disagreement[] {
  return [
    ...(isUnsettled(postings) ? [] : totalsDiffering(postings, ledger)),
    ...invoicesDiffering(postings, ledger),
  ];
}

function totalsDiffering(postings: readonly Posting[], ledger: LedgerView): Disagreement[] {
  const own = totalsOf(postings);
  const currencies = new Set([...own, ...ledger.totals].map(({ currency }) => currency));
  return [...currencies].sort().flatMap((currency) => {
    const expected = own.find((total) => total.currency === currency);
    const actual = ledger.totals.find((total) => total.currency === currency);
    return (['costCents', 'revenueCents'] as const)
      .map((of) => ({
        field: `finance.${currency}.${of}`,
        expected: expected?.[of] ?? 0,
        actual: actual?.[of] ?? 0,
      }))
      .filter((pair) => pair.expected !== pair.actual);
  });
}

function invoicesDiffering(postings: readonly Posting[], { invoices }: LedgerView): Disagreement[] {
  const own = postings.filter(({ kind }) => kind === 'invoice');
  const strange = invoices.filter(({ id }) => !own.some(({ key }) => key === id));
  return [
    ...own.flatMap((posting) => {
      const held = invoices.find(({ id }) => id === posting.key);
      const expected = expectedOf(posting);
      const actual = held ? stateAndAmounts(held) : 'none';
      // An invoice reversed before it arrived was never issued.
      const isFine =
        posting.state === 'unsettled' || expected === actual || (posting.state === 'taken-back' && !held);
      return isFine ? [] : [{ field: `finance.invoice[${posting.key}]`, expected, actual }];
    }),
    ...strange.map((invoice) => ({
      field: `finance.invoice[${invoice.id}]`,
      expected: 'none',
      actual: stateAndAmounts(invoice),
    })),
  ];
}

const expectedOf = ({ state, currency, revenueCents: netCents, taxCents }: Posting): string =>
  stateAndAmounts({ state: state === 'posted' ? 'issued' : 'credited', currency, netCents, taxCents });

const stateAndAmounts = ({
  state,
  currency,
  netCents,
  taxCents,
}: Omit<LedgerView['invoices'][number], 'id'>): string =>
  `${state} ${currency} ${netCents} + ${taxCents} tax`;
