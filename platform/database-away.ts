import { Prisma } from './database';

/** Codes of Prisma for a server that cannot be reached, closes its connections, or has none free. */
const AWAY = ['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028'];
const AWAY_SOCKET = ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE'];
/**
 * SQLSTATE: connection lost or refused (class 08), shut down, crashed or still starting (57P01 to 57P03), no connection free, a lock not
 * free in time (55P03).
 */
const AWAY_SQLSTATE = /^(08\w{3}|57P0[123]|53300|55P03)$/;
/** Messages of driver errors without a code: a connection cut during a statement, or none available. */
const AWAY_WORDS =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/;

/** Prisma hands on what PostgreSQL said, now as the cause, now in `meta`. */
export function isDatabaseAway(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  if (error instanceof Prisma.PrismaClientInitializationError) return true;
  if ('code' in error && typeof error.code === 'string') {
    const { code } = error;
    if (AWAY.includes(code) || AWAY_SOCKET.includes(code) || AWAY_SQLSTATE.test(code)) return true;
  }
  if (error instanceof Error && AWAY_WORDS.test(error.message)) return true;
  if (
    error instanceof Error &&
    error.name === 'DriverAdapterError' &&
    /DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections/.test(error.message)
  )
    return true;
  return [
    'cause' in error && error.cause,
    'meta' in error && error.meta,
    'driverAdapterError' in error && error.driverAdapterError,
  ].some(isDatabaseAway);
}
