import { isDeepStrictEqual } from 'node:util';
import { paramsOf } from '../../platform/notice';
import { ApiError } from './problems';
import { IDEMPOTENCY_KEY } from './schema/headers';

const FORM = new RegExp(IDEMPOTENCY_KEY);

/** The key under which a request is done once. @throws {ApiError} where it is missing or malformed. */
export function idempotencyKeyOf(headers: { readonly 'idempotency-key'?: string | undefined }): string {
  const key = headers['idempotency-key'];
  if (key === undefined || !FORM.test(key))
    throw new ApiError('IDEMPOTENCY.KEY_REQUIRED', {}, 'Idempotency-Key');
  return key;
}

/**
 * Holds a request to the one that used its key before: a sender of something else would think it was saved.
 * @param made what the earlier request made, as it was kept. @throws {ApiError} IDEMPOTENCY.KEY_REUSED.
 */
export function refuseKeyReused(made: unknown, asked: object): void {
  const entry: Readonly<Record<string, unknown>> = { ...paramsOf(made) };
  const isSame = Object.entries(asked).every(([field, value]) => isEqual(entry[field], value));
  if (!isSame) throw new ApiError('IDEMPOTENCY.KEY_REUSED', {}, 'Idempotency-Key');
}

/** Lists of these registers have no order of their own: rows come back as the database sorts them. */
const isEqual = (one: unknown, other: unknown): boolean =>
  Array.isArray(one) && Array.isArray(other)
    ? isDeepStrictEqual(new Set(one), new Set(other))
    : isDeepStrictEqual(one, other);
