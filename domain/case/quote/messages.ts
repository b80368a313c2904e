import { moneyText, sumOf } from '../../money/amount';
import { invoiceForDeclined } from '../../money/invoice';
import type { Effect } from '../../process/decider';
import type { Messages } from '../effects';
import { chargesOfDeclined, chargesOfReport } from './charges';
import { deskOf } from '../common/owner';
import type { QuoteEvents } from './case-terms';
import type { CaseQuote, InvoiceHeader } from './terms';
import { tell, notifyCustomer, toRecipient } from '../common/recipients';
import type { RegisteredCase } from '../state';

/** Messages about a quote and about an invoice (R7, R10). A quote that is prepared or not approved stays inside. */
export const QUOTE_MESSAGES: Messages<keyof QuoteEvents> = {
  QuoteOffered: (state, { data }) => {
    const { quote } = state;
    if (!quote) return [];
    const params = offered(quote, data.validUntil, tripsSoFar(state));
    return notifyCustomer(state, inPart('quote-offered', quoteShares(quote)), params);
  },
  QuoteAccepted: (state) => decided(state, 'quote-accepted'),
  QuoteRefused: (state) => decided(state, 'quote-refused'),
  QuoteLapsed: (state, { data: { number } }) => [
    tell(state, toRecipient(deskOf(state)), 'quote-lapsed', { number }),
    ...notifyCustomer(state, 'quote-lapsed', { number }),
  ],
  // A customer who never saw it need not hear that it is gone; a cancelled case has a message of its own.
  QuoteVoided: (state, { data }) =>
    state.quote?.validUntil === undefined || data.reason === 'case-cancelled'
      ? []
      : notifyCustomer(state, 'quote-void', { ...data }),
  InvoiceIssued: (state, { data }) => invoiceMessages(state, data),
  InvoiceCredited: (state, { data: { number } }) => {
    const invoice = state.invoices?.find((one) => one.number === number);
    return invoice
      ? notifyCustomer(state, 'invoice-credited', {
          number,
          total: moneyText(invoice.totalCents, invoice.currency),
        })
      : [];
  },
};

/** The customer's decision, for the desk and the engineer at work. */
function decided(state: RegisteredCase, template: 'quote-accepted' | 'quote-refused'): readonly Effect[] {
  const { quote } = state;
  if (!quote) return [];
  const params = { number: quote.number, total: moneyText(quote.totalCents, quote.currency) };
  const engineer = atWork(state);
  return [
    tell(state, toRecipient(deskOf(state)), template, params),
    ...(engineer === undefined ? [] : [tell(state, { staffId: engineer }, template, params)]),
  ];
}

/** The customer is reminded while the quote still holds. */
export const quoteReminder = (state: RegisteredCase): readonly Effect[] => {
  const { quote } = state;
  if (quote?.status !== 'offered' || quote.validUntil === undefined) return [];
  const { number, totalCents, currency, validUntil } = quote;
  return notifyCustomer(state, 'quote-reminder', {
    number,
    total: moneyText(totalCents, currency),
    validUntil,
  });
};

/** Price before cover, and the share that warranty or contract covers. */
interface Shares {
  readonly priceCents: number;
  readonly coveredCents: number;
}

const quoteShares = ({ lines }: CaseQuote): Shares => ({
  priceCents: sumOf(lines, ({ priceCents }) => priceCents),
  coveredCents: sumOf(lines, ({ coveredCents }) => coveredCents),
});

/** The message that tells the covered share, where there is one. */
const inPart = <T extends 'quote-offered' | 'invoice-issued'>(
  template: T,
  { coveredCents }: Shares,
): T | `${T}-in-part` => (coveredCents > 0 ? `${template}-in-part` : template);

const sharesText = ({ priceCents, coveredCents }: Shares, currency: string) =>
  coveredCents > 0
    ? { price: moneyText(priceCents, currency), covered: moneyText(coveredCents, currency) }
    : {};

function invoiceMessages(state: RegisteredCase, invoice: InvoiceHeader): readonly Effect[] {
  const charges = state.report ? chargesOfReport(state, state.report) : chargesOfDeclined(state);
  const shares = charges.kind === 'priced' ? charges : { priceCents: 0, coveredCents: 0 };
  return notifyCustomer(state, inPart('invoice-issued', shares), {
    ...amounts(invoice),
    ...sharesText(shares, invoice.currency),
  });
}

const amounts = ({ number, netCents, taxCents, totalCents, currency }: InvoiceHeader | CaseQuote) => ({
  number,
  net: moneyText(netCents, currency),
  tax: moneyText(taxCents, currency),
  total: moneyText(totalCents, currency),
});

const offered = (quote: CaseQuote, validUntil: string, trips: number) => ({
  ...amounts(quote),
  ...sharesText(quoteShares(quote), quote.currency),
  validUntil,
  declined: moneyText(invoiceForDeclined(quote, trips)?.totalCents ?? 0, quote.currency),
});

/** Trips that a decline would charge for, including the current one. */
const tripsSoFar = ({ stage, visits = [] }: RegisteredCase): number =>
  visits.length + (stage === 'on-site' ? 1 : 0);

const atWork = ({ stage, dispatch }: RegisteredCase): string | undefined =>
  stage === 'dispatched' || stage === 'on-site' ? dispatch?.engineer.id : undefined;
