import type { Bilingual } from '../../shared/language';

/** The keyword in which the API says of a field how it is asked for. */
const NOTE = 'x-form';

interface Note {
  readonly label: Bilingual;
  readonly help?: Bilingual;
  readonly kind: string;
  readonly codes?: string;
  readonly options?: Readonly<Record<string, Bilingual>>;
  readonly reader?: 'customer';
}

/** The part of JSON Schema that commands use. The document leaves the schema of a form open: it is the schema itself. */
export interface FormSchema {
  readonly [NOTE]?: Note;
  readonly title?: string;
  readonly type?: string;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, FormSchema>>;
  readonly required?: readonly string[];
  readonly items?: FormSchema;
  readonly anyOf?: readonly FormSchema[];
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

export interface Property {
  readonly name: string;
  readonly schema: FormSchema;
  readonly isRequired: boolean;
}

/** Fields of an object, in its order. */
export function fieldsOf(schema: FormSchema): readonly Property[] {
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties ?? {}).map(([name, field]) => ({
    name,
    schema: field,
    isRequired: required.has(name),
  }));
}

/** Fields of an object in their order, those that have to be there first. */
export function propertiesOf(schema: FormSchema): readonly Property[] {
  const all = fieldsOf(schema);
  return [...all.filter(({ isRequired }) => isRequired), ...all.filter(({ isRequired }) => !isRequired)];
}

/** The longest text that is asked for in one line. */
const LONGEST_LINE = 500;

/** How a field is asked for: by its note, or by its schema where somebody left the note out. */
export function kindOf(schema: FormSchema): string {
  const note = schema[NOTE];
  if (note) return note.kind;
  if (schema.const !== undefined) return 'fixed';
  if (schema.enum) return 'choice';
  if (schema.format === 'date-time') return 'instant';
  if (schema.format === 'date') return 'date';
  if (schema.type === 'boolean') return 'yes/no';
  if (schema.type === 'integer' || schema.type === 'number') return 'number';
  if (schema.type === 'array') return 'list';
  if (schema.type === 'object' || schema.anyOf) return 'group';
  return (schema.maxLength ?? 0) > LONGEST_LINE ? 'text' : 'line';
}

/** A field without a label is called by its name: `lentUntil` as "Lent until". */
export function labelOf(schema: FormSchema, name: string): Bilingual {
  const given = schema[NOTE]?.label;
  if (given) return given;
  const words = name.replaceAll(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`).trim();
  const label = `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  return { en: label, zh: label };
}

export const helpOf = (schema: FormSchema): Bilingual | undefined => schema[NOTE]?.help;
export const codesOf = (schema: FormSchema): string | undefined => schema[NOTE]?.codes;
/** True for a text that the customer reads: it is written in their language. */
export const isForCustomer = (schema: FormSchema): boolean => schema[NOTE]?.reader === 'customer';
export const optionsOf = (schema: FormSchema): Readonly<Record<string, Bilingual>> =>
  schema[NOTE]?.options ?? {};

/** An object of several shapes: the one whose fixed fields the value has. */
export function variantOf(schema: FormSchema, value: unknown): FormSchema {
  const [first, ...others] = schema.anyOf ?? [];
  if (!first) return schema;
  const fits = (variant: FormSchema): boolean =>
    Object.entries(variant.properties ?? {}).every(
      ([name, field]) => field.const === undefined || field.const === valueIn(value, name),
    );
  return [first, ...others].find(fits) ?? first;
}

const valueIn = (value: unknown, name: string): unknown => (isRecord(value) ? value[name] : undefined);

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
