import { DAY_MS } from '../../domain/clock/instant';
import { readClockRegisters, type ClockRegisters } from '../../activities/clock-registers';
import { readExclusions } from '../../api/entitlement/facts';
import type { EngineerFacts } from '../../domain/case/facts';
import { CAUSE_CATEGORIES, type CauseFacts } from '../../domain/case/flows/repair/facts';
import { oneOf } from '../../api/http/one-of';
import { readConfig } from '../../platform/config';
import { closeDatabase, connectDatabase, query, type Database } from '../../platform/database';
import { numberText, numberYear, takeNumbers } from '../../platform/numbers';
import { addEngineers, readRegions } from './cast';
import { Chance } from './chance';
import { addOwners, pickUnit } from './customers';
import type { PlayedCase } from './played-case';
import { playStory, type Stage } from './story';
import { writeCases } from './write';

const HOUR_MS = 3_600_000;
const WRITTEN_AT_ONCE = 100;
const CASES_OF_A_CUSTOMER = 10;
const VISITS_A_DAY = 3;

/** Causes that no warranty leaves out. */
const OURS: readonly string[] = ['manufacture', 'assembly', 'material'];

export interface Seeding {
  readonly cases: number;
  /** At most so many before now, and none before the company's promises. */
  readonly months: number;
  /** The same register each time, but for ids. */
  readonly seed: number;
}

/** `aftercare seed`: fills the register with cases of the past, for benchmarks and trials. They stay: never in a register that is in use. */
export async function runSeed(seeding: Seeding): Promise<void> {
  const { DATABASE_URL, AFTERCARE_TIME_ZONE } = readConfig();
  const database = connectDatabase(DATABASE_URL);
  try {
    const { open } = await seed(database, AFTERCARE_TIME_ZONE, seeding, (done) =>
      process.stdout.write(`${done} of ${seeding.cases} cases\n`),
    );
    process.stdout.write(`Seeded ${seeding.cases} cases, of which ${open} are open.\n`);
  } finally {
    await closeDatabase(database);
  }
}

/** @throws {SeedError} where there is no company to work on the cases. */
export async function seed(
  database: Database,
  timeZone: string,
  { cases, months, seed: start }: Seeding,
  onProgress: (done: number) => void = () => undefined,
): Promise<{ readonly open: number }> {
  const chance = new Chance(start);
  const nowMs = Date.now();
  const known = await readStage(database);
  const spanMs = nowMs - Math.max(nowMs - months * 30.4 * DAY_MS, firstPromiseMs(known.registers));
  const engineers = Math.ceil(cases / ((spanMs / DAY_MS) * VISITS_A_DAY));
  await addEngineers(database, await readRegions(database), engineers);
  const regions = await readRegions(database);
  const count = Math.max(10, Math.ceil(cases / CASES_OF_A_CUSTOMER));
  const owners = await addOwners(database, { count, regions, chance, nowMs });
  const stage: Stage = {
    ...known,
    timeZone,
    chance,
    untilMs: nowMs,
    freeFrom: diary(),
  };
  const received = Array.from({ length: cases }, (_, n) => nowMs - spanMs + Math.floor((spanMs * n) / cases));
  let open = 0;
  for (let from = 0; from < cases; from += WRITTEN_AT_ONCE) {
    const some = received.slice(from, from + WRITTEN_AT_ONCE);
    const next = await numbersOf(database, timeZone, some);
    const played = some.map((atMs): PlayedCase =>
      playStory(stage, pickUnit(owners, chance, atMs), next(atMs), atMs),
    );
    open += played.filter(({ last }) => !last.fold.isEnded).length;
    await writeCases(database, stage.registers, played);
    onProgress(from + some.length);
  }
  await query(database, 'ANALYZE', []);
  return { open };
}

/** Before it, no policy says when an answer is due. */
const firstPromiseMs = (registers: ClockRegisters): number =>
  Math.min(...registers.policies('answer').map(({ effectiveFrom }) => Date.parse(effectiveFrom)));

async function readStage(
  database: Database,
): Promise<Pick<Stage, 'registers' | 'exclusions' | 'faults' | 'causes'>> {
  const exclusions = await readExclusions(database);
  const isOurs = ({ category }: { readonly category: string }) => OURS.includes(category);
  const [registers, faults, causes] = [
    await readClockRegisters(database),
    await database.faultCode.findMany({ orderBy: { code: 'asc' } }),
    await database.causeCode.findMany({ orderBy: { code: 'asc' } }),
  ];
  return {
    registers,
    exclusions,
    faults: faults.map(({ code, nameEn, nameZh }) => ({ code, nameEn, nameZh })),
    causes: causes.filter(isOurs).map(({ code, nameEn, nameZh, category }): CauseFacts => ({
      code,
      nameEn,
      nameZh,
      category: oneOf(CAUSE_CATEGORIES, category),
    })),
  };
}

/** Visits of two hours, one after the other, by day. */
function diary(): Stage['freeFrom'] {
  const takenUntil = new Map<string, number>();
  return ({ id }: EngineerFacts, atMs) => {
    const [opens, closes] = [1 * HOUR_MS, 10 * HOUR_MS];
    let from = Math.max(atMs, takenUntil.get(id) ?? 0);
    const midnight = Math.floor(from / DAY_MS) * DAY_MS;
    if (from < midnight + opens) from = midnight + opens;
    if (from > midnight + closes - 2 * HOUR_MS) from = midnight + DAY_MS + opens;
    from = Math.ceil(from / (HOUR_MS / 2)) * (HOUR_MS / 2);
    takenUntil.set(id, from + 2 * HOUR_MS);
    return from;
  };
}

/** Numbers for requests and cases of some instants, in their order: those of a year at once. */
async function numbersOf(database: Database, timeZone: string, instants: readonly number[]) {
  const years = instants.map((atMs) => numberYear(timeZone, new Date(atMs)));
  const taken = new Map<number, { readonly before: (series: 'AS' | 'RQ') => number; given: number }>();
  for (const year of new Set(years)) {
    const count = years.filter((one) => one === year).length;
    taken.set(year, { before: await takeNumbers(database, ['AS', 'RQ'], { year, count }), given: 0 });
  }
  return (atMs: number) => {
    const year = numberYear(timeZone, new Date(atMs));
    const block = taken.get(year);
    if (!block) throw new Error(`No numbers were taken for ${year}`);
    block.given += 1;
    const number = (series: 'AS' | 'RQ') => numberText(series, year, block.before(series) + block.given);
    return { caseNumber: number('AS'), requestNumber: number('RQ') };
  };
}
