import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { schemaDrift, type DriftOptions } from './drift';
import { defaultMigrationsDirectory, lockfile } from './files';

export type NewMigrationOptions = DriftOptions & {
  /** Purpose of the migration, in a few words. */
  name: string;
};

/**
 * Writes `<timestamp>_<name>/migration.sql` with what the schema files have and the migrations have not, as
 * `prisma migrate dev --create-only` does, but with no warning of data that it drops: read it before it is kept.
 * Gives the file's path, or undefined when there is no difference.
 */
export async function newMigration(options: NewMigrationOptions): Promise<string | undefined> {
  const name = slug(options.name);
  if (name === '') throw new Error(`No letter or digit in the migration name "${options.name}"`);
  const sql = await schemaDrift(options);
  if (sql === '') return undefined;
  const directory = options.migrationsDirectory ?? defaultMigrationsDirectory;
  const folder = join(directory, `${timestamp(new Date())}_${name}`);
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'migration.sql');
  await writeFile(path, `${sql}\n`);
  await writeFile(join(directory, lockfile.path), lockfile.content);
  return path;
}

/** `20250131235959`, in UTC: the order in which migrations are applied. */
function timestamp(now: Date): string {
  return now.toISOString().replace(/\D/g, '').slice(0, 14);
}

function slug(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { database: { type: 'string' } },
    allowPositionals: true,
  });
  const [name] = positionals;
  if (name === undefined || positionals.length > 1 || values.database === undefined) {
    throw new Error('Usage: tsx prisma/tools/new-migration.ts NAME --database URL');
  }
  const path = await newMigration({ name, adminUrl: values.database });
  console.log(path ?? 'No difference: the migrations already give what the schema says.');
}

if (require.main === module) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
