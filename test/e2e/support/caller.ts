import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, request } from 'undici';

export interface Reply<T = Problem> {
  readonly status: number;
  readonly body: T;
}

export interface Problem {
  readonly code: string;
}

export interface Call {
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly path: string;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

const PAUSE_MS = 250;
/** Statuses without a final answer: repeating the call with the same keys is safe. */
const AGAIN = [429, 502, 503, 504];

/** Somebody who uses the API over HTTP, from outside, and repeats what was not answered. */
export class Caller {
  private readonly agent = new Agent({ keepAliveTimeout: 1_000 });
  private isClosed = false;

  constructor(
    private readonly baseUrl: string,
    readonly token?: string,
  ) {}

  /** One attempt. Undefined where no answer came: refused, reset, cut off. */
  async once<T = Problem>({ method, path, body, headers }: Call): Promise<Reply<T> | undefined> {
    try {
      const response = await request(new URL(path, this.baseUrl), {
        method,
        dispatcher: this.agent,
        headers: {
          ...(this.token !== undefined && { authorization: `Bearer ${this.token}` }),
          ...(body && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body && { body: JSON.stringify(body) }),
      });
      const text = await response.body.text();
      return { status: response.statusCode, body: parsed<T>(text === '' ? 'null' : text) };
    } catch (error) {
      if (isTransport(error)) return undefined;
      throw error;
    }
  }

  /** Every answer until one is for good, the last being that one; undefined for each that never came. */
  async attempts<T = Problem>(call: Call): Promise<(Reply<T> | undefined)[]> {
    const seen: (Reply<T> | undefined)[] = [];
    for (;;) {
      if (this.isClosed)
        throw new Error(`${call.method} ${call.path} was not answered before the test ended`);
      const reply = await this.once<T>(call);
      seen.push(reply);
      if (reply && !AGAIN.includes(reply.status) && !isNotStarted(reply)) return seen;
      await sleep(PAUSE_MS);
    }
  }

  async untilAnswered<T = Problem>(call: Call): Promise<Reply<T>> {
    const last = (await this.attempts<T>(call)).at(-1);
    if (!last) throw new Error('no answer');
    return last;
  }

  close(): Promise<void> {
    this.isClosed = true;
    return this.agent.close();
  }
}

/** JSON of the shape that the caller names, or of `like`: what is not so fails at the expectation. */
export function parsed<T>(text: string, like?: T): T {
  const value: unknown = JSON.parse(text);
  if (!isLike(value, like)) throw new Error('Not JSON');
  return value;
}

const isLike = <T>(value: unknown, _like: T | undefined): value is T => value !== undefined;

const isNotStarted = ({ status, body }: Reply<unknown>): boolean =>
  status === 409 &&
  typeof body === 'object' &&
  body !== null &&
  'code' in body &&
  body.code === 'CASE.NOT_STARTED';

/** A connection that could not be made or broke off; anything else is a fault of the test. Node's own errors are of another realm than jest's. */
function isTransport(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return /^(ECONN|EPIPE|UND_ERR)/.test(code);
}
