import type { CaseState } from '../domain/case/state';
import { isRegistered } from '../domain/case/state';
import { customerWords } from '../platform/customer-words';
import { query, type Database } from '../platform/database';
import { caseWords } from './projections/case-words';

/** One more whenever a rule of `platform/search` or a list of what a row is found by changes. */
const SEARCH_VERSION = 2;
const KEY = 'search-words';
const BATCH = 200;

/**
 * Writes the words of every case and customer by the rules of this version, once: rows of an older one would not be found by what people
 * type now. Safe beside running services, and to begin again. Tells how many rows changed; undefined where nothing was to be done.
 */
export async function reindexWords(database: Database): Promise<number | undefined> {
  const done = await database.setting.findUnique({ where: { key: KEY } });
  if (done?.value === SEARCH_VERSION) return undefined;
  const changed = (await reindexCases(database)) + (await reindexCustomers(database));
  const value = { key: KEY, value: SEARCH_VERSION };
  await database.setting.upsert({ where: { key: KEY }, create: value, update: value });
  return changed;
}

interface CaseRow {
  readonly id: string;
  readonly seq: number;
  readonly words: string;
  readonly state: CaseState;
}

async function reindexCases(database: Database): Promise<number> {
  let changed = 0;
  let after = '';
  for (;;) {
    const { rows } = await query<CaseRow>(
      database,
      `SELECT c.process_id AS id, c.seq, c.words, p.state FROM service_case c JOIN process p ON p.id = c.process_id
       WHERE c.process_id > $1 ORDER BY c.process_id LIMIT ${BATCH}`,
      [after],
    );
    for (const { id, seq, words, state } of rows) {
      const now = isRegistered(state) ? caseWords(state) : words;
      if (now === words) continue;
      // A commit meanwhile has written them itself.
      await database.serviceCase.updateMany({ where: { processId: id, seq }, data: { words: now } });
      changed += 1;
    }
    const last = rows.at(-1);
    if (!last) return changed;
    after = last.id;
  }
}

async function reindexCustomers(database: Database): Promise<number> {
  let changed = 0;
  let after = '';
  for (;;) {
    const rows = await database.customer.findMany({
      where: { id: { gt: after } },
      include: { contacts: true },
      orderBy: { id: 'asc' },
      take: BATCH,
    });
    for (const row of rows) {
      const words = customerWords(row);
      if (words === row.words) continue;
      const { id, version } = row;
      await database.customer.updateMany({ where: { id, version }, data: { words } });
      changed += 1;
    }
    const last = rows.at(-1);
    if (!last) return changed;
    after = last.id;
  }
}
