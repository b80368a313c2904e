import { PROBLEMS } from '../schema/common';
import { FORM_KEYWORD } from '../schema/form';

type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const nodesIn = (value: unknown): readonly Node[] =>
  isNode(value) ? Object.values(value).filter(isNode) : [];

/** Keywords of JSON Schema that hold schemas: by name, in a list, or one. */
const BY_NAME = ['properties', 'patternProperties'];
const LISTS = ['oneOf', 'anyOf', 'allOf'];
const SINGLE = ['items', 'additionalProperties', 'not', 'contains', 'propertyNames'];

/** Notes that say something about one place where a schema is used, not about the schema. */
const NOTES = ['description', 'examples', 'default', FORM_KEYWORD] as const;

/** The name of a component. Other titles are words for people. */
const NAME = /^[A-Z][A-Za-z]+$/;

interface Component {
  readonly shape: Node;
  /** Stands in the document in place of the shape. */
  readonly as: Node | undefined;
  readonly uses: { readonly node: Node; readonly notes: Node }[];
}

interface Found {
  readonly components: Map<string, Component>;
  readonly documented: Parts['documented'];
}

interface Parts {
  readonly responses: SharedResponses;
  /** By the name of a component: what the document says of it in place of what requests and answers go by. */
  readonly documented: Readonly<Record<string, object>>;
  /** Components by name that no route has, and that others refer to. */
  readonly further: Readonly<Record<string, object>>;
}

/** Responses that many operations share, each under its name in `components.responses`. */
export type SharedResponses = Readonly<Record<string, { readonly description: string }>>;

export const PROBLEM_RESPONSES: SharedResponses = {
  InvalidRequest: PROBLEMS[400],
  Unauthenticated: PROBLEMS[401],
  Forbidden: PROBLEMS[403],
  NotFound: PROBLEMS[404],
  Unavailable: PROBLEMS[503],
};

/**
 * Moves every schema that has a name (its `title`) to `components.schemas`, and every shared response to `components.responses`. Routes
 * keep whole schemas, so that each is compiled by itself (ADR 48). Changes the document that it is given.
 * @throws {Error} where two different schemas have one name
 */
export function hoistComponents(document: object, { responses: shared, documented, further }: Parts): void {
  if (!('paths' in document) || !('components' in document) || !isNode(document.components)) return;
  const found: Found = { components: new Map(), documented };
  const responses: Node = {};
  for (const operation of nodesIn(document.paths).flatMap(nodesIn)) {
    for (const parameter of listOf(operation['parameters']).filter(isNode)) liftSchemaOf(parameter, found);
    liftContentOf(operation['requestBody'], found);
    if (!isNode(operation['responses'])) continue;
    for (const [status, response] of Object.entries(operation['responses'])) {
      liftContentOf(response, found);
      const name = Object.keys(shared).find((one) => isNode(response) && isProblem(response, shared[one]));
      if (name === undefined) continue;
      responses[name] = response;
      operation['responses'][status] = { $ref: `#/components/responses/${name}` };
    }
  }
  const named = Object.entries(further).map(([name, schema]): [string, Node] => [
    name,
    copyOf(schema, found),
  ]);
  document.components['schemas'] = sorted({ ...settled(found.components), ...Object.fromEntries(named) });
  document.components['responses'] = sorted(responses);
}

const isProblem = (response: Node, shared: SharedResponses[string] | undefined): boolean =>
  response['description'] === shared?.description &&
  isNode(response['content']) &&
  'application/problem+json' in response['content'];

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function liftContentOf(described: unknown, found: Found): void {
  if (isNode(described)) for (const media of nodesIn(described['content'])) liftSchemaOf(media, found);
}

function liftSchemaOf(holder: Node, found: Found): void {
  if ('schema' in holder) holder['schema'] = lifted(holder['schema'], found);
}

