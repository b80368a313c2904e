import { Prisma } from '../../platform/database';

/** Of what no clock measures. */
export const PLAIN = Prisma.sql`FALSE AS is_broken, NULL::timestamptz AS entered_late_at`;
