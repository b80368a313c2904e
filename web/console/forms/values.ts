import { isRecord, kindOf, propertiesOf, variantOf, type FormSchema } from './schema';

/** A form as it is typed: texts as they stand in the fields. */
export type Typed = string | boolean | undefined | readonly Typed[] | TypedGroup;
export interface TypedGroup {
  readonly [name: string]: Typed;
}

const isRows = (value: Typed): value is readonly Typed[] => Array.isArray(value);

export const isGroup = (value: unknown): value is TypedGroup => isRecord(value);
export const textOf = (value: Typed): string => (typeof value === 'string' ? value : '');
export const rowsOf = (value: Typed): readonly Typed[] => (isRows(value) ? value : []);

const MINOR_DIGITS = 2;

interface Money {
  /** Decimals of a currency. */
  readonly decimalsOf: (currency: string) => number;
}

/** The data of a command as typed: fields that were left empty are left out. */
export function dataOf(schema: FormSchema, value: Typed, money: Money, currency = ''): unknown {
  switch (kindOf(schema)) {
    case 'fixed':
      return schema.const;
    case 'group':
      return isGroup(value) ? groupData(variantOf(schema, value), value, money) : undefined;
    case 'list':
    case 'choices':
      return Array.isArray(value) && schema.items ? listData(schema.items, value, money) : undefined;
    case 'yes/no':
      return typeof value === 'boolean' ? value : undefined;
    case 'instant':
      return textOf(value) === '' ? undefined : new Date(textOf(value)).toISOString();
    case 'money': {
      const text = textOf(value);
      const digits = currency === '' ? MINOR_DIGITS : money.decimalsOf(currency);
      return text === '' ? undefined : Math.round(Number(text) * 10 ** digits);
    }
    default: {
      const text = textOf(value).trim();
      if (text === '') return undefined;
      return schema.type === 'integer' || schema.type === 'number' ? Number(text) : text;
    }
  }
}

const listData = (
  items: FormSchema,
  value: readonly Typed[],
  money: Money,
): readonly unknown[] | undefined => {
  const rows = value.map((row) => dataOf(items, row, money));
  return rows.length > 0 ? rows : undefined;
};

function groupData(schema: FormSchema, value: TypedGroup, money: Money): Readonly<Record<string, unknown>> {
  const currency = textOf(value['currency']);
  return Object.fromEntries(
    propertiesOf(schema).flatMap(({ name, schema: field }) => {
      const data = dataOf(field, value[name], money, currency);
      return data === undefined ? [] : [[name, data]];
    }),
  );
}

/** A form before anything is typed: groups that have to be there stand open, lists that must not be empty have a row. */
export function emptyOf(schema: FormSchema): Typed {
  switch (kindOf(schema)) {
    case 'group': {
      const variant = variantOf(schema, undefined);
      return Object.fromEntries(
        propertiesOf(variant).map(({ name, schema: field, isRequired }) => [
          name,
          isRequired || kindOf(field) === 'fixed' ? emptyOf(field) : undefined,
        ]),
      );
    }
    case 'choices':
      return [];
    case 'list':
      return schema.items && (schema.minItems ?? 0) > 0 ? [emptyOf(schema.items)] : [];
    case 'fixed':
      return typeof schema.const === 'string' ? schema.const : undefined;
    default:
      return undefined;
  }
}

const pad = (value: number): string => String(value).padStart(2, '0');

/** An instant as a field for day and time has it: in the reader's zone. */
export function localInstant(at: string | number): string {
  const date = new Date(at);
  const day = `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
  return `${day}T${pad(date.getHours())}:${pad(date.getMinutes())}`;
}
