import { createHash } from 'node:crypto';
import { canonicalJson } from '../../activities/hash-chain';
import { Prisma } from '../../platform/database';
import type { Direction } from './schema/paging';
import { badRequest, type ApiError } from './problems';

type Value = Date | string | boolean | null;

/** One column that a list is sorted by. */
export interface SortColumn<Row> {
  readonly column: Prisma.Sql;
  readonly kind: 'instant' | 'text' | 'boolean';
  readonly direction: Direction;
  /** Nulls stand last, whatever the direction. */
  readonly nullable?: boolean;
  readonly of: (row: Row) => Value;
}

const unknownCursor = (): ApiError =>
  badRequest('cursor', {
    en: 'the cursor belongs to another list; send it with the filters and the sort order of the page it came from',
    zh: '游标不属于此列表，请使用与其来源页面相同的筛选和排序条件',
  });

/**
 * Pages a list by the values of its last row, so that inserts and deletes neither shift nor repeat rows. The
 * last column is unique, which makes the order total. A cursor holds these values and the query; it grants no
 * access.
 */
export class Keyset<Row> {
  private readonly fingerprint: string;

  /** @param asked everything that decides which rows there are and in what order. */
  constructor(
    private readonly columns: readonly SortColumn<Row>[],
    asked: object,
  ) {
    this.fingerprint = createHash('sha256').update(canonicalJson(asked)).digest('base64url').slice(0, 16);
  }

  get orderBy(): Prisma.Sql {
    const terms = this.columns.map(({ column, direction, nullable }) => {
      const ordered = direction === 'asc' ? Prisma.sql`${column} ASC` : Prisma.sql`${column} DESC`;
      return nullable === true ? Prisma.sql`${ordered} NULLS LAST` : ordered;
    });
    return Prisma.sql`ORDER BY ${Prisma.join(terms)}`;
  }

  /** The rows after the cursor's. @throws {ApiError} REQUEST.INVALID for a cursor of another list, or none of ours. */
  after(cursor: string | undefined): Prisma.Sql {
    if (cursor === undefined) return Prisma.sql`TRUE`;
    const values = this.decode(cursor);
    const alternatives = this.columns.map((column, index) => {
      const equal = this.columns.slice(0, index).map((earlier, n) => isEqual(earlier, values[n] ?? null));
      return Prisma.sql`(${Prisma.join([...equal, isAfter(column, values[index] ?? null)], ' AND ')})`;
    });
    return Prisma.sql`${this.bound(values[0] ?? null)} AND (${Prisma.join(alternatives, ' OR ')})`;
  }

  /** @param rows one more than `limit` where there is another page. */
  page(
    rows: readonly Row[],
    limit: number,
  ): { readonly rows: readonly Row[]; readonly nextCursor: string | null } {
    const kept = rows.slice(0, limit);
    const last = kept.at(-1);
    return { rows: kept, nextCursor: rows.length > limit && last !== undefined ? this.encode(last) : null };
  }

  /** Bound implied by the alternatives, written so that an index scan can begin there. */
  private bound(value: Value): Prisma.Sql {
    const [first] = this.columns;
    if (first === undefined || first.nullable === true || value === null) return Prisma.sql`TRUE`;
    return first.direction === 'asc'
      ? Prisma.sql`${first.column} >= ${value}`
      : Prisma.sql`${first.column} <= ${value}`;
  }

  private encode(row: Row): string {
    return Buffer.from(JSON.stringify([this.fingerprint, ...this.columns.map(({ of }) => of(row))])).toString(
      'base64url',
    );
  }

  private decode(cursor: string): readonly Value[] {
    const parsed = parseJson(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (!Array.isArray(parsed) || parsed.length !== this.columns.length + 1) throw unknownCursor();
    const parts: readonly unknown[] = parsed;
    if (parts[0] !== this.fingerprint) throw unknownCursor();
    return this.columns.map((column, index) => valueOf(column, parts[index + 1]));
  }
}

/** Years in use: PostgreSQL's range begins before any date of ours. */
const SHOWN_INSTANT = /^(?:19|20|21)\d\d-/;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw unknownCursor();
    throw error;
  }
}

function valueOf<Row>({ kind, nullable }: SortColumn<Row>, value: unknown): Value {
  if (value === null && nullable === true) return null;
  if (kind === 'boolean' && typeof value === 'boolean') return value;
  if (kind === 'text' && typeof value === 'string' && value.length <= 300 && !value.includes('\0'))
    return value;
  if (kind === 'instant' && typeof value === 'string') {
    const instant = new Date(value);
    if (SHOWN_INSTANT.test(value) && !Number.isNaN(instant.getTime()) && instant.toISOString() === value)
      return instant;
  }
  throw unknownCursor();
}

const isEqual = <Row>({ column }: SortColumn<Row>, value: Value): Prisma.Sql =>
  value === null ? Prisma.sql`${column} IS NULL` : Prisma.sql`${column} = ${value}`;

function isAfter<Row>({ column, direction, nullable }: SortColumn<Row>, value: Value): Prisma.Sql {
  if (value === null) return Prisma.sql`FALSE`;
  const beyond = direction === 'asc' ? Prisma.sql`${column} > ${value}` : Prisma.sql`${column} < ${value}`;
  return nullable === true ? Prisma.sql`(${beyond} OR ${column} IS NULL)` : beyond;
}
