import { readConfig } from '../platform/config';
import { closeDatabase, connectDatabase } from '../platform/database';
import { loadCompany } from './sample/load-company';

/** `aftercare import FOLDER`: loads a company's registers; rows that are there already are brought up to date. */
export async function importCompany(folder: string, password: string): Promise<void> {
  const database = connectDatabase(readConfig().DATABASE_URL);
  try {
    await loadCompany(database, folder, password, 'import');
    process.stdout.write(`Loaded ${folder}.\n`);
  } finally {
    await closeDatabase(database);
  }
}
