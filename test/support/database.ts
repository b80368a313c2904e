import { randomBytes } from 'node:crypto';
import { createDatabase, dropDatabase } from '../../stack/database';
import { TEMPLATES, testServers, type Template } from './config';

/** A migrated database of the test's own. */
export async function testDatabase(
  template: Template = 'empty',
): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const { databaseUrl } = testServers();
  const name = `test_${randomBytes(6).toString('hex')}`;
  const url = await createDatabase(databaseUrl, name, TEMPLATES[template]);
  return { url, drop: () => dropDatabase(databaseUrl, name) };
}
