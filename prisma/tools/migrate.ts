import { type SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import { noFilters, withEngine, withoutTrace } from './engine';
import { defaultMigrationsDirectory, readMigrations } from './files';

/** The advisory lock that Prisma's engine takes for its own migrations, native or not. */
const prismaLock = 72707369;

export type MigrateOptions = {
  /** A `postgresql://` URL; a session of its own, so not through a pooler in transaction mode. */
  databaseUrl: string;
  /** Default: `prisma/migrations`. */
  directory?: string;
  log: (message: string) => void;
};

/** A migration that PostgreSQL refused. It is rolled back, unless its SQL commits by itself. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';

  constructor(
    readonly migration: string | undefined,
    cause: Error,
  ) {
    super(
      migration === undefined
        ? `The migrations could not be applied: ${cause.message}`
        : `Migration ${migration} failed: ${cause.message}\n` +
            `Correct it, then mark it with \`prisma migrate resolve --rolled-back ${migration}\` and migrate again.`,
      { cause },
    );
  }
}

/**
 * Applies the migrations that a database has not had, as `prisma migrate deploy` does, with the same record in
 * `_prisma_migrations`. Processes that start at once wait for one another. Gives the names applied, oldest first;
 * throws a {@link MigrationError} that names the failed migration.
 */
export async function applyMigrations(options: MigrateOptions): Promise<{ applied: string[] }> {
  const { databaseUrl, directory = defaultMigrationsDirectory, log } = options;
  const migrationsList = await readMigrations(directory);
  const applied = await withEngine({ databaseUrl }, async (engine, session) => {
    await waitForTurn(session, log);
    try {
      return (await engine.applyMigrations({ migrationsList, filters: noFilters })).appliedMigrationNames;
    } catch (thrown) {
      const error = withoutTrace(thrown);
      if (!(error instanceof Error)) throw error;
      throw new MigrationError(await failedMigration(session), error);
    }
  });
  for (const name of applied) log(`Applied migration ${name}`);
  return { applied };
}

/** Marks a failed migration as rolled back, so that its corrected form is applied: `prisma migrate resolve`. */
export async function markRolledBack(databaseUrl: string, migrationName: string): Promise<void> {
  await withEngine({ databaseUrl }, (engine) => engine.markMigrationRolledBack({ migrationName }));
}

/** Takes Prisma's lock ahead of the engine, which waits without a word; it ends with the session. */
async function waitForTurn(session: SqlDriverAdapter, log: (message: string) => void): Promise<void> {
  const { rows } = await session.queryRaw({
    sql: `SELECT pg_try_advisory_lock(${prismaLock})`,
    args: [],
    argTypes: [],
  });
  if (rows[0]?.[0] === true) return;
  log('Another process is migrating this database: waiting for it');
  await session.executeRaw({ sql: `SELECT pg_advisory_lock(${prismaLock})`, args: [], argTypes: [] });
}

async function failedMigration(session: SqlDriverAdapter): Promise<string | undefined> {
  const { rows } = await session.queryRaw({
    sql: `SELECT migration_name FROM _prisma_migrations
           WHERE finished_at IS NULL AND rolled_back_at IS NULL ORDER BY started_at DESC LIMIT 1`,
    args: [],
    argTypes: [],
  });
  const name = rows[0]?.[0];
  return typeof name === 'string' ? name : undefined;
}
