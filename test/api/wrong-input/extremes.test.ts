import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROLES } from '../../../domain/identity/roles';
import { connectDatabase, type Database } from '../../../platform/database';
import { signIn, testApi, type TestApi } from '../../support/api';
import { dereferenced } from '../../support/openapi-document';
import type { Problem } from '../../support/reading';
import { newKey } from '../../support/system';
import { startSystems, type Systems } from '../../support/systems';
import {
  BLANK,
  BROKEN,
  extremesOf,
  forged,
  withExtremes,
  type Described,
  type Parameter,
  type ParameterSchema,
} from './extremes';

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {
    readonly content: Readonly<
      Record<
        string,
        { readonly example?: unknown; readonly examples?: Readonly<Record<string, { value: unknown }>> }
      >
    >;
  };
  readonly responses: Readonly<Record<string, { readonly content?: object }>>;
}
interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<Described['method'], Operation>>>>;
}

/** Path parameters that name something of the sample company. */
const NAMED: Readonly<Record<string, string>> = {
  '/v1/customers/{id}': 'cus-0001',
  '/v1/units/{id}': 'unt-0001',
  '/v1/staff/{id}/absences': 'stf-027',
};
const EXAMPLES: Readonly<Record<string, string>> = { number: 'AS-2026-000001', serial: 'SC75F-2103-0351' };

describe('no parameter, cursor or field at its extremes is an error of ours', () => {
  let api: TestApi;
  let database: Database;
  let systems: Systems;
  let token: string;
  let routes: readonly Described[];
  /** A cursor of each list, by its path. */
  let cursors: ReadonlyMap<string, string>;

  beforeAll(async () => {
    api = await testApi(
      {},
      {
        template: 'company',
        // A part's price asks the catalogue for the part.
        around: async (url) => {
          database = connectDatabase(url);
          systems = await startSystems(database);
          return { AFTERCARE_PARTS_URL: systems.partsUrl, AFTERCARE_FINANCE_URL: systems.financeUrl };
        },
      },
    );
    // One who may do everything comes to every handler.
    await api.database.staff.update({ where: { login: 'gu.chengan' }, data: { roles: [...ROLES] } });
    token = await signIn(api.app, 'gu.chengan');
    const { paths }: OpenApi = dereferenced((await api.app.inject({ url: '/docs/json' })).json());
    routes = Object.entries(paths).flatMap(([path, operations]) => describedOf(path, operations));
    const pages = await Promise.all(
      routes
        .filter(({ parameters }) => parameters.some(({ name }) => name === 'cursor'))
        .map(async ({ path }) => [path, (await ask('get', `${filled(path)}?limit=1`)).body] as const),
    );
    cursors = new Map(
      pages.flatMap(([path, body]) => cursorIn(body).map((cursor) => [path, cursor] as const)),
    );
  });
  afterAll(async () => {
    await systems.close();
    await database.$disconnect();
    await api.close();
  });

  const ask = (method: Described['method'], url: string, payload?: object) =>
    api.app.inject({
      method,
      url,
      headers: { authorization: `Bearer ${token}`, 'idempotency-key': newKey(), 'if-match': '"1"' },
      ...(payload && { payload }),
    });

  /** For one list: its own cursor forged in every way, and that of every other list as it is. */
  const cursorsFor = (path: string): readonly string[] => {
    const own = cursors.get(path);
    return [...cursors.values(), ...(own === undefined ? [] : forged(own))];
  };

  it('in the query', async () => {
    expect(cursors.size).toBeGreaterThan(5);
    const faults: string[] = [];
    for (const { method, path, parameters, isStream } of routes) {
      const query = parameters.filter((parameter) => parameter.in === 'query');
      for (const parameter of query)
        for (const value of extremesOf(parameter, cursorsFor(path))) {
          // A blank filter is none, `true` is a choice of its own, and the stream of everything does not end.
          if (isStream && [...BLANK, 'true'].includes(value)) continue;
          const others = query
            .filter(({ name }) => name !== parameter.name && EXAMPLES[name] !== undefined)
            .map(({ name }) => `${name}=${EXAMPLES[name] ?? ''}`);
          const url = `${filled(path)}?${[`${parameter.name}=${value}`, ...others].join('&')}`;
          const response = await ask(method, url, method === 'get' ? undefined : {});
          const problem = response.json<Partial<Problem>>;
          const isBroken = BROKEN.includes(value) && method === 'get' && !path.startsWith('/v1/customer/');
          if (response.statusCode >= 500) faults.push(`${response.statusCode} ${method} ${url}`);
          else if (isBroken && (response.statusCode !== 400 || problem().errors?.[0]?.field === undefined))
            faults.push(`${response.statusCode} without a field: ${method} ${url}`);
        }
    }
    expect(faults).toEqual([]);
  }, 300_000);

  it('in the path', async () => {
    const faults: string[] = [];
    for (const { method, path, parameters, isStream, body } of routes)
      for (const parameter of parameters.filter((one) => one.in === 'path'))
        for (const value of extremesOf(parameter, [])) {
          if (isStream || value === '') continue;
          const url = filled(path.replace(`{${parameter.name}}`, value));
          const payload = typeof body === 'object' && body !== null ? body : undefined;
          const response = await ask(method, url, payload);
          if (response.statusCode >= 500) faults.push(`${response.statusCode} ${method} ${url}`);
          else if (BROKEN.includes(value) && response.statusCode !== 400 && !path.startsWith('/v1/customer/'))
            faults.push(`${response.statusCode} for what is no text: ${method} ${url}`);
        }
    expect(faults).toEqual([]);
  });

  it('in the body', async () => {
    const faults: string[] = [];
    for (const { method, path, body: example } of routes) {
      // A customer comes by a link alone, and logins are limited.
      if (example === undefined || path === '/v1/login' || path.startsWith('/v1/customer/')) continue;
      for (const { body, put, at } of withExtremes(example)) {
        if (typeof body !== 'object' || body === null) continue;
        const response = await ask(method, filled(path), body);
        const isBroken = put === 'a\u0000b' || put === 'a\ud800';
        const what = `${method} ${path} ${at} = ${JSON.stringify(put).slice(0, 30)}`;
        if (response.statusCode >= 500) faults.push(`${response.statusCode} ${what}`);
        else if (isBroken) {
          const { errors = [] } = response.json<Partial<Problem>>();
          // The public form takes a few a minute from one address.
          if (response.statusCode === 429 && path.startsWith('/v1/public/')) continue;
          if (response.statusCode !== 400 && response.statusCode !== 422)
            faults.push(`${response.statusCode} ${what}`);
          else if (errors[0]?.field === undefined) faults.push(`no field told: ${what}`);
        }
      }
    }
    expect(faults).toEqual([]);
  });

  it('as every whole number that may be sent has a largest and a least', async () => {
    const response = await api.app.inject({ url: '/docs/json' });
    const { paths }: OpenApi = dereferenced(response.json());
    const unbounded = Object.entries(paths).flatMap(([path, operations]) =>
      Object.values(operations).flatMap(({ parameters = [], requestBody }) => [
        ...parameters.flatMap(({ name, schema }) => boundless(schema, `${path} ${name}`)),
        ...boundless(requestBody?.content, path),
      ]),
    );
    expect(unbounded).toEqual([]);
  });
});

