import { fieldsOf, kindOf, type Field } from './form-schema';

/** The content of a form: texts as they are typed, so that nothing is lost that is not a number yet. */
export type Value = string | boolean | readonly Value[] | Values;
export interface Values {
  readonly [name: string]: Value | undefined;
}

export const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isList = (value: Value | undefined): value is readonly Value[] => Array.isArray(value);
export const listOf = (value: Value | undefined): readonly Value[] => (isList(value) ? value : []);
export const textOf = (value: Value | undefined): string => (typeof value === 'string' ? value : '');

/** Faults by the path of their field: `lines.0.quantity`. */
export type Faults = Readonly<Record<string, 'required' | 'badNumber'>>;

export const decimalsOf = (currency: string): number => {
  try {
    return (
      new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ??
      2
    );
  } catch {
    // No currency yet: amounts are read again with the one that is entered.
    return 2;
  }
};

interface Made {
  readonly data: unknown;
  readonly faults: Faults;
}

/** The data of a command from what was typed. The API judges it; here only what is missing or is no number is said. */
export function dataOf(schema: Field, values: Values): { data: object; faults: Faults } {
  const { data, faults } = groupOf(schema, values, { path: '', currency: textOf(values['currency']) });
  return { data: isValues(data) ? data : {}, faults };
}

interface Place {
  readonly path: string;
  readonly currency: string;
}

function groupOf(schema: Field, values: Values, { path, currency }: Place): Made {
  const data: Record<string, unknown> = {};
  const faults: Record<string, 'required' | 'badNumber'> = {};
  const own = textOf(values['currency']) || currency;
  for (const { name, field, isRequired } of fieldsOf(schema)) {
    const at = path === '' ? name : `${path}.${name}`;
    const made = valueOf(field, values[name], { path: at, currency: own });
    Object.assign(faults, made.faults);
    if (made.data !== undefined) data[name] = made.data;
    else if (isRequired && !faults[at]) faults[at] = 'required';
  }
  return { data: Object.keys(data).length > 0 || path === '' ? data : undefined, faults };
}

function valueOf(field: Field, value: Value | undefined, place: Place): Made {
  if (field.const !== undefined) return { data: field.const, faults: {} };
  if (field.properties) return optionalGroup(field, isValues(value) ? value : {}, place);
  if (field.items) {
    const { items } = field;
    const made = listOf(value).map((item, index) =>
      valueOf(items, item, { ...place, path: `${place.path}.${index}` }),
    );
    const data = made.flatMap((one) => (one.data === undefined ? [] : [one.data]));
    return {
      data: data.length > 0 ? data : undefined,
      faults: Object.assign({}, ...made.map(({ faults }) => faults)) as Faults,
    };
  }
  if (typeof value === 'boolean') return { data: value, faults: {} };
  const text = textOf(value).trim();
  if (text === '') return { data: undefined, faults: {} };
  if (field.type === 'integer' || field.type === 'number') return numberOf(field, text, place);
  return { data: kindOf(field) === 'instant' ? new Date(text).toISOString() : text, faults: {} };
}

/** A group that is not filled in is left out, and then lacks nothing. */
function optionalGroup(field: Field, values: Values, place: Place): Made {
  const isTouched = Object.values(values).some((value) => value !== undefined && value !== '');
  return isTouched ? groupOf(field, values, place) : { data: undefined, faults: {} };
}

function numberOf(field: Field, text: string, { path, currency }: Place): Made {
  const number = Number(text.replace(',', '.'));
  if (!Number.isFinite(number)) return { data: undefined, faults: { [path]: 'badNumber' } };
  const data = kindOf(field) === 'money' ? Math.round(number * 10 ** decimalsOf(currency)) : number;
  return { data, faults: {} };
}

/** The content of a form, from the data of a command that was not done. */
export function valuesOf(schema: Field, data: unknown, currency = ''): Values {
  if (!isValues(data)) return {};
  const own = textOf(data['currency']) || currency;
  return Object.fromEntries(
    fieldsOf(schema).flatMap(({ name, field }) => {
      const value: unknown = data[name];
      return value === undefined ? [] : [[name, typed(field, value, own)]];
    }),
  );
}

function typed(field: Field, value: unknown, currency: string): Value {
  const { items } = field;
  if (field.properties) return valuesOf(field, value, currency);
  if (items && Array.isArray(value)) return value.map((item) => typed(items, item, currency));
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number')
    return String(kindOf(field) === 'money' ? value / 10 ** decimalsOf(currency) : value);
  const text = typeof value === 'string' ? value : '';
  return kindOf(field) === 'instant' && text !== '' ? localOf(text) : text;
}

/** An instant as `datetime-local` has it, in the zone of the phone. */
export function localOf(instant: string): string {
  const at = new Date(instant);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
