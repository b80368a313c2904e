import { shareOut, totalsOf } from '../quote/price';
import type { PricedLine, PricedQuote, QuoteLine } from '../quote/terms';
import type { InvoiceContent, InvoiceLine } from './invoice-terms';

/** Work actually done, charged by an accepted quote. Minutes, and pieces by part number. */
export interface WorkDone {
  readonly labourMinutes: number;
  readonly travelMinutes: number;
  readonly trips: number;
  readonly partsUsed: readonly { readonly partNumber: string; readonly quantity: number }[];
}

/**
 * The invoice for work that was done: at the quote's prices, never more of a line than was quoted, never a larger share than is the
 * customer's by now. What was not quoted is not charged: it takes a new decision (R7).
 * @param coveredPercentOf what the entitlement covers today. Undefined where nothing is to be charged.
 */
export function invoiceFor(
  quote: PricedQuote,
  done: WorkDone,
  coveredPercentOf: (line: PricedLine) => number,
): InvoiceContent | undefined {
  return contentOf(quote, linesDone(quote, done, coveredPercentOf).map(invoiceLine));
}

/** Splits the work done over the quote's lines by current cover; unused remainders drop out. */
export function linesDone(
  quote: PricedQuote,
  done: WorkDone,
  coveredPercentOf: (line: PricedLine) => number,
): readonly QuoteLine[] {
  const left = {
    labour: done.labourMinutes,
    travel: done.travelMinutes,
    trips: done.trips,
    parts: piecesOf(done),
  };
  return quote.lines.map((line) => {
    const quantity = Math.min(line.quantity, takeFrom(left, line));
    return shareOut({ ...line, quantity }, Math.max(line.coveredPercent, coveredPercentOf(line)));
  });
}

/** Charges after a declined quote: the trips made, when the terms of the quote say so. */
export function invoiceForDeclined(quote: PricedQuote, trips: number): InvoiceContent | undefined {
  return contentOf(quote, linesOfDeclined(quote, trips).map(invoiceLine));
}

/** The lines of a quote that its customer is charged for all the same, having declined it. */
export function linesOfDeclined(quote: PricedQuote, trips: number): readonly QuoteLine[] {
  if (quote.declinedCharge === 'none' || trips === 0) return [];
  const travel = quote.lines.filter(({ item }) => item === 'travel');
  return travel.map((line) => {
    // For travel by the hour the quoted time counts as at least one trip.
    const quantity = line.unit === 'trip' ? Math.min(line.quantity, trips) : line.quantity;
    return shareOut({ ...line, quantity }, line.coveredPercent);
  });
}

function contentOf(
  { currency, taxBasisPoints }: PricedQuote,
  all: readonly InvoiceLine[],
): InvoiceContent | undefined {
  const lines = all.filter(({ amountCents }) => amountCents > 0);
  if (lines.length === 0) return undefined;
  const totals = totalsOf(
    lines.map(({ amountCents }) => ({ customerCents: amountCents })),
    taxBasisPoints,
  );
  return { currency, taxBasisPoints, lines, ...totals };
}

const invoiceLine = ({
  item,
  partNumber,
  nameEn,
  nameZh,
  quantity,
  unit,
  customerCents,
}: QuoteLine): InvoiceLine => ({
  item,
  ...(partNumber !== undefined && { partNumber }),
  nameEn,
  nameZh,
  quantity,
  unit,
  amountCents: customerCents,
});

interface Left {
  labour: number;
  travel: number;
  trips: number;
  readonly parts: Map<string, number>;
}

function piecesOf({ partsUsed }: WorkDone): Map<string, number> {
  const pieces = new Map<string, number>();
  for (const { partNumber, quantity } of partsUsed)
    pieces.set(partNumber, (pieces.get(partNumber) ?? 0) + quantity);
  return pieces;
}

/** How much of what was done this line can charge; two lines for one thing share it. */
function takeFrom(left: Left, line: QuoteLine): number {
  const take = (available: number): number => Math.min(line.quantity, available);
  switch (line.unit) {
    case 'visit':
      // A flat price is for the work as agreed, however long it took.
      return line.quantity;
    case 'trip': {
      const taken = take(left.trips);
      left.trips -= taken;
      return taken;
    }
    case 'minute': {
      const kind = line.item === 'travel' ? 'travel' : 'labour';
      const taken = take(left[kind]);
      left[kind] -= taken;
      return taken;
    }
    case 'piece': {
      const number = line.partNumber ?? '';
      const taken = take(left.parts.get(number) ?? 0);
      left.parts.set(number, (left.parts.get(number) ?? 0) - taken);
      return taken;
    }
  }
}
