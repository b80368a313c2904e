import { Prisma, type Transaction } from '../../platform/database';

interface Placed {
  readonly timeZone: string | null;
  readonly customer: { readonly region: { readonly calendar: string } | null };
}

/**
 * The IANA zone of each unit's place: its own, else that of its owner's centre, else the company's. Warranties begin and end with the day
 * there (R6).
 * @param fallback the company's own zone.
 */
export async function zonesOf(
  tx: Transaction,
  units: readonly Placed[],
  fallback: string,
): Promise<(unit: Placed) => string> {
  const calendars = units.flatMap(({ timeZone, customer }) =>
    timeZone === null && customer.region ? [customer.region.calendar] : [],
  );
  const byCalendar = await zonesOfCalendars(tx, calendars);
  return ({ timeZone, customer }) => timeZone ?? byCalendar.get(customer.region?.calendar ?? '') ?? fallback;
}

/** The IANA zone of each calendar in its latest version. */
export async function zonesOfCalendars(
  tx: Pick<Transaction, '$queryRaw'>,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (codes.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ code: string; zone: string | null }[]>`
    SELECT DISTINCT ON (code) code, definition ->> 'timeZone' AS zone FROM calendar
    WHERE code IN (${Prisma.join([...new Set(codes)])}) ORDER BY code, effective_from DESC`;
  return new Map(rows.flatMap(({ code, zone }) => (zone === null ? [] : [[code, zone] as const])));
}
