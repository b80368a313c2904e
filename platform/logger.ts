import pino, { type DestinationStream, type Logger } from 'pino';

/** Keys that hold secrets or people's data, wherever they stand in what is logged. */
const SENSITIVE: ReadonlySet<string> = new Set([
  'authorization',
  'cookie',
  'password',
  'passwordHash',
  'token',
  'secret',
  'phone',
  'email',
  'address',
  'text',
  'sender',
  'senderName',
  'senderPhone',
  'senderEmail',
  'senderAddress',
  'contacts',
  'comment',
  'note',
  'answer',
  'question',
  'signedBy',
]);
const CENSORED = '[redacted]';
/** Nothing that is logged is nested deeper. */
const DEEPEST = 8;

/** Removes the values of sensitive keys. pino's own `redact` walks each line once per path. */
function fieldsForLog({ err, ...fields }: Record<string, unknown>): Record<string, unknown> {
  return { ...(err !== undefined && { err: errorForLog(err) }), ...censoredFields(fields, 0) };
}

function censored(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null || 'toJSON' in value) return value;
  if (value instanceof Error) return errorForLog(value);
  if (depth === DEEPEST) return CENSORED;
  if (Array.isArray(value)) return value.map((entry: unknown) => censored(entry, depth + 1));
  return censoredFields(value, depth + 1);
}

function censoredFields(fields: object, depth: number): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(fields))
    copy[key] = SENSITIVE.has(key) ? CENSORED : censored(value, depth);
  return copy;
}

/** The log of one process: JSON lines with its name; secrets and people's data are left out. */
export function createLogger(name: string, level: string, destination?: DestinationStream): Logger {
  const options = {
    name,
    level,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }), log: fieldsForLog },
    // Bindings of a child logger bypass the formatter.
    serializers: {
      ...Object.fromEntries([...SENSITIVE].map((key) => [key, () => CENSORED])),
      err: (error: unknown) => (error instanceof Error ? errorForLog(error) : error),
    },
  };
  return pino(options, destination ?? standardOutput());
}

/**
 * Written at once: a line is out before what it tells of can end the process. Buffered, SIGKILL would lose the last lines, and a process
 * that ends after its reader has gone would try to flush them for ever (sonic-boom 4.2 takes EPIPE for a busy pipe).
 */
const standardOutput = (): DestinationStream => pino.destination({ dest: 1, sync: true });

interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly code?: string | number;
  readonly stack?: string;
  readonly cause?: LoggedError;
}

const DEEPEST_CAUSE = 5;

/**
 * Logs an error's name, message, code, stack and cause. Leaves out everything else: the `meta` of Prisma and
 * the `detail` of PostgreSQL quote the row that was written.
 */
function errorForLog(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) };
  const code = 'code' in error ? error.code : undefined;
  return {
    type: error.constructor.name,
    message: withoutArguments(error, error.message),
    ...((typeof code === 'string' || typeof code === 'number') && { code }),
    ...(error.stack !== undefined && { stack: withoutArguments(error, error.stack) }),
    ...(error.cause !== undefined && depth < DEEPEST_CAUSE && { cause: errorForLog(error.cause, depth + 1) }),
  };
}

/** Prisma's refusal of a call prints the whole call, values included, between its first line and the reason. */
function withoutArguments(error: Error, text: string): string {
  if (error.name !== 'PrismaClientValidationError') return text;
  const reason = error.message.trim().split('\n').at(-1) ?? '';
  return text.includes(error.message) ? text.replace(error.message, () => reason) : reason;
}

export type { Logger };
