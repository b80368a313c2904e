import type { Bilingual } from '../domain/bilingual';
import { BUILT_IN_POLICIES } from '../domain/clock/built-in-policies';
import type { Calendar } from '../domain/clock/calendar';
import type { ClockPolicy } from '../domain/clock/policy';
import { query, type Database, type Prisma, type Transaction } from '../platform/database';
import { calendarIn, type CalendarRow } from './projections/calendars';
import { clockPolicyOf } from './projections/policies';
import { readReplaced, type ReplacedRows } from './projections/replaced';

const ROUND_THE_CLOCK = '24x7';
/** Counts as recorded after any of the company's, which come first however late they were entered. */
const afterAll = (policy: ClockPolicy): ClockPolicy => ({
  ...policy,
  recordedAt: '9999-12-31T23:59:59.999Z',
});

/** One reading of the policies and calendars that clocks are computed from. */
export interface ClockRegisters {
  policies(clock: string): readonly ClockPolicy[];
  /** Those too that were on record once. */
  everKnown(clock: string): readonly ClockPolicy[];
  hasCalendar(code: string): boolean;
  /** As its latest version has it; a code that is not known stands for itself. */
  calendarName(code: string): Bilingual;
  /** In the version in force at an instant, of those on record at another; left out: by now. @throws {NoPolicyError} */
  calendar(code: string, at: string, knownAt?: string): Calendar;
  /** When calendars and policies came on record, ascending, ISO-8601. */
  readonly recordedAt: readonly string[];
}

export async function readClockRegisters(database: Database | Transaction): Promise<ClockRegisters> {
  const policies = await database.clockPolicy.findMany();
  const calendars = await database.calendar.findMany({ orderBy: { effectiveFrom: 'desc' } });
  return registersOf(policies, calendars, await readReplaced(database));
}

function registersOf(
  rows: readonly Prisma.ClockPolicyGetPayload<object>[],
  calendars: readonly CalendarRow[],
  replaced: ReplacedRows,
): ClockRegisters {
  const standing = memo((clock) => [
    ...rows.filter((row) => row.clock === clock).map(clockPolicyOf),
    ...BUILT_IN_POLICIES.filter((policy) => policy.clock === clock).map(afterAll),
  ]);
  const past = memo((clock) =>
    replaced.policies
      .filter((row) => row.clock === clock)
      .map((row) => ({ ...clockPolicyOf(row), replacedAt: row.replacedAt.toISOString() })),
  );
  const everKnown = [...calendars, ...replaced.calendars].toSorted(
    (left, right) => right.effectiveFrom.getTime() - left.effectiveFrom.getTime(),
  );
  return {
    policies: standing,
    everKnown: memo((clock) => [...standing(clock), ...past(clock)]),
    hasCalendar: (wanted) => calendars.some(({ code }) => code === wanted),
    calendarName: (wanted) => {
      const latest = calendars.find(({ code }) => code === wanted);
      return latest ? { en: latest.nameEn, zh: latest.nameZh } : { en: wanted, zh: wanted };
    },
    calendar: (code, at, knownAt) => {
      // The built-in policies count every hour, also where no calendar of the company does.
      if (code === ROUND_THE_CLOCK && !calendars.some((row) => row.code === code)) return ROUND_THE_CLOCK;
      const known = everKnown.filter((row) => row.code === code && wasKnown(row, knownAt));
      return calendarIn(knownAt === undefined || known.length === 0 ? calendars : known, code, at);
    },
    recordedAt: [
      ...new Set(
        [...rows, ...everKnown, ...replaced.policies].map(({ recordedAt }) => recordedAt.toISOString()),
      ),
    ].toSorted(),
  };
}

/** Read once for each clock: the policies are the same objects each time. */
function memo(read: (clock: string) => readonly ClockPolicy[]): (clock: string) => readonly ClockPolicy[] {
  const known = new Map<string, readonly ClockPolicy[]>();
  return (clock) => {
    const found = known.get(clock) ?? read(clock);
    known.set(clock, found);
    return found;
  };
}

const wasKnown = (
  { recordedAt, replacedAt }: { readonly recordedAt: Date; readonly replacedAt?: Date },
  at = '',
): boolean => recordedAt.toISOString() <= at && (replacedAt === undefined || at < replacedAt.toISOString());

/**
 * Gives one text as long as no row of either table has changed: each insert and update has a transaction id of its own (`xmin`), and a
 * deletion is one row less. Part of a commit's one read, so what is kept is never older than that.
 */
export const REGISTERS_VERSION = `((SELECT count(*) || ':' || coalesce(sum(xmin::text::bigint), 0) FROM clock_policy)
  || '/' || (SELECT count(*) || ':' || coalesce(sum(xmin::text::bigint), 0) FROM calendar))`;

/** Reloads the registers only when their version changes: a thousand commits use the same few rows. */
export class ClockRegisterCache {
  private kept: string | undefined;
  private registers: Promise<ClockRegisters> | undefined;

  constructor(private readonly database: Database) {}

  /** Version of the cached registers; undefined when the cache is empty. */
  get version(): string | undefined {
    return this.registers && this.kept;
  }

  /** As they stand in PostgreSQL now. */
  async now(): Promise<ClockRegisters> {
    const { rows } = await query<{ readonly version: string }>(
      this.database,
      `SELECT ${REGISTERS_VERSION} AS version`,
      [],
    );
    const [row] = rows;
    if (!row) throw new Error('PostgreSQL returned no version of the clock registers');
    return this.at(row.version);
  }

  /** @param version as PostgreSQL gave it just now. What is read is as new as that, or newer. */
  async at(version: string): Promise<ClockRegisters> {
    if (this.registers && this.kept === version) return this.registers;
    this.kept = version;
    const registers = readClockRegisters(this.database);
    this.registers = registers;
    // A failed read is not cached: the next caller retries it.
    registers.catch(() => {
      if (this.registers === registers) this.registers = undefined;
    });
    return registers;
  }
}
