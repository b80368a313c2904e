import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { request, type Dispatcher } from 'undici';
import { Problem } from '../../systems/shared/problem';
import { type Embedded, TOKEN } from './embedded';

/** A changing request of the system that succeeds, with variations of its body. */
interface Sample {
  readonly path: string;
  readonly body: object;
  readonly otherBody: object;
  readonly invalid: object;
  /** Where `invalid` is at fault. */
  readonly pointer: string;
  /** A path that can be read. */
  readonly read: string;
}

const Operation = Type.Object({
  responses: Type.Record(Type.String(), Type.Unknown()),
  parameters: Type.Optional(
    Type.Array(
      Type.Object({ in: Type.String(), name: Type.String(), required: Type.Optional(Type.Boolean()) }),
    ),
  ),
});
const Published = Type.Object({
  paths: Type.Record(Type.String(), Type.Record(Type.String(), Operation)),
});

/** Wire behaviour common to both systems: problems (RFC 9457), token, keys, limits, health, OpenAPI. */
export const httpContract = (name: string, start: () => Promise<Embedded>, sample: Sample): void => {
  describe(`${name} over HTTP`, () => {
    let embedded: Embedded;
    beforeAll(async () => {
      embedded = await start();
    });
    afterAll(async () => {
      await embedded.stop();
    });

    const call = async (
      method: Dispatcher.HttpMethod,
      path: string,
      headers: Record<string, string>,
      body?: string,
    ) => {
      const response = await request(`${embedded.baseUrl}${path}`, {
        method,
        headers,
        ...(body === undefined ? {} : { body }),
      });
      const content: unknown = await response.body.json();
      return { status: response.statusCode, headers: response.headers, content };
    };
    const authorization = `Bearer ${TOKEN}`;
    const write = (key: string | undefined, body: string, type = 'application/json') => {
      const headers = { authorization, 'content-type': type };
      return call(
        'POST',
        sample.path,
        key === undefined ? headers : { ...headers, 'idempotency-key': key },
        body,
      );
    };
    /** Operations in the system's own OpenAPI document; path ids are filled with one that never existed. */
    const operations = async () => {
      const { content } = await call('GET', '/docs/openapi.json', {});
      const { paths } = Value.Decode(Published, content);
      return Object.entries(paths)
        .filter(([path]) => path.startsWith('/v1/'))
        .flatMap(([path, methods]) =>
          Object.entries(methods).map(([method, { responses, parameters = [] }]) => ({
            method: method === 'get' ? ('GET' as const) : ('POST' as const),
            path: path.replace(/\{\w+\}/g, 'never-seen'),
            statuses: Object.keys(responses),
            required: parameters
              .filter((one) => one.in === 'header' && one.required === true)
              .map(({ name: header }) => header.toLowerCase()),
          })),
        );
    };
    const expectProblem = (
      answer: Awaited<ReturnType<typeof call>>,
      status: number,
      code: string,
    ): Problem => {
      expect(answer).toMatchObject({ status, content: { status, code } });
      expect(String(answer.headers['content-type'])).toMatch(/^application\/problem\+json/);
      return Value.Decode(Problem, answer.content);
    };

    it('refuses a request without the token, or with another', async () => {
      for (const headers of [
        {},
        { authorization: 'Bearer something-else-altogether' },
        { authorization: TOKEN },
      ]) {
        const answer = await call('GET', sample.read, headers);
        expectProblem(answer, 401, 'AUTH.TOKEN_INVALID');
        expect(answer.headers['www-authenticate']).toBe('Bearer');
      }
    });

    it('refuses a changing request without an idempotency key', async () => {
      expectProblem(await write(undefined, JSON.stringify(sample.body)), 400, 'IDEMPOTENCY.KEY_MISSING');
      expectProblem(
        await write('spaces are not for keys', JSON.stringify(sample.body)),
        400,
        'IDEMPOTENCY.KEY_MISSING',
      );
    });

    it('answers a repeat alike and says so, whatever the order of its members', async () => {
      const first = await write('http:replay', JSON.stringify(sample.body));
      const reordered = JSON.stringify(Object.fromEntries(Object.entries(sample.body).reverse()));
      const second = await write('http:replay', reordered);
      expect(first.headers['idempotent-replayed']).toBeUndefined();
      expect(second.headers['idempotent-replayed']).toBe('true');
      expect([second.status, second.content]).toEqual([first.status, first.content]);
    });

    it('refuses a key that came with another body', async () => {
      await write('http:reuse', JSON.stringify(sample.body));
      expectProblem(
        await write('http:reuse', JSON.stringify(sample.otherBody)),
        422,
        'IDEMPOTENCY.KEY_REUSED',
      );
    });

    it('does not remember a request that failed its schema', async () => {
      expectProblem(await write('http:mended', JSON.stringify(sample.invalid)), 400, 'REQUEST.INVALID');
      expect((await write('http:mended', JSON.stringify(sample.body))).status).toBeLessThan(300);
    });

    it('names what is at fault in a body', async () => {
      const { errors } = expectProblem(
        await write('http:a', JSON.stringify(sample.invalid)),
        400,
        'REQUEST.INVALID',
      );
      expect(errors[0]?.pointer).toBe(sample.pointer);
      const surplus = JSON.stringify({ ...sample.body, surplus: 1 });
      const problem = expectProblem(await write('http:b', surplus), 400, 'REQUEST.INVALID');
      expect(problem.errors[0]?.pointer).toBe('#/surplus');
    });

    it('refuses what is no JSON, too large, or of another type', async () => {
      expectProblem(await write('http:c', '{"at":'), 400, 'REQUEST.INVALID');
      expectProblem(await write('http:d', `{"at":"${'9'.repeat(200_000)}"}`), 413, 'REQUEST.TOO_LARGE');
      expectProblem(await write('http:e', 'at=now', 'text/csv'), 415, 'REQUEST.MEDIA_TYPE');
    });

    it('answers a problem where there is no such route', async () => {
      expectProblem(await call('GET', '/v1/nothing-here', { authorization }), 404, 'ROUTE.UNKNOWN');
    });

    it('tells its health without a token', async () => {
      expect(await call('GET', '/healthz', {})).toMatchObject({ status: 200, content: { status: 'ok' } });
      expect(await call('GET', '/readyz', {})).toMatchObject({ status: 200, content: { status: 'ok' } });
    });

    describe('every operation that it publishes', () => {
      it('asks for the token', async () => {
        const answers: string[] = [];
        for (const { method, path } of await operations())
          for (const headers of [{}, { authorization: 'Bearer something-else-altogether' }]) {
            const { status, content } = await call(method, path, {
              ...headers,
              'idempotency-key': 'http:no-token',
            });
            answers.push(`${method} ${path}: ${status} ${Value.Decode(Problem, content).code}`);
          }
        expect(answers.length).toBeGreaterThan(2);
        expect(answers.filter((answer) => !answer.endsWith(': 401 AUTH.TOKEN_INVALID'))).toEqual([]);
      });

      it('requires an idempotency key where it changes something, and names what its body lacks', async () => {
        const answers: string[] = [];
        for (const { method, path, required } of await operations()) {
          if (method === 'GET') continue;
          const key = { 'idempotency-key': `http:empty:${answers.length}` };
          const headers = { authorization, 'content-type': 'application/json', ...key };
          const empty = Value.Decode(Problem, (await call(method, path, headers, '{}')).content);
          const isNamed = /^#\/\w+$/.test(empty.errors[0]?.pointer ?? '');
          answers.push(`${method} ${path}: ${required.join()} ${empty.status} ${empty.code} ${isNamed}`);
        }
        expect(answers.length).toBeGreaterThan(1);
        const asked = ': idempotency-key 400 REQUEST.INVALID true';
        expect(answers.filter((answer) => !answer.endsWith(asked))).toEqual([]);
      });

      it('says what it answers: a success, what is invalid and who is not let in', async () => {
        const incomplete = (await operations()).filter(
          ({ statuses }) =>
            !statuses.some((status) => /^2/.test(status)) ||
            !['400', '401'].every((one) => statuses.includes(one)),
        );
        expect(incomplete).toEqual([]);
      });
    });

    it('publishes its contract as OpenAPI 3.1', async () => {
      const { status, content } = await call('GET', '/docs/openapi.json', {});
      expect(status).toBe(200);
      expect(content).toMatchObject({ openapi: '3.1.0', paths: { [sample.read]: { get: {} } } });
      expect(JSON.stringify(content)).toContain('application/problem+json');
    });
  });
};
