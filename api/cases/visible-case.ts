import type { Principal } from '../../domain/identity/principal';
import type { Reader } from '../../platform/database';
import { ApiError } from '../http/problems';
import { readCase, type StoredCase } from './read-case';
import { caseReadable, inScope } from '../access/scope';

/** A case of which the caller may dispose. @throws {ApiError} 404: it does not exist, or not for this caller. */
export async function visibleCase(
  database: Reader,
  number: string,
  { scope }: Principal,
): Promise<StoredCase> {
  const stored = await readCase(database, number, inScope(scope, 'service_case'));
  if (!stored) throw new ApiError('RESOURCE.NOT_FOUND', { what: number });
  return stored;
}

/** The same for reading alone: also where the caller's region had it at first (R11). @throws {ApiError} 404 */
export async function readableCase(
  database: Reader,
  number: string,
  { scope }: Principal,
): Promise<StoredCase> {
  const stored = await readCase(database, number, caseReadable(scope));
  if (!stored) throw new ApiError('RESOURCE.NOT_FOUND', { what: number });
  return stored;
}
