import type { Api } from '../../../api/context';
import { dereferenced } from '../../support/openapi-document';
import type { RoutePermission } from '../../../api/context';
import { PERMISSIONS, type Permission } from '../../../domain/identity/permissions';

/** OpenAPI's way with examples: one, or several by name. */
interface WithExample {
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}

interface Parameter extends WithExample {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
}

interface Operation {
  readonly 'x-permission'?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, WithExample>> };
  readonly responses: Readonly<Record<string, { readonly content?: object }>>;
}

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** A route as the OpenAPI document tells of it. */
export interface DescribedRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly permission: RoutePermission;
  /** The query string that the route cannot do without, from the examples in its schema. */
  readonly query: string;
  /** An example of its body; undefined where it has none. */
  readonly body: object | undefined;
  readonly isStream: boolean;
}

/** Every route of the document. @throws {Error} for one that does not say who may use it, or how it is called. */
export async function describedRoutes(app: Api): Promise<readonly DescribedRoute[]> {
  const response = await app.inject({ url: '/docs/json' });
  const { paths }: OpenApi = dereferenced(response.json());
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      method: methodOf(method),
      path,
      permission: permissionOf(operation['x-permission'], `${method} ${path}`),
      query: requiredQuery(operation.parameters ?? [], path),
      body: bodyOf(operation),
      isStream: Object.keys(operation.responses[200]?.content ?? {}).includes('text/event-stream'),
    })),
  );
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

function methodOf(name: string): DescribedRoute['method'] {
  const method = METHODS.find((one) => one === name.toUpperCase());
  if (!method) throw new Error(`${name} is no method that the tests know`);
  return method;
}

function permissionOf(name: string | undefined, route: string): RoutePermission {
  const isKnown = (one: string): one is Permission => Object.hasOwn(PERMISSIONS, one);
  if (name === 'public' || name === 'customer-link') return name;
  if (name === undefined || !isKnown(name))
    throw new Error(`${route} names no permission that there is: ${name ?? ''}`);
  return name;
}

function requiredQuery(parameters: readonly Parameter[], path: string): string {
  const pairs = parameters
    .filter((parameter) => parameter.in === 'query' && parameter.required === true)
    .map(({ name, ...parameter }): [string, string] => {
      const example = exampleOf(parameter);
      if (typeof example !== 'string')
        throw new Error(`${path}: give the schema of the query's ${name} an example`);
      return [name, example];
    });
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`;
}

const exampleOf = ({ example, examples }: WithExample): unknown =>
  example ?? Object.values(examples ?? {})[0]?.value;

function bodyOf({ requestBody }: Operation): object | undefined {
  if (!requestBody) return undefined;
  const example = exampleOf(requestBody.content['application/json'] ?? {});
  return typeof example === 'object' && example !== null ? example : {};
}
