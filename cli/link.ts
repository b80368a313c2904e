import { CustomerLinks, type IssuedLink } from '../platform/customer-links';
import { closeDatabase, connectDatabase, type Database } from '../platform/database';
import { isDatabaseAway } from '../platform/database-away';
import { ConfigError, readConfig } from '../platform/config';
import { StackError } from '../stack/errors';
import { installationAt } from './local';

/**
 * `aftercare link AS-…`: prints a new link to a case for the operator who holds the key, to see the
 * customer's page or to use where no channel delivers messages. Prints the token alone when no page is
 * configured.
 */
export async function printLink(caseNumber: string, dataDir: string): Promise<void> {
  const config = readConfig(await installationAt(dataDir));
  const database = connectDatabase(config.DATABASE_URL);
  try {
    const links = CustomerLinks.of(database, config);
    if (!links) throw new ConfigError('AFTERCARE_LINK_SECRET is not set, so links are not available');
    const { url, token, expiresAt } = await issue(database, links, caseNumber);
    process.stdout.write(`${url ?? token}\nvalid until ${expiresAt.toISOString()}\n`);
  } catch (error) {
    if (isDatabaseAway(error)) throw new StackError('The database cannot be reached (DATABASE_URL)');
    throw error;
  } finally {
    await closeDatabase(database);
  }
}

/** @throws {StackError} for a case that does not exist or has no customer yet. */
async function issue(database: Database, links: CustomerLinks, caseNumber: string): Promise<IssuedLink> {
  const found = await database.serviceCase.findUnique({
    where: { number: caseNumber },
    select: { customerId: true },
  });
  if (!found) throw new StackError(`There is no case ${caseNumber}`);
  const { customerId } = found;
  if (customerId === null)
    throw new StackError(
      `The customer of ${caseNumber} is not identified yet, so there is no one to send a link to`,
    );
  return links.issue({ caseNumber, customerId, purpose: 'case' }, new Date());
}
