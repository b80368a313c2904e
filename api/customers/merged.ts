import type { Database } from '../../platform/database';

/** Resolves a customer id: the id of a merged prospect stands for the customer it was merged into. */
export async function mergedInto(database: Database, id: string): Promise<string> {
  const found = await database.customer.findUnique({ where: { id }, select: { mergedInto: true } });
  return found?.mergedInto ?? id;
}
