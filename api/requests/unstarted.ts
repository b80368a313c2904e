import { Prisma } from '../../platform/database';

/** Requests whose case has not begun, as a condition on `request`. */
export const isUnstarted = Prisma.sql`request.case_number IN (SELECT process_id FROM process_start WHERE started_at IS NULL)`;
