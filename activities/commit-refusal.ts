import { ClockInputError } from '../domain/clock/errors';
import { DomainError } from '../domain/errors';
import type { JsonObject } from '../domain/json';
import type { CommitRequest } from '../domain/process/commit';
import { DatabaseError, Prisma } from '../platform/database';
import { NoPolicyError } from './projections/calendars';

/**
 * Why PostgreSQL will not take a batch however often it is tried (ADR 37): a number, an instant or a text that no column holds, or a rule of
 * the schema. Undefined where it may take it later: it is away, busy, or its schema is not the one of this code yet.
 */
export function refusalOfDatabase(error: unknown, request: CommitRequest): DomainError | undefined {
  const said = saidBy(error);
  if (!said) return undefined;
  const { state, message } = said;
  switch (state.slice(0, 2)) {
    case '21':
    case '23': {
      const constraint = said.constraint ?? said.column;
      return new DomainError('COMMIT.CONSTRAINT', constraint === undefined ? {} : { constraint });
    }
    case '54':
      return new DomainError('COMMIT.TOO_LONG', {}, fieldOf(request, isLongest(request)));
    case '22':
      break;
    default:
      return undefined;
  }
  switch (state) {
    case '22001':
      return new DomainError('COMMIT.TOO_LONG', {}, fieldOf(request, isLongest(request)));
    case '22021':
    case '22P05':
    case '22032':
      return new DomainError('COMMIT.TEXT_UNFIT', {}, fieldOf(request, isUnfitText));
    default: {
      if (/json|unicode/i.test(message))
        return new DomainError('COMMIT.TEXT_UNFIT', {}, fieldOf(request, isUnfitText));
      const value = /"([^"]*)"/.exec(message)?.[1];
      const field = value === undefined ? undefined : fieldOf(request, (leaf) => String(leaf) === value);
      return new DomainError('COMMIT.OUT_OF_RANGE', value === undefined ? {} : { value }, field);
    }
  }
}

/**
 * Runs what only computes: what it throws is about the batch, and is so at every attempt. @throws {DomainError} in its place; a programming
 * error too, since a process that takes no command for ever is worse than a command that is refused.
 */
export function refusingFaults<T>(compute: () => T, onFault: (error: Error) => void): T {
  try {
    return compute();
  } catch (error) {
    if (error instanceof NoPolicyError) throw new DomainError('COMMIT.NO_POLICY', { reason: error.message });
    if (error instanceof RangeError || error instanceof TypeError || error instanceof ClockInputError) {
      onFault(error);
      throw new DomainError('COMMIT.UNFIT', { reason: error.message });
    }
    throw error;
  }
}

interface Said {
  /** SQLSTATE. */
  readonly state: string;
  readonly message: string;
  readonly constraint?: string | undefined;
  readonly column?: string | undefined;
}

function saidBy(error: unknown): Said | undefined {
  if (error instanceof DatabaseError) {
    const { code: state, message, constraint, column } = error;
    return state === undefined ? undefined : { state, message, constraint, column };
  }
  // Addressees and registers are read through Prisma, which hands on what PostgreSQL said.
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return undefined;
  const adapter: unknown = error.meta?.['driverAdapterError'];
  const cause = isObject(adapter) && isObject(adapter['cause']) ? adapter['cause'] : undefined;
  const state = cause?.['originalCode'] ?? cause?.['code'];
  return typeof state === 'string' ? { state, message: error.message } : undefined;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** NUL, and half of a surrogate pair: JSON may say them, PostgreSQL's text cannot. */
const isUnfitText = (leaf: unknown): boolean =>
  typeof leaf === 'string' && (leaf.includes('\u0000') || /\p{Surrogate}/u.test(leaf));

function isLongest({ events }: CommitRequest): (leaf: unknown) => boolean {
  const texts = events.flatMap(({ data }) => [...leavesOf(data, 'data')].map(([, leaf]) => leaf));
  const lengths = texts.map((leaf) => (typeof leaf === 'string' ? leaf.length : 0));
  const longest = Math.max(0, ...lengths);
  return (leaf) => typeof leaf === 'string' && leaf.length > 0 && leaf.length === longest;
}

/** The first place in the data of the batch's events where it is so: most events hold the data of their command. */
function fieldOf({ events }: CommitRequest, isIt: (leaf: unknown) => boolean): string | undefined {
  for (const { data } of events)
    for (const [path, leaf] of leavesOf(data, 'data')) if (isIt(leaf)) return path;
  return undefined;
}

function* leavesOf(value: unknown, path: string): Generator<readonly [path: string, leaf: unknown]> {
  if (typeof value !== 'object' || value === null) yield [path, value];
  else for (const [key, child] of Object.entries(value)) yield* leavesOf(child, `${path}.${key}`);
}

/** Plain JSON of a refusal: it is kept in histories. */
export const refusalAsJson = ({ code, params, field }: DomainError) => ({
  code,
  params: params satisfies JsonObject,
  ...(field !== undefined && { field }),
});
