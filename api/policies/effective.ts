import { readInstant } from '../instants';
import { ApiError } from '../problems';

/** An instant to be in force from, a little late on the way here. */
const ON_THE_WAY_MS = 60_000;

interface Effective {
  readonly effectiveFrom: string;
  readonly retroactive?: boolean;
}

/**
 * From when on it is in force. A promise once made is not changed unawares (R4).
 * @throws {ApiError} POLICY.RETROACTIVE for an instant in the past that is not said to be meant.
 */
export function instantFrom({ effectiveFrom, retroactive = false }: Effective, now: Date): Date {
  const from = new Date(readInstant(effectiveFrom, 'effectiveFrom'));
  if (!retroactive && from.getTime() < now.getTime() - ON_THE_WAY_MS)
    throw new ApiError('POLICY.RETROACTIVE', {}, 'effectiveFrom');
  return from;
}
