import type { Transaction } from '../../platform/database';

export interface OpenCase {
  readonly number: string;
  readonly subject: string;
  /** Null while its process has not started. */
  readonly stage: string | null;
}

/** Cases of a customer that are not over, the latest first; also those that are registered but not started yet. */
export const openCasesOf = (tx: Transaction, customerId: string): Promise<OpenCase[]> =>
  tx.$queryRaw<OpenCase[]>`
    SELECT r.case_number AS number, r.subject, c.stage
    FROM request r LEFT JOIN service_case c ON c.number = r.case_number
    WHERE (r.customer_id = ${customerId} OR c.customer_id = ${customerId})
      AND (c.stage IS NULL OR c.stage NOT IN ('closed', 'cancelled', 'joined'))
    ORDER BY r.received_at DESC, r.number DESC
    LIMIT 20`;
