import type { Bilingual } from '../bilingual';
import type { CoverageItem } from '../entitlement/terms';

/**
 * Units of a quantity: pieces of a part, minutes of work or travel, trips; a visit's labour at a flat price
 * is one visit.
 */
export const QUOTE_UNITS = ['piece', 'minute', 'trip', 'visit'] as const;
export type QuoteUnit = (typeof QUOTE_UNITS)[number];

export const QUOTE_UNIT_NAMES: Readonly<Record<QuoteUnit, Bilingual>> = {
  piece: { en: 'piece', zh: '件' },
  minute: { en: 'minute', zh: '分钟' },
  trip: { en: 'trip', zh: '次（差旅）' },
  visit: { en: 'visit', zh: '次（上门）' },
};

/** Charges for a customer who declines a quote: the trips made, or nothing. */
export const DECLINED_CHARGES = ['travel', 'none'] as const;
export type DeclinedCharge = (typeof DECLINED_CHARGES)[number];

/** One thing that is to be done or fitted, with its price and cost, before anybody's share. Integer minor units. */
export interface PricedLine {
  readonly item: CoverageItem;
  readonly partNumber?: string;
  /** Description for the customer. */
  readonly nameEn: string;
  readonly nameZh: string;
  readonly quantity: number;
  readonly unit: QuoteUnit;
  /** Price per piece, trip or visit; per hour when the unit is a minute. */
  readonly unitPriceCents: number;
  readonly unitCostCents: number;
  /** `given`: set by the author of the quote, against the price list. */
  readonly source: 'price-list' | 'given';
}

/** Prices that the API read from the price list in force for a quote (R7). */
export interface QuoteTerms {
  readonly priceListId: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly taxBasisPoints: number;
  readonly declinedCharge: DeclinedCharge;
}

/** A line with what is the customer's to pay of it. */
export interface QuoteLine extends PricedLine {
  readonly priceCents: number;
  readonly costCents: number;
  /** The entitlement's percent of it (R6). */
  readonly coveredPercent: number;
  readonly customerCents: number;
  /** The company's share: always `priceCents − customerCents`. */
  readonly coveredCents: number;
}

export interface DocumentTotals {
  /** The customer's lines, before tax. */
  readonly netCents: number;
  readonly taxCents: number;
  readonly totalCents: number;
}

/** A quote, priced and shared out. */
export interface PricedQuote extends QuoteTerms, DocumentTotals {
  readonly lines: readonly QuoteLine[];
  /** The customer's part of the costs: what `netCents` has to earn. */
  readonly costShareCents: number;
  /** `(netCents − costShareCents) / netCents`; below zero where it is sold under its cost. */
  readonly marginBasisPoints: number;
}
