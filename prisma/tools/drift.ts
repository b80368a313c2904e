import { noFilters, withEngine } from './engine';
import { defaultMigrationsDirectory, defaultSchemaDirectory, readDatamodel, readMigrations } from './files';

export type DriftOptions = {
  /** Any database of a PostgreSQL server, as a user with CREATEDB: the work is done in a scratch database there. */
  adminUrl: string;
  /** Default: `prisma/schema`. */
  schemaDirectory?: string;
  /** Default: `prisma/migrations`. */
  migrationsDirectory?: string;
};

const emptyScript = '-- This is an empty migration.';

/**
 * The SQL that would bring a freshly migrated database to the schema files; empty when they agree.
 * What Prisma has no words for (extensions, triggers, functions, checks, exclusion constraints, partial indexes)
 * it does not see, on either side: `prisma/tools/README.md` shows how to declare the rest.
 */
export async function schemaDrift(options: DriftOptions): Promise<string> {
  const files = await readDatamodel(options.schemaDirectory ?? defaultSchemaDirectory);
  const migrations = await readMigrations(options.migrationsDirectory ?? defaultMigrationsDirectory);
  const { stdout } = await withEngine({ databaseUrl: options.adminUrl, datamodel: files }, (engine) =>
    engine.diff({
      from: { tag: 'migrations', ...migrations },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: noFilters,
    }),
  );
  const sql = (stdout ?? '').trim();
  return sql === emptyScript ? '' : sql;
}