const filled = (path: string): string => {
  const name = NAMED[path];
  return path.replaceAll(/\{(\w+)\}/g, (_, parameter: string) => name ?? EXAMPLES[parameter] ?? 'nothing-1');
};

function describedOf(path: string, operations: OpenApi['paths'][string]): Described[] {
  return (['get', 'post', 'put', 'patch', 'delete'] as const).flatMap((method) => {
    if (!Object.hasOwn(operations, method)) return [];
    const { parameters = [], requestBody, responses } = operations[method];
    const json = requestBody?.content['application/json'];
    const body = json && (json.example ?? Object.values(json.examples ?? {})[0]?.value);
    const isStream = Object.hasOwn(responses['200']?.content ?? {}, 'text/event-stream');
    return [{ method, path, parameters, body, isStream }];
  });
}

function cursorIn(body: string): string[] {
  const page: unknown = JSON.parse(body);
  return typeof page === 'object' &&
    page !== null &&
    'nextCursor' in page &&
    typeof page.nextCursor === 'string'
    ? [page.nextCursor]
    : [];
}

function boundless(schema: unknown, at: string): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { type, minimum, maximum }: ParameterSchema & { minimum?: unknown; maximum?: unknown } = schema;
  const own = type === 'integer' && (minimum === undefined || maximum === undefined) ? [at] : [];
  return [
    ...own,
    ...Object.entries(schema).flatMap(([name, inner]) =>
      name === 'example' || name === 'examples' ? [] : boundless(inner, `${at}.${name}`),
    ),
  ];
}
