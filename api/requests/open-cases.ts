import { ENDED_STAGES } from '../../domain/case/terms';
import { query, type Database, type Transaction } from '../../platform/database';

const ENDED = ENDED_STAGES.map((stage) => `'${stage}'`).join(', ');

export interface OpenCase {
  readonly number: string;
  readonly subject: string;
  /** Null while its process has not started. */
  readonly stage: string | null;
}

/**
 * Open cases of a customer, latest first, including those registered but not started. Joins cases that the
 * customer sent and cases identified as theirs, each by its own index: an OR over both tables would read them
 * whole. A clerk may have corrected the guess of a request: a case of another customer appears only for that
 * customer. A case of a prospect just merged into this customer follows shortly.
 * @param customerId name of the customer's column in the enclosing statement.
 */
export const openCasesBy = (customerId: string): string => `
    SELECT r.case_number AS number, r.subject, c.stage
    FROM request AS r LEFT JOIN service_case AS c ON c.number = r.case_number
    WHERE r.case_number IN (SELECT sent.case_number FROM request AS sent 
          LEFT JOIN service_case AS its ON its.number = sent.case_number
        WHERE sent.customer_id = ${customerId} AND (its.customer_id IS NULL OR its.customer_id = ${customerId}
          OR EXISTS (SELECT FROM customer AS merged WHERE merged.id = its.customer_id AND merged.merged_into = ${customerId}))
        UNION ALL SELECT theirs.number FROM service_case AS theirs WHERE theirs.customer_id = ${customerId})
      AND (c.stage IS NULL OR c.stage NOT IN (${ENDED}))
    ORDER BY r.received_at DESC, r.number DESC
    LIMIT 20`;

const OPEN_CASES = openCasesBy('$1');

export const openCasesOf = async (
  database: Database | Transaction,
  customerId: string,
): Promise<readonly OpenCase[]> => (await query<OpenCase>(database, OPEN_CASES, [customerId])).rows;
