import { reachesBack } from '../../domain/clock/retroactive';
import { readInstant } from '../http/instants';
import { ApiError } from '../http/problems';

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
  if (!retroactive && reachesBack(from, now)) throw new ApiError('POLICY.RETROACTIVE', {}, 'effectiveFrom');
  return from;
}
