import { Prisma } from '../../platform/database';

/** Columns for evidence without a clock. */
export const PLAIN = Prisma.sql`FALSE AS is_broken, NULL::timestamptz AS entered_late_at`;
