import { CustomerLinks } from '../platform/customer-links';
import { connectDatabase } from '../platform/database';
import { ConfigError, inheritedEnvironment, readConfig } from '../platform/config';
import { StackError } from '../stack/errors';
import { localSettings } from './local';

/**
 * `aftercare link AS-…`: a new link to a case, printed for whoever runs the installation and holds its key: to try what customers see, or
 * where nothing carries messages to them.
 */
export async function printLink(caseNumber: string, dataDir: string): Promise<void> {
  const config = readConfig({ ...(await localSettings(dataDir)), ...inheritedEnvironment() });
  const database = connectDatabase(config.DATABASE_URL);
  try {
    const links = CustomerLinks.of(database, config);
    if (!links) throw new ConfigError('AFTERCARE_LINK_SECRET is not set: there are no links');
    const found = await database.serviceCase.findUnique({ where: { number: caseNumber } });
    if (found?.customerId == null) throw new StackError(`There is no case ${caseNumber} of a customer`);
    const order = { caseNumber, customerId: found.customerId, purpose: 'case' } as const;
    const { url, token, expiresAt } = await links.issue(order, new Date());
    process.stdout.write(`${url ?? token}\ngood until ${expiresAt.toISOString()}\n`);
  } finally {
    await database.$disconnect();
  }
}
