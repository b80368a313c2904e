import { readInstant } from '../http/instants';
import { ApiError } from '../http/problems';
import type { NewRequest } from './schema';

/** Tolerance for the clock of the machine that reports the request's time. */
const CLOCK_SKEW_MS = 5 * 60_000;

/** When the company received it. @throws {ApiError} for a time to come. */
export function receipt({ receivedAt }: NewRequest, now: Date): Date {
  if (receivedAt === undefined) return now;
  const received = new Date(readInstant(receivedAt, 'receivedAt'));
  if (received.getTime() > now.getTime() + CLOCK_SKEW_MS)
    throw new ApiError('REQUEST.RECEIVED_IN_FUTURE', {}, 'receivedAt');
  return received;
}

/** @throws {ApiError} for what is no call, or was taken before it came or after now. */
export function taken(
  { channel, takenAt }: NewRequest,
  { receivedAt, now }: { readonly receivedAt: Date; readonly now: Date },
): Date | undefined {
  if (takenAt === undefined) return undefined;
  const at = new Date(readInstant(takenAt, 'takenAt'));
  if (channel !== 'phone' || at < receivedAt || at.getTime() > now.getTime() + CLOCK_SKEW_MS)
    throw new ApiError('REQUEST.NOT_TAKEN_THEN', {}, 'takenAt');
  return at;
}
