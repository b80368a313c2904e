import type { Database } from '../../platform/database';

/** The customer whom an id names today: that of a prospect who was merged names the customer that they turned out to be. */
export async function mergedInto(database: Database, id: string): Promise<string> {
  const found = await database.customer.findUnique({ where: { id }, select: { mergedInto: true } });
  return found?.mergedInto ?? id;
}
