import { readConfig } from '../platform/config';
import { applyMigrations } from '../prisma/tools/migrate';

/** `aftercare migrate`: brings the database to this version; safe to run from several machines at once. */
export async function migrate(): Promise<void> {
  const { DATABASE_URL: databaseUrl } = readConfig();
  const { applied } = await applyMigrations({
    databaseUrl,
    log: (line) => process.stdout.write(`${line}\n`),
  });
  process.stdout.write(
    applied.length === 0 ? 'The database is up to date.\n' : `Applied: ${applied.join(', ')}\n`,
  );
}
