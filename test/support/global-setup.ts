import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCompany } from '../../cli/sample/load-company';
import { connectDatabase } from '../../platform/database';
import { applyMigrations } from '../../prisma/tools/migrate';
import { createDatabase, startPostgres } from '../../stack/postgres';
import { createProgress } from '../../stack/progress';
import { cacheDirectory } from '../../platform/config';
import { findTemporal, startTemporal } from '../../stack/temporal';
import { publishTestServers, TEMPLATES } from './config';
import { keepForTeardown } from './servers';

/** Brings up what the integration tests stand on: a PostgreSQL with the templates of the tests' databases, and a Temporal server. */
export default async function setUp(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'aftercare-test-'));
  const quiet = (): void => undefined;
  const postgres = await startPostgres({ dataDir: join(dataDir, 'postgres'), log: quiet, durable: false });
  const executable = await findTemporal(
    createProgress((line) => process.stderr.write(`${line}\n`)),
    cacheDirectory(),
  );
  const temporal = await startTemporal({ executable, log: quiet });
  await applyMigrations({ databaseUrl: await createDatabase(postgres.url, TEMPLATES.empty), log: quiet });
  const company = connectDatabase(await createDatabase(postgres.url, TEMPLATES.company, TEMPLATES.empty));
  await loadCompany(company, 'samples/company', 'aftercare');
  // PostgreSQL copies no database that somebody is connected to.
  await company.$disconnect();
  publishTestServers({ databaseUrl: postgres.url, temporalAddress: temporal.address });
  keepForTeardown({ dataDir, servers: [temporal, postgres] });
}
