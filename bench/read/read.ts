import { cpus } from 'node:os';
import { BuiltInTokens } from '../../api/access/built-in';
import { seed } from '../../cli/seed/seed';
import { closeDatabase, connectDatabase, query, type Database } from '../../platform/database';
import { createProgress } from '../../stack/progress';
import { companyDatabase, SECRET, settingsOn, startGround } from '../ground';
import { percentile } from '../measure/statistics';
import { saveResult } from '../results';
import { questionsOf, type Kind, type Known, type Question } from './questions';

export interface ReadOptions {
  /** Cases of the register that is read. */
  readonly cases: number;
  /** How often each question is asked. */
  readonly times: number;
  readonly write: (line: string) => void;
}

/** Longest a p99 may be, in ms. */
const TO_REACH: Readonly<Record<Kind, number>> = { read: 50, report: 500 };
const TIME_ZONE = 'Asia/Shanghai';
const MONTHS = 24;
/** Tables that grow with every case: none is to be read whole. */
const LARGE = ['service_case', 'process', 'process_event', 'process_clock', 'task', 'request', 'trip'];

export interface Asked {
  readonly name: string;
  readonly kind: Kind;
  readonly status: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Large tables that were read from end to end. */
  readonly scanned: readonly string[];
}

/** Reads of a large register through the API, one at a time, as an HQ manager. */
export async function read({ cases, times, write }: ReadOptions): Promise<void> {
  const progress = createProgress(write);
  const ground = await startGround(progress);
  try {
    const url = await progress.run('Loading the sample company', () => companyDatabase(ground));
    const database = connectDatabase(url);
    try {
      await progress.run(`Seeding ${cases} cases`, () =>
        seed(database, TIME_ZONE, { cases, months: MONTHS, seed: 1 }),
      );
      const settings = await settingsOn(ground, url);
      await progress.run('Starting the API', () =>
        ground.start('api', ['cli/aftercare.ts', 'api'], settings),
      );
      const caller = await managerOf(database);
      const base = `http://127.0.0.1:${settings.AFTERCARE_PORT}`;
      const asked: Asked[] = [];
      for (const question of questionsOf(await knownOf(database)))
        asked.push(await ask(database, { base, token: caller, question, times }));
      for (const line of tableOf(asked)) write(line);
      const file = await saveResult('read', { cpus: cpus().length, node: process.version, cases, asked });
      write(`Written to ${file}`);
      for (const line of goalLines(asked)) write(line);
    } finally {
      await closeDatabase(database);
    }
  } finally {
    await ground.stop();
  }
}

interface Asking {
  readonly base: string;
  readonly token: string;
  readonly question: Question;
  readonly times: number;
}

async function ask(database: Database, { base, token, question, times }: Asking): Promise<Asked> {
  const { name, kind, path } = question;
  const answered = async () => {
    const beganMs = performance.now();
    const response = await fetch(`${base}${path}`, { headers: { authorization: `Bearer ${token}` } });
    await response.arrayBuffer();
    return { status: response.status, ms: performance.now() - beganMs };
  };
  // Caches and plans first.
  const { status } = await answered();
  const before = await scansOf(database);
  const ms: number[] = [];
  for (let n = 0; n < times; n += 1) ms.push((await answered()).ms);
  const after = await scansOf(database);
  const scanned = LARGE.filter((table) => (after.get(table) ?? 0) > (before.get(table) ?? 0));
  return { name, kind, status, p50Ms: percentile(ms, 0.5), p99Ms: percentile(ms, 0.99), scanned };
}

/** How often each table has been read from end to end. PostgreSQL's backends tell of it a second later at most. */
async function scansOf(database: Database): Promise<ReadonlyMap<string, number>> {
  await new Promise((done) => setTimeout(done, 1_200));
  const { rows } = await query<{ readonly name: string; readonly scans: string }>(
    database,
    `SELECT relname AS name, seq_scan::text AS scans FROM pg_stat_user_tables WHERE schemaname = 'public'`,
    [],
  );
  return new Map(rows.map(({ name, scans }) => [name, Number(scans)]));
}

async function managerOf(database: Database): Promise<string> {
  const { id } = await database.staff.findFirstOrThrow({ where: { roles: { has: 'hq-service-manager' } } });
  return (await new BuiltInTokens(SECRET).issue(id, new Date())).token;
}

async function knownOf(database: Database): Promise<Known> {
  const one = await database.serviceCase.findFirstOrThrow({
    where: { stage: 'closed', engineerId: { not: null }, faultCode: { not: null } },
    orderBy: { receivedAt: 'desc' },
  });
  const unit = await database.unit.findUniqueOrThrow({ where: { id: one.unitId ?? '' } });
  const phone = await database.customerContact.findFirstOrThrow({
    where: { customerId: one.customerId ?? '', kind: 'phone' },
  });
  const now = new Date();
  return {
    caseNumber: one.number,
    customerId: one.customerId ?? '',
    unitId: unit.id,
    engineerId: one.engineerId ?? '',
    phone: phone.value,
    productCode: unit.productCode,
    faultCode: one.faultCode ?? '',
    now: now.toISOString(),
    yearAgo: new Date(now.getTime() - 365 * 86_400_000).toISOString(),
  };
}

const tableOf = (asked: readonly Asked[]): readonly string[] =>
  asked.map(({ name, status, p50Ms, p99Ms, scanned }) =>
    [
      name.padEnd(44),
      String(status),
      `p50 ${p50Ms.toFixed(0)} ms`.padStart(12),
      `p99 ${p99Ms.toFixed(0)} ms`.padStart(12),
      scanned.length === 0 ? '' : `reads all of ${scanned.join(', ')}`,
    ]
      .join('  ')
      .trimEnd(),
  );

/** The slowest of each kind, and what was refused or read whole. */
function goalLines(asked: readonly Asked[]): readonly string[] {
  const slowest = (kind: Kind): Asked | undefined =>
    asked.filter((one) => one.kind === kind).toSorted((left, right) => right.p99Ms - left.p99Ms)[0];
  const line = (kind: Kind): string[] => {
    const worst = slowest(kind);
    const within = asked.filter((one) => one.kind === kind && one.p99Ms <= TO_REACH[kind]).length;
    const all = asked.filter((one) => one.kind === kind).length;
    return worst
      ? [
          `read: ${kind}s within ${TO_REACH[kind]} ms at p99: ${within} of ${all}`,
          `read: slowest ${kind} (${worst.name}) ${worst.p99Ms.toFixed(0)} ms (to reach at most ${TO_REACH[kind]})`,
        ]
      : [];
  };
  const count = (isIt: (one: Asked) => boolean): number => asked.filter(isIt).length;
  return [
    ...line('read'),
    ...line('report'),
    `read: questions that read a large table whole: ${count(({ kind, scanned }) => kind === 'read' && scanned.length > 0)} (to reach at most 0)`,
    `read: questions that were refused: ${count(({ status }) => status !== 200)} (to reach at most 0)`,
  ];
}
