import type { Database, Prisma, Transaction } from '../../platform/database';
import { isJsonObject, type JsonValue } from '../../domain/json';

type PolicyRow = Prisma.ClockPolicyGetPayload<object>;
type CalendarRow = Prisma.CalendarGetPayload<object>;

/** Rows of the clock registers as they stood until they were changed in place or taken away. */
export interface ReplacedRows {
  readonly policies: readonly (PolicyRow & { readonly replacedAt: Date })[];
  readonly calendars: readonly (CalendarRow & { readonly replacedAt: Date })[];
}

export async function readReplaced(database: Database | Transaction): Promise<ReplacedRows> {
  const rows = await database.replacedRegister.findMany({ orderBy: { id: 'asc' } });
  const of = (register: string) =>
    rows
      .filter((row) => row.register === register)
      .map(({ row, replacedAt }) => ({ ...fieldsOf(row), replacedAt }));
  return {
    policies: of('clock_policy').filter(isPolicy),
    calendars: of('calendar').filter(isCalendar),
  };
}

/** Columns as PostgreSQL wrote them into JSON, as fields. */
const fieldsOf = (row: JsonValue | Prisma.JsonValue): Record<string, unknown> =>
  isJsonObject(row)
    ? Object.fromEntries(
        Object.entries(row).map(([column, value]) => [
          column.replaceAll(/_([a-z])/g, (_whole, letter: string) => letter.toUpperCase()),
          /_(at|from|to)$/.test(column) && typeof value === 'string' ? new Date(value) : value,
        ]),
      )
    : {};

/** A trigger writes the rows of the tables themselves. */
const isPolicy = <R extends { readonly replacedAt: Date }>(row: R): row is R & PolicyRow =>
  'clock' in row && 'targetSeconds' in row && 'recordedAt' in row;
const isCalendar = <R extends { readonly replacedAt: Date }>(row: R): row is R & CalendarRow =>
  'definition' in row && 'recordedAt' in row;
