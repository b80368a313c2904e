import { NoPolicyError } from '../activities/projections/calendars';
import { ClockInputError } from '../domain/clock/errors';

/**
 * True for what the rules throw when they are given data that no decider wrote. That is a finding about the data; anything else (a
 * database that is away) is a fault of the verification and ends it.
 */
export const isDataFault = (error: unknown): error is Error =>
  error instanceof TypeError ||
  error instanceof RangeError ||
  error instanceof ClockInputError ||
  error instanceof NoPolicyError;
