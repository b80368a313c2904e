import { readConfig } from '../platform/config';
import { closeDatabase, connectDatabase } from '../platform/database';
import { applyMigrations } from '../prisma/tools/migrate';
import { reindexWords } from '../activities/reindex';
import { sharedSerials } from './sample/serial-conflicts';

/** `aftercare migrate`: brings the database to this version; safe to run from several machines at once. */
export async function migrate(): Promise<void> {
  const { DATABASE_URL: databaseUrl } = readConfig();
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const { applied } = await applyMigrations({ databaseUrl, log: say });
  say(applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}`);
  const database = connectDatabase(databaseUrl);
  try {
    const rewritten = await reindexWords(database);
    if (rewritten !== undefined) say(`Rows whose search words were rewritten: ${rewritten}`);
    const shared = await sharedSerials(database);
    if (shared.length > 0)
      say(
        `Several units have the same serial number in different spellings. Correct them:\n${shared.join('\n')}`,
      );
  } finally {
    await closeDatabase(database);
  }
}
