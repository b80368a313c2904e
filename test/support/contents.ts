import type { Database } from '../../platform/database';

/** Content of every table, as one text. */
export async function contentsOf(database: Database): Promise<string> {
  const tables = await database.$queryRaw<{ name: string }[]>`
    SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS name FROM information_schema.tables
    WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`;
  const sums = [];
  for (const { name } of tables)
    sums.push(
      await database.$queryRawUnsafe(
        `SELECT '${name}' AS name, count(*)::int, md5(coalesce(string_agg(md5(t::text), '' ORDER BY md5(t::text)), '')) FROM ${name} t`,
      ),
    );
  return JSON.stringify(sums);
}
