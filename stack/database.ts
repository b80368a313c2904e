import { Client, escapeIdentifier } from 'pg';
import { systemErrorCode } from './errors';

const duplicateDatabase = '42P04';

/**
 * Creates a database unless it is there, and gives its URL.
 * @param url any database of the same server, with the right to create others
 * @param template copied instead of the empty one: a migrated database is ready in milliseconds
 */
export async function createDatabase(url: string, name: string, template?: string): Promise<string> {
  const copied = template === undefined ? '' : ` TEMPLATE ${escapeIdentifier(template)}`;
  await withClient(url, async (client) => {
    try {
      await client.query(`CREATE DATABASE ${escapeIdentifier(name)}${copied}`);
    } catch (error) {
      if (systemErrorCode(error) !== duplicateDatabase) throw error;
    }
  });
  return databaseUrl(url, name);
}

/** Removes a database if it is there, closing the connections that are open to it. */
export async function dropDatabase(url: string, name: string): Promise<void> {
  await withClient(databaseUrl(url, 'postgres'), async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`);
  });
}

/** The URL of another database on the same server. */
export function databaseUrl(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(name)}`;
  return changed.href;
}

/** Runs `use` on a connection of its own and closes it. */
export async function withClient<T>(url: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  // A broken connection raises an error event and fails its query. This promise handles the event.
  const broken = new Promise<never>((_, reject) => client.on('error', reject));
  try {
    return await Promise.race([client.connect().then(() => use(client)), broken]);
  } finally {
    await client.end();
  }
}
