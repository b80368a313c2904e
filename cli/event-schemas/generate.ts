import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { format } from 'prettier';
import ts from 'typescript';
import { type Schema, SchemaWriter } from './json-schema';

const ROOT = resolve(__dirname, '..', '..');
const EVENTS = join(ROOT, 'domain/case/events.ts');
/** The schemas that the API documents a timeline by. */
export const EVENT_SCHEMAS = join(ROOT, 'api/cases/event-schemas.json');

/** Schemas of the data of every event of a case, by type, from the types of the domain; with the components that they refer to. */
export function eventSchemas(): Promise<string> {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    readonly config: unknown;
  };
  const { options } = ts.parseJsonConfigFileContent(config, { ...ts.sys, readDirectory: () => [] }, ROOT);
  const program = ts.createProgram([EVENTS], options);
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(EVENTS);
  const module = source && checker.getSymbolAtLocation(source);
  const union = module && checker.getExportsOfModule(module).find(({ name }) => name === 'CaseEvent');
  if (!union) throw new Error(`${EVENTS} exports no CaseEvent`);
  const writer = new SchemaWriter(checker);
  const type = checker.getDeclaredTypeOfSymbol(union);
  const events = (type.isUnion() ? type.types : []).map((event): readonly [string, Schema] => {
    const [name, data] = ['type', 'data'].map((property) => propertyOf(checker, event, property));
    if (!name?.isStringLiteral() || !data) throw new Error(`${checker.typeToString(event)} is no event`);
    return [name.value, writer.schemaOf(data)];
  });
  const text = JSON.stringify({ events: byName(events), components: byName([...writer.components]) });
  return format(text, { parser: 'json', printWidth: 110 });
}

/** '' where the schemas are those of the events. */
export async function eventSchemasDrift(): Promise<string> {
  const kept = await readFile(EVENT_SCHEMAS, 'utf8').catch(() => '');
  return kept === (await eventSchemas())
    ? ''
    : 'api/cases/event-schemas.json is not what the events say: run npm run openapi and read the difference';
}

function propertyOf(checker: ts.TypeChecker, type: ts.Type, name: string): ts.Type | undefined {
  const property = type.getProperty(name);
  return property && checker.getTypeOfSymbol(property);
}

const byName = (entries: readonly (readonly [string, Schema])[]): object =>
  Object.fromEntries(entries.toSorted(([left], [right]) => (left < right ? -1 : 1)));
