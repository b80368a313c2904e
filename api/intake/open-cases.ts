import { query, type Database, type Transaction } from '../../platform/database';

export interface OpenCase {
  readonly number: string;
  readonly subject: string;
  /** Null while its process has not started. */
  readonly stage: string | null;
}

/**
 * Cases of a customer that are not over, the latest first; also those that are registered but not started yet. Those that a customer sent
 * and those that turned out to be theirs, each by its own index: an OR over both tables would read them whole.
 * @param customerId as it is called in the statement that this is a part of.
 */
export const openCasesBy = (customerId: string): string => `
    SELECT r.case_number AS number, r.subject, c.stage
    FROM request AS r LEFT JOIN service_case AS c ON c.number = r.case_number
    WHERE r.case_number IN (SELECT sent.case_number FROM request AS sent WHERE sent.customer_id = ${customerId}
        UNION ALL SELECT theirs.number FROM service_case AS theirs WHERE theirs.customer_id = ${customerId})
      AND (c.stage IS NULL OR c.stage NOT IN ('closed', 'cancelled', 'joined'))
    ORDER BY r.received_at DESC, r.number DESC
    LIMIT 20`;

const OPEN_CASES = openCasesBy('$1');

export const openCasesOf = async (
  database: Database | Transaction,
  customerId: string,
): Promise<readonly OpenCase[]> => (await query<OpenCase>(database, OPEN_CASES, [customerId])).rows;
