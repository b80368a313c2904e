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
