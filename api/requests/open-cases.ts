import { query, type Database, type Transaction } from '../../platform/database';

export interface OpenCase {
  readonly number: string;
  readonly subject: string;
  /** Null while its process has not started. */
  readonly stage: string | null;
}

/**
 * Cases of a customer that are not over, the latest first; also those that are registered but not started yet. Those that a customer sent
 * and those that turned out to be theirs, each by its own index: an OR over both tables would read them whole. What a request was taken
 * for is a guess that a clerk may have put right: a case that is another customer's is told to them alone. That of a prospect who has
 * just been merged into this one is on its way.
 * @param customerId as it is called in the statement that this is a part of.
 */
export const openCasesBy = (customerId: string): string => `
    SELECT r.case_number AS number, r.subject, c.stage
    FROM request AS r LEFT JOIN service_case AS c ON c.number = r.case_number
    WHERE r.case_number IN (SELECT sent.case_number FROM request AS sent 
          LEFT JOIN service_case AS its ON its.number = sent.case_number
        WHERE sent.customer_id = ${customerId} AND (its.customer_id IS NULL OR its.customer_id = ${customerId}
          OR EXISTS (SELECT FROM customer AS merged WHERE merged.id = its.customer_id AND merged.merged_into = ${customerId}))
        UNION ALL SELECT theirs.number FROM service_case AS theirs WHERE theirs.customer_id = ${customerId})
      AND (c.stage IS NULL OR c.stage NOT IN ('closed', 'cancelled', 'joined'))
    ORDER BY r.received_at DESC, r.number DESC
    LIMIT 20`;

const OPEN_CASES = openCasesBy('$1');

export const openCasesOf = async (
  database: Database | Transaction,
  customerId: string,
): Promise<readonly OpenCase[]> => (await query<OpenCase>(database, OPEN_CASES, [customerId])).rows;
