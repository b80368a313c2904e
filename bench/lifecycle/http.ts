import { Type, type Static, type TSchema } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { Pool } from 'undici';

const MOST_CONNECTIONS = 128;
const Problem = Type.Object({ detail: Type.String() });

/** JSON over connections that are kept open: neither system pays for a client that opens one a call. */
export class JsonClient {
  private readonly pool: Pool;

  constructor(url: string) {
    this.pool = new Pool(url, { connections: MOST_CONNECTIONS });
  }

  /** @throws {Error} for any other answer than one with such a body and a status in `expected`. */
  async call<A extends TSchema>(
    call: { readonly path: string; readonly token?: string; readonly key?: string; readonly body?: object },
    shape: A,
    expected: readonly number[] = [200, 201],
  ): Promise<{ readonly status: number; readonly body: Static<A> }> {
    const { statusCode: status, body } = await this.pool.request({
      method: call.body === undefined ? 'GET' : 'POST',
      path: call.path,
      headers: {
        ...(call.token !== undefined && { authorization: `Bearer ${call.token}` }),
        ...(call.key !== undefined && { 'idempotency-key': call.key }),
        ...(call.body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(call.body !== undefined && { body: JSON.stringify(call.body) }),
    });
    const answer: unknown = await body.json();
    if (expected.includes(status) && Value.Check(shape, answer)) return { status, body: answer };
    const detail = Value.Check(Problem, answer) ? answer.detail : JSON.stringify(answer);
    throw new Error(`${call.path}: ${status} ${detail}`);
  }

  close(): Promise<void> {
    return this.pool.close();
  }
}