/** The schema, or a reference to it where it has a name; likewise every schema within it. */
function lifted(schema: unknown, found: Found): unknown {
  if (!isNode(schema)) return schema;
  const constants = constantsOf(schema);
  for (const keyword of BY_NAME) {
    const inner = schema[keyword];
    if (isNode(inner)) for (const name of Object.keys(inner)) inner[name] = lifted(inner[name], found);
  }
  for (const keyword of LISTS)
    if (keyword in schema) schema[keyword] = listOf(schema[keyword]).map((inner) => lifted(inner, found));
  for (const keyword of SINGLE) if (keyword in schema) schema[keyword] = lifted(schema[keyword], found);
  mapDiscriminator(schema, constants);
  const { title } = schema;
  return typeof title === 'string' && NAME.test(title) ? referenceTo(title, schema, found) : schema;
}

/** The values that tell the variants of a schema apart, in the order of its variants. */
function constantsOf({ discriminator, oneOf }: Node): readonly unknown[] {
  if (!isNode(discriminator)) return [];
  const name = String(discriminator['propertyName']);
  return listOf(oneOf).map((variant) => {
    const properties = isNode(variant) ? variant['properties'] : undefined;
    const property = isNode(properties) ? properties[name] : undefined;
    return isNode(property) ? (property['const'] ?? listOf(property['enum'])[0]) : undefined;
  });
}

/** Ajv refuses a mapping, and readers of the document need one: variants are called otherwise than their discriminator's value. */
function mapDiscriminator({ discriminator, oneOf }: Node, constants: readonly unknown[]): void {
  if (!isNode(discriminator)) return;
  discriminator['mapping'] = Object.fromEntries(
    listOf(oneOf).map((variant, n) => [String(constants[n]), isNode(variant) ? variant['$ref'] : undefined]),
  );
}

function referenceTo(name: string, schema: Node, found: Found): Node {
  const isNote = (key: string): boolean => NOTES.some((note) => note === key);
  const entries = Object.entries(schema).filter(([key]) => key !== 'title');
  const shape = Object.fromEntries(entries.filter(([key]) => !isNote(key)));
  const component = found.components.get(name) ?? { shape, as: documentedAs(name, found), uses: [] };
  if (JSON.stringify(component.shape) !== JSON.stringify(shape))
    throw new Error(`Two different schemas are called ${name} in the OpenAPI document`);
  found.components.set(name, component);
  const node = { $ref: `#/components/schemas/${name}` };
  component.uses.push({ node, notes: Object.fromEntries(entries.filter(([key]) => isNote(key))) });
  return node;
}

function documentedAs(name: string, found: Found): Node | undefined {
  const given = found.documented[name];
  return given && copyOf(given, found);
}

/** A schema that no route has as the document has it; it stays as it was given. */
function copyOf(schema: object, found: Found): Node {
  const copy = lifted(JSON.parse(JSON.stringify(schema)), found);
  return isNode(copy) ? copy : {};
}

/** Each component with the notes that most of its uses share; other notes stand beside the reference. */
function settled(found: ReadonlyMap<string, Component>): Node {
  const components: Node = {};
  for (const [name, { shape, as, uses }] of found) {
    const common: Node = {};
    for (const note of NOTES) {
      const usual = usualOf(note, uses);
      if (usual !== undefined) common[note] = usual;
      for (const { node, notes } of uses)
        if (notes[note] !== undefined && JSON.stringify(notes[note]) !== JSON.stringify(usual))
          node[note] = notes[note];
    }
    components[name] = { ...common, ...(as ?? shape) };
  }
  return components;
}

/** An example does no harm where there was none; a description would say something that the place does not mean, and so would a default or the label of a form. */
function usualOf(note: (typeof NOTES)[number], uses: Component['uses']): unknown {
  const values = uses.map(({ notes }) => notes[note]);
  switch (note) {
    case 'description':
      return mostFrequent(values);
    case 'examples':
      return mostFrequent(values.filter((value) => value !== undefined));
    case 'default':
    case FORM_KEYWORD:
      return undefined;
  }
}

function mostFrequent(values: readonly unknown[]): unknown {
  const counts = new Map<string, number>();
  for (const value of values) {
    const text = JSON.stringify(value ?? null);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, left], [, right]) => right - left);
  const usual: unknown = most === undefined ? null : JSON.parse(most[0]);
  return usual ?? undefined;
}

const sorted = (named: Node): Node =>
  Object.fromEntries(Object.entries(named).sort(([left], [right]) => (left < right ? -1 : 1)));
