import type { ProcessKinds } from '../activities/process-kind';
import { COMMON_TABLES } from '../activities/process-tables';
import { Prisma, type Database } from '../platform/database';
import type { ProcessDifference } from './difference';
import { PAGE_ROWS, pages } from './pages';

/** Tables whose rows belong to a process. */
const tablesOf = (kinds: ProcessKinds): readonly string[] => [
  ...COMMON_TABLES.map(({ name }) => name),
  ...[...kinds.values()].flatMap(({ tables }) => tables),
];

/** Rows that name a process which does not exist, a difference for each such process and table. */
export async function* orphans(database: Database, kinds: ProcessKinds): AsyncGenerator<ProcessDifference> {
  for (const table of tablesOf(kinds)) {
    const name = Prisma.raw(table);
    const read = (after: string | undefined) => database.$queryRaw<{ processId: string; rows: number }[]>`
      SELECT t.process_id AS "processId", count(*)::int AS rows FROM ${name} t
      WHERE t.process_id > ${after ?? ''} AND NOT EXISTS (SELECT 1 FROM process p WHERE p.id = t.process_id)
      GROUP BY t.process_id ORDER BY t.process_id LIMIT ${PAGE_ROWS}`;
    for await (const page of pages(read, ({ processId }) => processId))
      for (const { processId, rows } of page) {
        const missing = { field: 'process', expected: 'a row', actual: `none, but ${rows} of ${table}` };
        const surplus = { field: table, expected: 'none', actual: rows === 1 ? 'a row' : `${rows} rows` };
        yield { processId, seq: 0, ...(table === 'process_event' ? missing : surplus) };
      }
  }
}
