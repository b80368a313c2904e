import { moneyText, sumOf } from '../../money/amount';
import { invoiceForDeclined } from '../../money/invoice';
import type { Effect, Recorded } from '../../process/decider';
import type { CaseEvent } from '../events';
import { chargesOfDeclined, chargesOfReport } from './charges';
import { deskOf } from '../common/owner';
import type { QuoteEvents } from './case-terms';
import type { CaseQuote, InvoicePaper } from './terms';
import { tell, tellCustomer, toRecipient } from '../common/recipients';
import type { RegisteredCase } from '../state';

type QuoteEvent = Extract<Recorded<CaseEvent>, { type: keyof QuoteEvents }>;

/** Who hears what of a quote and of an invoice (R7, R10). */
export function quoteMessages(state: RegisteredCase, event: QuoteEvent): readonly Effect[] {
  const { quote } = state;
  switch (event.type) {
    case 'QuoteOffered':
      return quote
        ? tellCustomer(
            state,
            inPart('quote-offered', quoteShares(quote)),
            offered(quote, event.data.validUntil, tripsSoFar(state)),
          )
        : [];
    case 'QuoteAccepted':
    case 'QuoteRefused': {
      if (!quote) return [];
      const template = event.type === 'QuoteAccepted' ? 'quote-accepted' : 'quote-refused';
      const params = { number: quote.number, total: moneyText(quote.totalCents, quote.currency) };
      const engineer = atWork(state);
      return [
        tell(state, toRecipient(deskOf(state)), template, params),
        ...(engineer === undefined ? [] : [tell(state, { staffId: engineer }, template, params)]),
      ];
    }
    case 'QuoteLapsed': {
      const { number } = event.data;
      return [
        tell(state, toRecipient(deskOf(state)), 'quote-lapsed', { number }),
        ...tellCustomer(state, 'quote-lapsed', { number }),
      ];
    }
    case 'QuoteVoided':
      // A customer who never saw it need not hear that it is gone; of a cancelled case they hear that.
      return quote?.validUntil === undefined || event.data.reason === 'case-cancelled'
        ? []
        : tellCustomer(state, 'quote-void', { ...event.data });
    case 'CaseLeftUnrepaired':
      return tellCustomer(state, 'case-left-unrepaired');
    case 'InvoiceIssued':
      return invoiceTold(state, event.data);
    case 'InvoiceCredited': {
      const { number } = event.data;
      const invoice = state.invoices?.find((one) => one.number === number);
      return invoice
        ? tellCustomer(state, 'invoice-credited', {
            number,
            total: moneyText(invoice.totalCents, invoice.currency),
          })
        : [];
    }
    case 'QuotePrepared':
    case 'QuoteDisapproved':
      return [];
  }
}

/** The customer is reminded while the quote still holds. */
export const quoteReminder = (state: RegisteredCase): readonly Effect[] => {
  const { quote } = state;
  if (quote?.status !== 'offered' || quote.validUntil === undefined) return [];
  const { number, totalCents, currency, validUntil } = quote;
  return tellCustomer(state, 'quote-reminder', {
    number,
    total: moneyText(totalCents, currency),
    validUntil,
  });
};

/** What something comes to before anybody's share, and what warranty or contract pay of it. */
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

function invoiceTold(state: RegisteredCase, invoice: InvoicePaper): readonly Effect[] {
  const charges = state.report ? chargesOfReport(state, state.report) : chargesOfDeclined(state);
  const shares = charges.kind === 'priced' ? charges : { priceCents: 0, coveredCents: 0 };
  return tellCustomer(state, inPart('invoice-issued', shares), {
    ...amounts(invoice),
    ...sharesText(shares, invoice.currency),
  });
}

const amounts = ({ number, netCents, taxCents, totalCents, currency }: InvoicePaper | CaseQuote) => ({
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

/** Of those that a decline would be charged for, the trip under way included. */
const tripsSoFar = ({ stage, visits = [] }: RegisteredCase): number =>
  visits.length + (stage === 'on-site' ? 1 : 0);

const atWork = ({ stage, dispatch }: RegisteredCase): string | undefined =>
  stage === 'dispatched' || stage === 'on-site' ? dispatch?.engineer.id : undefined;
