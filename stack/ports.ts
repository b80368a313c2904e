import { randomInt } from 'node:crypto';
import { createConnection, createServer } from 'node:net';
import { StackError, systemErrorCode } from './errors';
import { describePortOwner } from './port-owner';
import type { WriteLine } from './progress';

const host = '127.0.0.1';
const neighboursTried = 50;

/** A port that somebody asked for by number is taken. */
export class PortTakenError extends StackError {
  constructor(
    readonly port: number,
    what: string,
    owner: string,
  ) {
    super(
      `Port ${port}, asked for by number for ${what}, is taken by ${owner}: free it, or choose another port`,
    );
  }
}

export interface PortChoice {
  /** Purpose of the port, as printed in a notice: `PostgreSQL`, `the Temporal web UI`. */
  readonly what: string;
  readonly notice: WriteLine;
  /** Ports already promised to others that have not opened them yet. */
  readonly exclude?: readonly number[];
}

/**
 * The preferred port if it is free on 127.0.0.1, else the next free one, with a notice that it moved.
 * Give 0 for any free port, without a notice.
 */
export async function choosePort(preferred: number, choice: PortChoice): Promise<number> {
  if (preferred === 0) return await anyFreePort();
  for (let port = preferred; port <= Math.min(preferred + neighboursTried, 65_535); port += 1) {
    if (choice.exclude?.includes(port) === true || !(await isPortFree(port))) continue;
    if (port !== preferred) choice.notice(`Port ${preferred} is taken: ${choice.what} is on ${port} instead`);
    return port;
  }
  const port = await anyFreePort();
  choice.notice(`Port ${preferred} is taken: ${choice.what} is on ${port} instead`);
  return port;
}

/**
 * The port a person asked for by number: used as it is or refused, never moved.
 * @throws PortTakenError naming the port and, where the system tells, the process that has it.
 */
export async function demandPort(port: number, what: string): Promise<number> {
  if (!(await isPortFree(port))) throw new PortTakenError(port, what, await describePortOwner(port));
  return port;
}

/** True when nothing answers on the port and it can be opened. */
export async function isPortFree(port: number): Promise<boolean> {
  // Where SO_REUSEADDR lets two sockets share a port (macOS, one of them on all addresses), only a connection tells.
  if (await isAnswered(port)) return false;
  try {
    await listenOnce(port);
    return true;
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === 'EADDRINUSE' || code === 'EACCES') return false;
    throw error;
  }
}

/** Below the ports that systems give to outgoing connections, any of which could take a port between its choice and its use. */
const CHOSEN = { from: 12_000, to: 32_000 } as const;
const CHOICES = 100;

/** A free port; the system's choice only where none of a hundred others is free. */
export async function anyFreePort(): Promise<number> {
  for (let choice = 0; choice < CHOICES; choice += 1) {
    const port = randomInt(CHOSEN.from, CHOSEN.to);
    if (await isPortFree(port)) return port;
  }
  return await listenOnce(0);
}

function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ host, port, exclusive: true }, () => {
      const address = server.address();
      const opened = typeof address === 'object' && address !== null ? address.port : port;
      server.close(() => resolve(opened));
    });
  });
}

/** True when something accepts connections on the port of 127.0.0.1 (or is too busy to). */
export function isAnswered(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host, port, timeout: 1_000 });
    const answer = (value: boolean) => {
      socket.destroy();
      resolve(value);
    };
    socket.once('connect', () => answer(true));
    socket.once('timeout', () => answer(true));
    socket.once('error', () => answer(false));
  });
}
