import { isGroup, rowsOf, textOf, type Typed } from './values';
import { kindOf, propertiesOf, variantOf, type FormSchema } from './schema';
import type { FORM_WORDS } from './words';

/** A fault of a field, by its path (`appointment.from`). */
export type Faults = Readonly<Record<string, string>>;
type T = (key: keyof typeof FORM_WORDS, values?: Readonly<Record<string, string | number>>) => string;

export const under = (path: string, name: string | number): string =>
  path === '' ? String(name) : `${path}.${name}`;

/** Faults that are plain without asking the API: a field is missing, too long, out of its range. */
export function faultsOf(
  schema: FormSchema,
  value: Typed,
  t: T,
  { path = '', isRequired = true } = {},
): Faults {
  const kind = kindOf(schema);
  if (kind === 'fixed') return {};
  if (kind === 'group') {
    if (!isGroup(value)) return isRequired ? { [path]: t('missing') } : {};
    const faults = propertiesOf(variantOf(schema, value)).map((property) =>
      faultsOf(property.schema, value[property.name], t, {
        path: under(path, property.name),
        isRequired: property.isRequired,
      }),
    );
    return Object.assign({}, ...faults) as Faults;
  }
  if (kind === 'list' || kind === 'choices') {
    const rows = rowsOf(value);
    if (rows.length === 0) return isRequired && (schema.minItems ?? 0) > 0 ? { [path]: t('missing') } : {};
    const { items } = schema;
    if (!items) return {};
    return Object.assign(
      {},
      ...rows.map((row, n) => faultsOf(items, row, t, { path: under(path, n) })),
    ) as Faults;
  }
  if (kind === 'yes/no') return isRequired && typeof value !== 'boolean' ? { [path]: t('missing') } : {};
  const text = textOf(value).trim();
  if (text === '') return isRequired ? { [path]: t('missing') } : {};
  const fault = faultOfText(schema, kind, text, t);
  return fault === undefined ? {} : { [path]: fault };
}

function faultOfText(schema: FormSchema, kind: string, text: string, t: T): string | undefined {
  if (
    schema.maxLength !== undefined &&
    schema.type === 'string' &&
    kind !== 'instant' &&
    text.length > schema.maxLength
  )
    return t('tooLong', { most: schema.maxLength, now: text.length });
  if (schema.type !== 'integer' && schema.type !== 'number') return undefined;
  const number = Number(text);
  if (Number.isNaN(number) || (kind !== 'money' && schema.type === 'integer' && !Number.isInteger(number)))
    return t('notNumber');
  if (kind === 'money') return number < 0 ? t('atLeast', { least: 0 }) : undefined;
  if (schema.minimum !== undefined && number < schema.minimum) return t('atLeast', { least: schema.minimum });
  if (schema.maximum !== undefined && number > schema.maximum) return t('atMost', { most: schema.maximum });
  return undefined;
}

/** The path within the form of a field that the API names: `commands.0.data.engineerId`. */
export const pathInForm = (field: string): string => field.replace(/^(body\.)?commands\.\d+\.data\.?/, '');
