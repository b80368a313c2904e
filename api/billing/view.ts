import { STAGES } from '../../domain/case/terms';
import { oneOf } from '../http/one-of';
import type { BillTotals } from './schema';

/** Amounts as PostgreSQL gives them. */
export interface AmountRow {
  readonly currency: string;
  readonly netCents: bigint;
  readonly taxCents: bigint;
  readonly totalCents: bigint;
}
export interface CaseOfRow {
  readonly caseNumber: string;
  readonly subject: string;
  readonly stage: string;
  readonly customerId: string | null;
  readonly customerName: string | null;
}
export type TotalRow = AmountRow & { readonly count: number };

export const amountsOf = ({ currency, netCents, taxCents, totalCents }: AmountRow) => ({
  currency,
  netCents: Number(netCents),
  taxCents: Number(taxCents),
  totalCents: Number(totalCents),
});

export const caseOf = ({ caseNumber, subject, stage, customerId, customerName }: CaseOfRow) => ({
  case: { number: caseNumber, subject, stage: oneOf(STAGES, stage) },
  customer: customerId === null || customerName === null ? null : { id: customerId, name: customerName },
});

export const totalsView = (rows: readonly TotalRow[]): BillTotals => ({
  items: rows.map((row) => ({ ...amountsOf(row), count: row.count })),
});
