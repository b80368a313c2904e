import type { CaseCommand, CaseCommandData } from '../../../../domain/case/commands';
import type { QuoteInput } from '../../../../domain/case/quote/terms';
import { HQ } from '../../../../domain/identity/scope';
import { CENTRE } from './actors';

type Data<T extends keyof CaseCommandData> = Partial<CaseCommandData[T]>;

export const QUOTE_TERMS: QuoteInput['terms'] = {
  priceListId: 'prices-1',
  currency: 'CNY',
  taxBasisPoints: 1_300,
  declinedCharge: 'travel',
  validDays: 15,
};
const NAMED = { nameEn: 'x', nameZh: '某', source: 'price-list' } as const;
export const QUOTE_LINES: QuoteInput['lines'] = [
  { ...NAMED, item: 'labour', quantity: 60, unit: 'minute', unitPriceCents: 28_000, unitCostCents: 12_000 },
  { ...NAMED, item: 'travel', quantity: 1, unit: 'trip', unitPriceCents: 20_000, unitCostCents: 12_000 },
  {
    ...NAMED,
    item: 'parts',
    partNumber: 'CAP-1',
    quantity: 2,
    unit: 'piece',
    unitPriceCents: 5_000,
    unitCostCents: 3_000,
  },
];
export const prepareQuote = (data: Data<'prepareQuote'> = {}): CaseCommand => ({
  type: 'prepareQuote',
  data: { lines: QUOTE_LINES, terms: QUOTE_TERMS, ...data },
});
export const reviseQuote = (data: Data<'reviseQuote'> = {}): CaseCommand => ({
  type: 'reviseQuote',
  data: { lines: QUOTE_LINES.slice(0, 2), terms: QUOTE_TERMS, reason: 'no part needed', ...data },
});
export const decideQuote = (data: Data<'decideQuote'> = {}): CaseCommand => ({
  type: 'decideQuote',
  data: {
    version: 1,
    decision: 'accept',
    consent: { by: 'customer', how: 'phone', at: '2026-11-02T02:45:00.000Z' },
    ...data,
  },
});
export const refuseQuote = (data: Data<'decideQuote'> = {}): CaseCommand =>
  decideQuote({ decision: 'refuse', reason: 'too dear', ...data });
export const endUnrepaired = (): CaseCommand => ({
  type: 'endUnrepaired',
  data: { outcome: 'left-as-it-is', note: 'They buy a new one.' },
});

/** By which the quote of these lines (CNY 655.40, margin 48.28 %) has to be approved by the director of the centre. */
export const QUOTE_RULES: NonNullable<QuoteInput['approvalRules']> = [
  {
    rule: {
      id: 'quote-over-500',
      kind: 'quote',
      reach: 'company',
      over: { amountCents: 50_000, currency: 'CNY' },
      role: 'centre-director',
      tier: 'centre',
      reasonEn: 'Quotes over CNY 500',
      reasonZh: '报价金额超过 500 元',
    },
    posts: [
      { role: 'centre-director', organisationId: CENTRE },
      { role: 'hq-service-manager', organisationId: HQ },
    ],
  },
];
export const decideQuoteApproval = (data: Data<'decideApproval'> = {}): CaseCommand => ({
  type: 'decideApproval',
  data: { approvalId: 'quote:1', decision: 'approve', reason: 'It pays.', ...data },
});
