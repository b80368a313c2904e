import { CONSENT_WAYS } from '../../domain/case/facts';
import { QUOTE_STATUSES } from '../../domain/case/quote/terms';
import type { Principal } from '../../domain/identity/principal';
import { Prisma, type Database } from '../../platform/database';
import { staffNamesIn, withStaffNamed } from '../cases/people-named';
import { iso, oneOf, oneOfOrNull } from '../http/one-of';
import { Keyset } from '../http/paging';
import { DEFAULT_LIMIT } from '../http/schema/paging';
import { documentConditions, OF_A_CASE, SUMS } from './conditions';
import type { BillTotals, QuoteItem, QuoteListQuery } from './schema';
import { amountsOf, caseOf, totalsView, type AmountRow, type CaseOfRow, type TotalRow } from './view';

type QuoteRow = AmountRow &
  CaseOfRow & {
    readonly number: string;
    readonly version: number;
    readonly status: string;
    readonly statusSince: Date;
    readonly preparedAt: Date;
    readonly preparedById: string;
    readonly preparedByName: string;
    readonly offeredAt: Date | null;
    readonly validUntil: Date | null;
    readonly decidedAt: Date | null;
    readonly decidedHow: string | null;
  };

const COLUMNS = {
  number: Prisma.sql`case_quote.number`,
  currency: Prisma.sql`case_quote.currency`,
  at: Prisma.sql`case_quote.prepared_at`,
};
const BY_NUMBER = { column: COLUMNS.number, kind: 'text', of: ({ number }: QuoteRow) => number } as const;
const ORDER = {
  '-preparedAt': [
    { column: COLUMNS.at, kind: 'instant', direction: 'desc', of: ({ preparedAt }: QuoteRow) => preparedAt },
    { ...BY_NUMBER, direction: 'desc' },
  ],
  validUntil: [
    {
      column: Prisma.sql`case_quote.valid_until`,
      kind: 'instant',
      direction: 'asc',
      nullable: true,
      of: ({ validUntil }: QuoteRow) => validUntil,
    },
    { ...BY_NUMBER, direction: 'asc' },
  ],
} as const;

const conditionsOf = (
  principal: Principal,
  { status, ...filters }: Omit<QuoteListQuery, 'limit' | 'cursor' | 'sort'>,
): Prisma.Sql[] => [
  ...documentConditions(principal, filters, COLUMNS),
  ...(status === undefined ? [] : [Prisma.sql`case_quote.status = ${status}`]),
];

/** One page of the quotes of the caller's cases, every version (R7). @throws {ApiError} for a cursor of another list. */
export async function listQuotes(
  database: Database,
  principal: Principal,
  { limit = DEFAULT_LIMIT, cursor, sort = '-preparedAt', ...filters }: QuoteListQuery,
): Promise<{ readonly items: QuoteItem[]; readonly nextCursor: string | null }> {
  const keyset = new Keyset<QuoteRow>(ORDER[sort], { ...filters, sort, list: 'quotes' });
  const conditions = [...conditionsOf(principal, filters), keyset.after(cursor)];
  const found = await database.$queryRaw<QuoteRow[]>`
    SELECT case_quote.number, case_quote.version, case_quote.status, case_quote.status_since AS "statusSince", case_quote.currency,
      case_quote.net_cents AS "netCents", case_quote.tax_cents AS "taxCents", case_quote.total_cents AS "totalCents",
      case_quote.prepared_at AS "preparedAt", case_quote.prepared_by_id AS "preparedById", case_quote.prepared_by_name AS "preparedByName",
      case_quote.offered_at AS "offeredAt", case_quote.valid_until AS "validUntil", case_quote.decided_at AS "decidedAt",
      case_quote.decided_how AS "decidedHow", ${OF_A_CASE}
    FROM case_quote JOIN service_case ON service_case.process_id = case_quote.process_id
      LEFT JOIN customer ON customer.id = service_case.customer_id
    WHERE ${Prisma.join(conditions, ' AND ')} ${keyset.orderBy} LIMIT ${limit + 1}`;
  const { rows, nextCursor } = keyset.page(found, limit);
  const items = rows.map(quoteItem);
  const names = await staffNamesIn(
    database,
    items.map(({ preparedBy }) => preparedBy),
  );
  return {
    items: items.map((item) => ({
      ...item,
      preparedBy: withStaffNamed(item.preparedBy, names, principal.language),
    })),
    nextCursor,
  };
}

/** Sums of the quotes, a row a currency. */
export async function quoteTotals(
  database: Database,
  principal: Principal,
  filters: Omit<QuoteListQuery, 'limit' | 'cursor' | 'sort'>,
): Promise<BillTotals> {
  const rows = await database.$queryRaw<TotalRow[]>`
    SELECT ${SUMS(COLUMNS.currency, Prisma.sql`case_quote`)}
    FROM case_quote JOIN service_case ON service_case.process_id = case_quote.process_id
    WHERE ${Prisma.join(conditionsOf(principal, filters), ' AND ')} GROUP BY case_quote.currency ORDER BY case_quote.currency`;
  return totalsView(rows);
}

const quoteItem = (row: QuoteRow): QuoteItem => {
  const how = oneOfOrNull(CONSENT_WAYS, row.decidedHow);
  return {
    number: row.number,
    version: row.version,
    ...caseOf(row),
    status: oneOf(QUOTE_STATUSES, row.status),
    statusSince: row.statusSince.toISOString(),
    ...amountsOf(row),
    preparedAt: row.preparedAt.toISOString(),
    preparedBy: { id: row.preparedById, name: row.preparedByName },
    offeredAt: iso(row.offeredAt),
    validUntil: iso(row.validUntil),
    decided: row.decidedAt && how ? { at: row.decidedAt.toISOString(), how } : null,
  };
};
