import { type Static, type TLiteral, type TSchema, type TUnion, Type } from '@sinclair/typebox';
import { Value, type ValueError } from '@sinclair/typebox/value';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { readerOf } from '../../api/http/schema/read-as';

/** A file of the sample is not what it should be; the message names file, row and field. */
export class SampleFileError extends Error {
  override readonly name = 'SampleFileError';
}

/** One of these texts. (A string with `enum`, as Ajv reads it in the API, is any string to TypeBox's own check.) */
export const oneOf = <const T extends readonly string[]>(values: T): TUnion<TLiteral<T[number]>[]> =>
  Type.Union(
    values.map((value: T[number]) => Type.Literal(value)),
    { errorMessage: `must be one of ${values.join(', ')}` },
  );

/** The content of a JSON file, checked against its shape. @throws {SampleFileError} naming every fault. */
export async function readSampleFile<T extends TSchema>(path: string, shape: T): Promise<Static<T>> {
  const name = basename(path);
  const written = parse(await readFile(path, 'utf8'), name);
  const content = readerOf(shape)?.(written) ?? written;
  if (Value.Check(shape, content)) return content;
  const faults = [...Value.Errors(shape, content)].map(
    (fault) => `${place(content, fault.path)}: ${wordsOf(fault)}`,
  );
  throw new SampleFileError(`${name}:\n  ${[...new Set(faults)].join('\n  ')}`);
}

const wordsOf = ({ schema, message }: ValueError): string => {
  const words: unknown = schema['errorMessage'];
  return typeof words === 'string' ? words : message;
};

function parse(text: string, name: string): unknown {
  try {
    const content: unknown = JSON.parse(text);
    return content;
  } catch (error) {
    throw new SampleFileError(
      `${name} is not valid JSON: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** `/3/phone` as a person would say it: the row by its number and its name, then the field. */
function place(content: unknown, path: string): string {
  const [first = '', ...rest] = path.split('/').slice(1);
  if (!Array.isArray(content) || !/^\d+$/.test(first)) return [first, ...rest].join('.') || 'the whole file';
  const index = Number(first);
  const called = nameOf(content[index]);
  return [`row ${index + 1}${called === undefined ? '' : ` (${called})`}`, rest.join('.')]
    .filter((part) => part !== '')
    .join(', ');
}

function nameOf(row: unknown): string | undefined {
  if (typeof row !== 'object' || row === null) return undefined;
  const fields = new Map<string, unknown>(Object.entries(row));
  return ['id', 'key', 'code']
    .map((field) => fields.get(field))
    .find((value): value is string => typeof value === 'string');
}
