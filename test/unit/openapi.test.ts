import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { dereferenced } from '../support/openapi-document';

interface Media {
  readonly schema?: Readonly<Record<string, unknown>>;
  readonly example?: unknown;
  readonly examples?: unknown;
}
interface Described {
  readonly description?: string;
  readonly content?: Readonly<Record<string, Media>>;
}
interface Operation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly schema?: object;
    readonly required?: boolean;
  }[];
  readonly requestBody?: Described;
  readonly responses: Readonly<Record<string, Described>>;
  readonly security?: readonly object[];
}
interface Document {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, object>>;
    readonly responses: Readonly<Record<string, object>>;
    readonly securitySchemes: object;
  };
}

const ROOT = join(__dirname, '..', '..');
const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options', 'trace'];

const hasExample = ({ schema, example, examples }: Media): boolean =>
  [example, examples, schema?.['example'], schema?.['examples']].some((given) => given !== undefined);
const hasExamples = (content: Described['content']): boolean => Object.values(content ?? {}).some(hasExample);

/** That it is what the routes say is for `npm run check`. */
describe('the OpenAPI document', () => {
  const kept = readFileSync(join(ROOT, 'openapi.json'), 'utf8');
  const document: Document = dereferenced(JSON.parse(kept));
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      path,
      method,
      operation,
    })),
  );

  it('is of OpenAPI 3.1, and its parts are where they belong', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/);
    expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
    expect(operations.length).toBeGreaterThan(20);
    const faults = operations.flatMap(({ name, path, method, operation }) => [
      ...(path.startsWith('/') ? [] : [`${name}: path`]),
      ...(METHODS.includes(method) ? [] : [`${name}: method`]),
      ...(Object.keys(operation.responses).length > 0 ? [] : [`${name}: responses`]),
      ...Object.entries(operation.responses).flatMap(([status, { description }]) =>
        /^([1-5]\d\d|[1-5]XX|default)$/.test(status) && typeof description === 'string'
          ? []
          : [`${name}: ${status}`],
      ),
      ...parametersOf(path).flatMap((parameter) =>
        operation.parameters?.some(
          (one) => one.in === 'path' && one.name === parameter && one.required === true,
        )
          ? []
          : [`${name}: ${parameter}`],
      ),
      ...(operation.requestBody === undefined || Object.keys(operation.requestBody.content ?? {}).length > 0
        ? []
        : [`${name}: body`]),
    ]);
    expect(faults).toEqual([]);
  });

  const { schemas, responses } = document.components;
  const known = [
    ...Object.keys(schemas).map((name) => `#/components/schemas/${name}`),
    ...Object.keys(responses).map((name) => `#/components/responses/${name}`),
  ];
  const referred = [...kept.matchAll(/"\$ref": "([^"]*)"/g)].map(([, ref]) => ref ?? '');

  it('refers to nothing that is not there, and has nothing that nothing refers to', () => {
    expect(known.length).toBeGreaterThan(150);
    expect(referred.filter((ref) => !known.includes(ref))).toEqual([]);
    expect(known.filter((ref) => !referred.includes(ref))).toEqual([]);
  });

  it('maps each command and each event to its own schema', () => {
    const mapped = [...kept.matchAll(/"(\w+)": "(#\/components\/schemas\/\w+)"/g)];
    const mappings = mapped.filter(([, name]) => name !== '$ref');
    expect(mappings.length).toBeGreaterThan(50);
    const wrong = mappings.filter(
      ([, name = '', ref = '']) =>
        !new RegExp(`/${name}((Case|PartsOrder|Customer)Command|Event)$`, 'i').test(ref),
    );
    expect(wrong.map(([whole]) => whole)).toEqual([]);
  });

  it('requires If-Match where its lack is refused, and names it where a stale version is', () => {
    const isRequired = ({ operation: { parameters = [] } }: (typeof operations)[number]) =>
      parameters.find(({ in: place, name }) => place === 'header' && name === 'if-match')?.required;
    const answering = (status: string) =>
      operations.filter(({ operation }) => Object.hasOwn(operation.responses, status));
    expect(answering('428').length).toBeGreaterThan(3);
    expect(answering('428').filter((one) => isRequired(one) !== true)).toEqual([]);
    expect(answering('412').filter((one) => isRequired(one) === undefined)).toEqual([]);
    const required = operations.filter((one) => isRequired(one) === true);
    expect(required.map(({ name }) => name)).toEqual(answering('428').map(({ name }) => name));
  });

  it('describes every answer', () => {
    expect(kept).not.toContain('Default Response');
  });

  it('describes a problem once', () => {
    expect(kept.match(/"traceId": \{/g)).toHaveLength(1);
  });

  it('calls every operation by a verb and a noun, each by its own', () => {
    const ids = operations.map(({ operation: { operationId } }) => operationId ?? '');
    expect(ids.filter((id) => !/^[a-z]+[A-Z][A-Za-z]*$/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says of every operation what it is for', () => {
    expect(
      operations
        .filter(({ operation: { summary, tags } }) => !summary || !tags?.length)
        .map(({ name }) => name),
    ).toEqual([]);
  });

  it('gives an example of every body that is sent', () => {
    const missing = operations.filter(
      ({ operation: { requestBody } }) => requestBody && !hasExamples(requestBody.content),
    );
    expect(missing.map(({ name }) => name)).toEqual([]);
  });

  it('gives an example of what every operation answers', () => {
    const missing = operations.filter(
      ({ operation: { responses } }) =>
        !Object.entries(responses).some(
          ([status, { content }]) => /^2/.test(status) && (content === undefined || hasExamples(content)),
        ),
    );
    expect(missing.map(({ name }) => name)).toEqual([]);
  });
});

const parametersOf = (path: string): string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
