import type { Api } from '../../../api/context';
import { dereferenced } from '../../support/openapi-document';

/** As much of JSON Schema as the document uses for what is sent. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly minItems?: number;
  readonly minProperties?: number;
  readonly minimum?: number;
  readonly additionalProperties?: boolean | Schema;
}
interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: Schema;
}
interface Operation {
  readonly 'x-permission'?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

/** A step into a schema: a property, one of several shapes by its number, or an element of a list. */
export type Step = string | number;

/** A text that a caller sends: where it stands. */
export interface Field {
  readonly route: Route;
  readonly part: 'path' | 'query' | 'body';
  /** The property that holds it. */
  readonly name: string;
  readonly path: readonly Step[];
  /** `POST /v1/contracts body.customerId`. */
  readonly key: string;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly permission: string;
  readonly parameters: readonly Parameter[];
  readonly body: Schema | undefined;
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** Every text that staff can send, in paths, queries and bodies, out of the document itself. */
export async function sentFields(app: Api): Promise<readonly Field[]> {
  const document: { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> } =
    dereferenced((await app.inject({ url: '/docs/json' })).json());
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([name, operation]) => fieldsOf(routeOf(path, name, operation))),
  );
}

function routeOf(path: string, name: string, operation: Operation): Route {
  const method = METHODS.find((one) => one === name.toUpperCase());
  if (!method) throw new Error(`${name} is no method that the tests know`);
  return {
    method,
    path,
    permission: operation['x-permission'] ?? 'public',
    parameters: operation.parameters ?? [],
    body: operation.requestBody?.content['application/json']?.schema,
  };
}

function fieldsOf(route: Route): Field[] {
  if (route.permission === 'public' || route.permission === 'customer-link') return [];
  const found: Field[] = [];
  const note = (part: Field['part'], root: Step[], schema: Schema): void => {
    for (const { path, title } of leaves(schema, root, '')) {
      const name = path.findLast((step) => typeof step === 'string' && step !== '[]');
      if (typeof name !== 'string') continue;
      const names = path.filter((step) => typeof step === 'string' && step !== '[]').join('.');
      found.push({ route, part, name, path, key: `${route.method} ${route.path} ${part} ${title}${names}` });
    }
  };
  for (const parameter of route.parameters)
    if (parameter.in === 'path' || parameter.in === 'query')
      note(parameter.in, [parameter.name], parameter.schema);
  if (route.body) note('body', [], route.body);
  return found;
}

interface Leaf {
  readonly path: readonly Step[];
  readonly title: string;
}

/** The command that a shape is of, as the key of a field names it. */
function commandOf({ properties }: Schema): string | undefined {
  const [type] = properties?.['data'] === undefined ? [] : (properties['type']?.enum ?? []);
  return typeof type === 'string' ? `${type}: ` : undefined;
}

/** Texts that are not one of a few words nor an instant. */
function leaves(schema: Schema, path: readonly Step[], title: string): Leaf[] {
  const shapes = schema.oneOf ?? schema.anyOf ?? schema.allOf;
  if (shapes) return shapes.flatMap((shape, n) => leaves(shape, [...path, n], commandOf(shape) ?? title));
  if (schema.properties)
    return Object.entries(schema.properties).flatMap(([name, inner]) =>
      leaves(inner, [...path, name], title),
    );
  if (schema.items) return leaves(schema.items, [...path, '[]'], title);
  const isText = schema.type === 'string' || (Array.isArray(schema.type) && schema.type.includes('string'));
  const isFree = schema.enum === undefined && schema.const === undefined && schema.format === undefined;
  return isText && isFree ? [{ path, title }] : [];
}

interface Fill {
  /** Stands at the path. */
  readonly value: string;
  /** Value of any other text, by the name of its property. */
  readonly text: (name: string) => string;
}

/** A value that follows the schema, as small as it may be. @param path where the field is; left out off the way to it. */
export function built(schema: Schema, fill: Fill, path?: readonly Step[], name = ''): unknown {
  const [step, ...rest] = path ?? [];
  const shapes = schema.oneOf ?? schema.anyOf ?? schema.allOf;
  if (shapes) {
    const shape = shapes[typeof step === 'number' ? step : 0];
    return shape && built(shape, fill, typeof step === 'number' ? rest : undefined, name);
  }
  if (schema.properties) {
    const all = Object.entries(schema.properties);
    const needed = all.filter(
      ([property]) => property === step || schema.required?.includes(property) === true,
    );
    const wanted = needed.length < (schema.minProperties ?? 0) ? all.slice(0, schema.minProperties) : needed;
    return Object.fromEntries(
      wanted.map(([property, inner]) => [
        property,
        built(inner, fill, property === step ? rest : undefined, property),
      ]),
    );
  }
  if (schema.items) {
    const { items, minItems = 0 } = schema;
    if (step === '[]') return [built(items, fill, rest, name)];
    return Array.from({ length: minItems }, () => built(items, fill, undefined, name));
  }
  return path === undefined ? valueOf(schema, fill.text(name)) : fill.value;
}

function valueOf(schema: Schema, text: string): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  switch (schema.type) {
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return false;
    case 'object':
      return {};
    default:
      if (schema.format === 'date-time') return '2096-11-23T00:00:00.000Z';
      return schema.format === 'date' ? '2096-11-23' : text;
  }
}
