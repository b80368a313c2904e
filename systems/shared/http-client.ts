import type { Static, TSchema } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { Agent, request } from 'undici';
import { SystemRefusal, SystemUnavailable } from './errors';
import { Problem } from './problem';

export interface SystemClientOptions {
  /** Address of the system, such as `http://127.0.0.1:7301`; a path in it is kept. */
  readonly baseUrl: string;
  readonly token: string;
  /** For the whole call, from connecting to the last byte of the answer. */
  readonly timeoutMs: number;
}

interface Call<A extends TSchema> {
  readonly method: 'GET' | 'POST';
  /** Already encoded, without a leading slash. */
  readonly path: string;
  readonly query?: Record<string, string>;
  readonly key?: string;
  readonly body?: object;
  readonly answer: A;
}

export interface SystemClient {
  /**
   * One attempt: repeating is the caller's business (activities are retried by Temporal).
   * @throws {SystemRefusal} the system said no, for good.
   * @throws {SystemUnavailable} no usable answer came: ask again with the same key.
   */
  call<A extends TSchema>(call: Call<A>): Promise<Static<A>>;
  close(): Promise<void>;
}

const MAX_ANSWER_BYTES = 4 * 1024 * 1024;

/** These say nothing about what was asked: a wrong token, a queue, an older server. Someone mends it, and the call goes through. */
const MENDABLE: ReadonlySet<number> = new Set([401, 403, 408, 425, 429]);
const isRefusal = (status: number, problem: Problem): boolean =>
  status >= 400 && status < 500 && !MENDABLE.has(status) && problem.code !== 'ROUTE.UNKNOWN';

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // No answer of ours: refused by the schema below.
  }
};

/** HTTP client of one system: connections kept open, every answer checked against its schema. */
export const createSystemClient = (system: string, options: SystemClientOptions): SystemClient => {
  const { baseUrl, token, timeoutMs } = options;
  const base = baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`;
  const agent = new Agent({ connect: { timeout: timeoutMs }, maxResponseSize: MAX_ANSWER_BYTES });

  const exchange = async ({
    method,
    path,
    query,
    key,
    body,
  }: Call<TSchema>): Promise<{ status: number; text: string }> => {
    const url = new URL(path, base);
    for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
    try {
      const response = await request(url, {
        method,
        dispatcher: agent,
        signal: AbortSignal.timeout(timeoutMs),
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(key === undefined ? {} : { 'idempotency-key': key }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: response.statusCode, text: await response.body.text() };
    } catch (error) {
      throw new SystemUnavailable(system, `no answer to ${method} ${url.pathname} within ${timeoutMs} ms`, {
        cause: error,
      });
    }
  };

  return {
    async call(call) {
      const { status, text } = await exchange(call);
      const body = parse(text);
      if (status >= 200 && status < 300 && Value.Check(call.answer, body)) return body;
      if (Value.Check(Problem, body) && isRefusal(status, body)) {
        throw new SystemRefusal(system, body.code, body.detail, status, body.params, body.errors);
      }
      const what = Value.Check(Problem, body)
        ? `${body.code} ${body.detail}`
        : 'not an answer of this contract';
      throw new SystemUnavailable(system, `${call.method} ${call.path} was answered ${status}: ${what}`);
    },
    close: () => agent.close(),
  };
};
