import { setTimeout as sleep } from 'node:timers/promises';
import { processPostings } from '../activities/process-postings';
import { disagreements } from '../domain/money/agreement';
import type { FinancePort } from '../systems/finance/port';
import { SystemUnavailable } from '../systems/shared/errors';
import type { SeqDifference } from './difference';
import { isDataFault } from './faults';
import type { ProcessDependencies } from './process';

/** The read operations of the finance system that verification uses. */
export type Books = Pick<FinancePort, 'caseBalance' | 'caseInvoices'>;

export type MoneyReport =
  | { readonly kind: 'compared'; readonly differences: readonly SeqDifference[] }
  /** The finance system gave no usable answer. */
  | { readonly kind: 'away'; readonly reason: string };

/**
 * Compares what a process posted, by its own events, with the ledger (R10). A process or a ledger that is at work just now is read
 * again.
 */
export async function compareMoney(
  { database, kinds, waitsMs }: Pick<ProcessDependencies, 'database' | 'kinds' | 'waitsMs'>,
  books: Books,
  processId: string,
): Promise<MoneyReport> {
  let report = await compareOnce();
  for (const waitMs of waitsMs) {
    if (report.kind === 'away' || report.differences.length === 0) return report;
    await sleep(waitMs);
    report = await compareOnce();
  }
  return report;

  async function compareOnce(): Promise<MoneyReport> {
    try {
      // Reads the ledger first: one with entries newer than the events read before it is not behind.
      const [{ totals }, { invoices }] = await Promise.all([
        books.caseBalance(processId),
        books.caseInvoices(processId),
      ]);
      const account = await processPostings(database, kinds, processId);
      const differences = account ? disagreements(account.postings, { totals, invoices }) : [];
      const seq = account?.seq ?? 0;
      return { kind: 'compared', differences: differences.map((difference) => ({ seq, ...difference })) };
    } catch (error) {
      if (error instanceof SystemUnavailable) return { kind: 'away', reason: error.message };
      // The comparison of the image reports events that cannot be folded.
      if (isDataFault(error)) return { kind: 'compared', differences: [] };
      throw error;
    }
  }
}
