import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FastifySchema, FastifySchemaCompiler } from 'fastify';
import { buildApi } from '../../../api/app';
import { serializerAtOnce } from '../../../api/http/serialisation';
import { validatorAtOnce } from '../../../api/http/validation';
import * as approvals from '../../../cli/sample/approval-shapes';
import * as company from '../../../cli/sample/company-shapes';
import * as policies from '../../../cli/sample/policy-shapes';
import * as stories from '../../../cli/sample/request-shapes';
import { unconnected } from '../../../cli/unconnected';
import { buildFinanceServer } from '../../../systems/finance/server';
import { buildPartsServer } from '../../../systems/parts/server';
import type { SystemServer } from '../../../systems/shared/server';
import { openObjects } from '../../support/open-objects';
import { unreadTexts } from '../../support/unread-texts';

/** Objects that are open, and why. */
const OPEN: readonly string[] = [
  // Temporal's own payloads: its tools may send more, and name metadata as they like.
  'POST /v1/codec/decode body/properties/payloads/items',
  'POST /v1/codec/decode body/properties/payloads/items/properties/metadata',
  // By depot: a depot that is not in the file is refused when its references are checked.
  'PartsStock/properties/parts/items/properties/quantities',
  // Sent to the API as they are, which judges them by the command's own schema.
  'SampleRequest/properties/story/items/properties/partsOrder/properties/commands/items/properties/data',
  'SampleRequest/properties/story/items/properties/commands/items/properties/data',
  // A page's own: kept and given back as it was sent, within a size.
  'PUT /v1/drafts/:key body/properties/content',
  'PUT /v1/me/preferences body/properties/content',
  'PATCH /v1/me/preferences body/properties/content',
  'POST /v1/views body/properties/filters',
  'PATCH /v1/views/:id body/properties/filters',
];
/** Texts that are taken to the letter: passwords, and the field that people do not see. */
const TO_THE_LETTER: readonly string[] = [
  'POST /v1/login body/properties/newPassword',
  'POST /v1/login body/properties/password',
  'POST /v1/me/password body/properties/newPassword',
  'POST /v1/me/password body/properties/oldPassword',
  'POST /v1/public/requests body/properties/website',
];
const unexplained = (schema: unknown, name: string): readonly string[] =>
  openObjects(schema, name).filter((at) => !OPEN.includes(at));

interface Input {
  readonly name: string;
  readonly schema: unknown;
}

describe('every schema of the API', () => {
  const inputs: Input[] = [];
  let compiled = 0;

  it('can be compiled, to read requests and to write answers', async () => {
    const { close, ...dependencies } = unconnected();
    const validator: FastifySchemaCompiler<FastifySchema> = (route) => {
      inputs.push({ name: `${route.method} ${route.url} ${route.httpPart ?? ''}`, schema: route.schema });
      return validatorAtOnce(route);
    };
    const app = await buildApi({
      ...dependencies,
      compilers: {
        validator,
        serializer: (route) => {
          compiled += 1;
          return serializerAtOnce(route);
        },
      },
    });
    await app.ready();
    await app.close();
    await close();
    expect(compiled).toBeGreaterThan(500);
    expect(inputs.length).toBeGreaterThan(100);
  }, 60_000);

  it('takes no text that others read with characters that are not seen', () => {
    const asked = inputs.filter(({ name }) => /(body|querystring)$/.test(name));
    expect(asked.flatMap(({ schema, name }) => unreadTexts(schema, name)).sort()).toEqual(TO_THE_LETTER);
  });

  it('refuses what it does not name, in bodies and in queries', () => {
    // Headers carry what every client adds; a path has no other parameters than its own.
    const asked = inputs.filter(({ name }) => /(body|querystring)$/.test(name));
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.flatMap(({ name, schema }) => unexplained(schema, name))).toEqual([]);
  });
});

describe('every file of an import', () => {
  const files = Object.entries({ ...company, ...policies, ...approvals, ...stories }).filter(
    ([, shape]) => typeof shape === 'object',
  );

  it.each(files)('%s refuses what it does not name', (name, shape) => {
    expect(unexplained(shape, name)).toEqual([]);
  });
});

describe.each([
  ['parts', buildPartsServer],
  ['finance', buildFinanceServer],
])('every request of %s', (_, build) => {
  const TOKEN = 'a-token-of-these-tests';
  let server: SystemServer;
  let end: () => Promise<void>;
  let paths: readonly (readonly [string, Readonly<Record<string, { readonly requestBody?: unknown }>>])[];

  beforeAll(async () => {
    const { close, database, logger } = unconnected();
    server = await build({ prisma: database, token: TOKEN, logger });
    await server.ready();
    end = async () => {
      await server.close();
      await close();
    };
    paths = Object.entries({ ...server.swagger().paths });
  });
  afterAll(() => end());

  it('refuses a property that it does not name', () => {
    const bodies = paths.flatMap(([path, operations]) =>
      Object.entries(operations).flatMap(([method, { requestBody }]) =>
        requestBody === undefined ? [] : [{ name: `${method} ${path}`, schema: requestBody }],
      ),
    );
    expect(bodies.length).toBeGreaterThan(3);
    expect(bodies.flatMap(({ name, schema }) => unexplained(schema, name))).toEqual([]);
  });

  it('refuses a query parameter that it does not name', async () => {
    const asked = paths.filter(([path, operations]) => path.startsWith('/v1/') && 'get' in operations);
    expect(asked.length).toBeGreaterThan(2);
    for (const [path] of asked) {
      const url = `${path.replaceAll(/\{\w+\}/g, 'a-1')}?nothing-such=1`;
      const answer = await server.inject({ url, headers: { authorization: `Bearer ${TOKEN}` } });
      expect([url, answer.statusCode]).toEqual([url, 400]);
    }
  });
});
