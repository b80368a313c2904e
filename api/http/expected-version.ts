import { ApiError } from './problems';
import { VERSION_TAG } from './schema/headers';

const TAG = new RegExp(`^${VERSION_TAG}$`);

/** The version that the sender has seen (`If-Match`). @throws {ApiError} for what is no ETag of ours. */
export function expectedVersion(ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined || ifMatch === '*') return undefined;
  const version = TAG.exec(ifMatch)?.[1];
  if (version === undefined) throw new ApiError('PRECONDITION.INVALID', {}, 'If-Match');
  return Number(version);
}
