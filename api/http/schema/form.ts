import type { TSchema } from '@sinclair/typebox';
import type { Bilingual } from '../../../domain/bilingual';

/** Fields whose value is looked up: a person picks a name, the command has an id or a number. */
export const LOOK_UPS = [
  'part',
  'staff',
  'organisation',
  'unit',
  'customer',
  'depot',
  'case',
  'code:fault',
  'code:cause',
  'approval',
  'follow-up',
  'visit',
  'quote-version',
  'order-line',
  'purchase',
  'shipment',
  'file',
  'photo',
  'signature',
] as const;

/** How a field is filled in, beside by looking up. `text`: several lines; `line`: one; `fixed`: it has one value alone. */
export const INPUTS = [
  'text',
  'line',
  'number',
  'minutes',
  'percent',
  'money',
  'currency',
  'instant',
  'date',
  'yes/no',
  'choice',
  'fixed',
  'list',
  'group',
] as const;

export type FieldKind = (typeof LOOK_UPS)[number] | (typeof INPUTS)[number];

/** The words of a field in a form, and how the form asks for it. */
export interface FormNote {
  readonly label: Bilingual;
  readonly help?: Bilingual;
  readonly kind: FieldKind;
  /** The list of `GET /v1/codes` that has the words of a choice. */
  readonly codes?: string;
  /** The words of a choice that no list has. */
  readonly options?: Readonly<Record<string, Bilingual>>;
  /** The customer reads the text: it is written in their language. */
  readonly reader?: 'customer';
}

/** The keyword that holds a field's note: no validator judges by it, and the OpenAPI document tells it. */
export const FORM_KEYWORD = 'x-form';

type More = Partial<Omit<FormNote, 'label' | 'help'>> & { readonly help?: readonly [en: string, zh: string] };

/**
 * A field of a form with its label in both languages: from these notes a console draws the form of each command (ADR 55). The kind follows
 * from the schema where it is left out.
 */
export function asked<T extends TSchema>(en: string, zh: string, schema: T, more: More = {}): T {
  const { help, kind = kindOf(schema), ...rest } = more;
  const note: FormNote = {
    label: { en, zh },
    ...(help && { help: { en: help[0], zh: help[1] } }),
    kind,
    ...rest,
  };
  return { ...schema, [FORM_KEYWORD]: note };
}

/** The longest text that is asked for in one line. */
const LONGEST_LINE = 500;

function kindOf(schema: TSchema): FieldKind {
  const { type, format, title, maxLength } = schema;
  if ('const' in schema) return 'fixed';
  if (title === 'Currency') return 'currency';
  if (title === 'PartNumber') return 'part';
  if (title === 'CaseNumber') return 'case';
  if ('enum' in schema) return 'choice';
  if (format === 'date-time') return 'instant';
  if (format === 'date') return 'date';
  switch (type) {
    case 'boolean':
      return 'yes/no';
    case 'integer':
    case 'number':
      return 'number';
    case 'array':
      return 'list';
    case 'object':
      return 'group';
    default:
      return Number(maxLength) > LONGEST_LINE ? 'text' : 'line';
  }
}

/** A schema as a form reads it. */
export interface FormSchema {
  readonly [FORM_KEYWORD]?: FormNote;
  readonly properties?: Readonly<Record<string, FormSchema>>;
  readonly items?: FormSchema;
  readonly anyOf?: readonly FormSchema[];
  readonly type?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly string[];
}

/** A field with its path (`lines[].partNumber`). */
export interface FormField {
  readonly path: string;
  readonly schema: FormSchema;
}

/** Every field of a form, those within groups and lists too. */
export function fieldsOf(schema: FormSchema, path = ''): readonly FormField[] {
  const within = [
    ...(schema.items ? fieldsOf(schema.items, `${path}[]`) : []),
    ...(schema.anyOf ?? []).flatMap((variant) => fieldsOf(variant, path)),
  ];
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const at = path === '' ? name : `${path}.${name}`;
    return [{ path: at, schema: field }, ...fieldsOf(field, at)];
  });
  return [...own, ...within];
}
