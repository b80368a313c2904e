import { Type } from '@sinclair/typebox';
import { processPostings } from '../../activities/process-postings';
import { PROCESS_KINDS } from '../../activities/processes';
import { totalsOf, type Posting } from '../../domain/money/account';
import { disagreements, isUnsettled } from '../../domain/money/agreement';
import { CaseNumber, PROBLEMS } from '../http/schema/common';
import { CaseMoneyAnswer, type CaseMoney } from './money-schema';
import { createFinanceClient } from '../../systems/finance/client';
import type { FinancePort } from '../../systems/finance/port';
import { SystemUnavailable } from '../../systems/shared/errors';
import type { Routes } from '../context';
import { ApiError } from '../http/problems';
import { visibleCase } from './visible-case';

/** A short limit for the reader: the answer holds the case's own facts even without the ledger. */
const FINANCE_TIMEOUT_MS = 3_000;

/** Cost, revenue and profit of a case (R10). */
export const money: Routes = (app, { database, config, logger }) => {
  const finance = createFinanceClient({
    baseUrl: config.AFTERCARE_FINANCE_URL,
    token: config.AFTERCARE_SYSTEMS_TOKEN,
    timeoutMs: FINANCE_TIMEOUT_MS,
  });
  app.addHook('onClose', () => finance.close());

  app.get(
    '/v1/cases/:number/money',
    {
      config: { permission: 'money.read' },
      schema: {
        operationId: 'getCaseMoney',
        tags: ['cases'],
        summary: 'Cost, revenue and profit of a case: what it posted, and what the ledger says',
        params: Type.Object({ number: CaseNumber }),
        response: { 200: CaseMoneyAnswer, ...PROBLEMS },
      },
    },
    async ({ params: { number }, principal }) => {
      const { processId } = await visibleCase(database, number, principal);
      const account = await processPostings(database, PROCESS_KINDS, processId);
      if (!account) throw new ApiError('RESOURCE.NOT_FOUND', { what: number });
      const { postings } = account;
      return {
        number,
        totals: [...totalsOf(postings)],
        postings: postings.map(({ reference: _case, ...posting }) => ({
          ...posting,
          number: posting.number ?? null,
        })),
        finance: await ledgerOf(number, postings),
      };
    },
  );
  return Promise.resolve();

  async function ledgerOf(number: string, postings: readonly Posting[]): Promise<CaseMoney['finance']> {
    try {
      const ledger = await readLedger(finance, number);
      const differences = [...disagreements(postings, ledger)];
      const settled = isUnsettled(postings) ? 'unsettled' : 'agrees';
      return { state: differences.length > 0 ? 'differs' : settled, totals: ledger.totals, differences };
    } catch (error) {
      if (!(error instanceof SystemUnavailable)) throw error;
      logger.warn({ err: error, case: number }, 'finance cannot be read');
      return { state: 'unavailable', totals: [], differences: [] };
    }
  }
};

async function readLedger(finance: FinancePort, reference: string) {
  const [{ totals }, { invoices }] = await Promise.all([
    finance.caseBalance(reference),
    finance.caseInvoices(reference),
  ]);
  return { totals, invoices };
}
