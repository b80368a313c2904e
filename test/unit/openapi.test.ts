import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

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
    readonly schemas?: Readonly<Record<string, object>>;
    readonly securitySchemes: object;
  };
}

const ROOT = join(__dirname, '..', '..');
const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options', 'trace'];

const hasExample = ({ schema, example, examples }: Media): boolean =>
  [example, examples, schema?.['example'], schema?.['examples']].some((given) => given !== undefined);
const isTold = (content: Described['content']): boolean => Object.values(content ?? {}).some(hasExample);

/** That it is what the routes say is for `npm run check`. */
describe('the OpenAPI document', () => {
  const kept = readFileSync(join(ROOT, 'openapi.json'), 'utf8');
  const document: Document = JSON.parse(kept);
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

  it('refers to nothing that is not there', () => {
    const names = [...kept.matchAll(/"\$ref": "([^"]*)"/g)].map(([, ref]) => ref ?? '');
    const known = Object.keys(document.components.schemas ?? {}).map(
      (name) => `#/components/schemas/${name}`,
    );
    expect(names.filter((ref) => !known.includes(ref))).toEqual([]);
  });

  it('says of every operation what it is for', () => {
    expect(
      operations
        .filter(({ operation: { summary, tags } }) => !summary || !tags?.length)
        .map(({ name }) => name),
    ).toEqual([]);
  });

  it('gives an example of every body that is sent', () => {
    const untold = operations.filter(
      ({ operation: { requestBody } }) => requestBody && !isTold(requestBody.content),
    );
    expect(untold.map(({ name }) => name)).toEqual([]);
  });

  it('gives an example of what every operation answers', () => {
    const untold = operations.filter(
      ({ operation: { responses } }) =>
        !Object.entries(responses).some(
          ([status, { content }]) => /^2/.test(status) && (content === undefined || isTold(content)),
        ),
    );
    expect(untold.map(({ name }) => name)).toEqual([]);
  });
});

const parametersOf = (path: string): string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
