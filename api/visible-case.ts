import type { Principal } from '../domain/identity/principal';
import type { Database } from '../platform/database';
import { ApiError } from './problems';
import { readCase, type StoredCase } from './read-case';
import { inScope } from './scope';

/** @throws {ApiError} 404: it does not exist, or not for this caller. */
export async function visibleCase(
  database: Database,
  number: string,
  { scope }: Principal,
): Promise<StoredCase> {
  const stored = await readCase(database, number, inScope(scope, 'service_case'));
  if (!stored) throw new ApiError('RESOURCE.NOT_FOUND', { what: number });
  return stored;
}
