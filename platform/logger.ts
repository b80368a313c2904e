import pino, { type DestinationStream, type Logger } from 'pino';

/** Keys that hold secrets or people's data, wherever they stand in what is logged. */
const SENSITIVE = [
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
] as const;

const redactedPaths = SENSITIVE.flatMap((key) => [
  key,
  `*.${key}`,
  `*.*.${key}`,
  `*.*.*.${key}`,
  `*[*].${key}`,
]);

/** The log of one process: JSON lines with its name; secrets and people's data are left out. */
export function createLogger(name: string, level: string, destination?: DestinationStream): Logger {
  const options = {
    name,
    level,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: [...redactedPaths], censor: '[redacted]' },
    serializers: { err: errorForLog },
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
 * What an error is called and says, its code, where it arose and what caused it. Nothing else that it carries: the `meta` of Prisma and
 * the `detail` of PostgreSQL quote the row that was written.
 */
export function errorForLog(error: unknown, depth = 0): LoggedError {
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
