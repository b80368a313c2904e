import { decimalsOf } from '../../shared/money';
import { fieldsOf, kindOf, type FormSchema } from '../forms/schema';
import { isGroup, localInstant, rowsOf, textOf, type Typed, type TypedGroup } from '../forms/values';

/** Faults by the path of their field: `lines.0.quantity`. */
export type Faults = Readonly<Record<string, 'required' | 'badNumber'>>;

function decimalsIn(currency: string): number {
  try {
    return decimalsOf(currency);
  } catch {
    // No currency yet: amounts are read again with the one that is entered.
    return 2;
  }
}

interface Made {
  readonly data: unknown;
  readonly faults: Faults;
}

/**
 * The data of a command from what was typed. The API judges it; this says only what is missing or is no number. `forms/values.ts` does it
 * otherwise: here decimals come without a connection, a comma may stand for the point, and a group or row without content is left out.
 */
export function dataOf(schema: FormSchema, values: TypedGroup): { data: object; faults: Faults } {
  const { data, faults } = groupOf(schema, values, { path: '', currency: textOf(values['currency']) });
  return { data: isGroup(data) ? data : {}, faults };
}

interface Place {
  readonly path: string;
  readonly currency: string;
}

function groupOf(schema: FormSchema, values: TypedGroup, { path, currency }: Place): Made {
  const data: Record<string, unknown> = {};
  const faults: Record<string, 'required' | 'badNumber'> = {};
  const own = textOf(values['currency']) || currency;
  for (const { name, schema: field, isRequired } of fieldsOf(schema)) {
    const at = path === '' ? name : `${path}.${name}`;
    const made = valueOf(field, values[name], { path: at, currency: own });
    Object.assign(faults, made.faults);
    if (made.data !== undefined) data[name] = made.data;
    else if (isRequired && !faults[at]) faults[at] = 'required';
  }
  return { data: Object.keys(data).length > 0 || path === '' ? data : undefined, faults };
}

function valueOf(field: FormSchema, value: Typed, place: Place): Made {
  if (field.const !== undefined) return { data: field.const, faults: {} };
  if (field.properties) return optionalGroup(field, isGroup(value) ? value : {}, place);
  if (field.items) {
    const { items } = field;
    const made = rowsOf(value).map((item, index) =>
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
function optionalGroup(field: FormSchema, values: TypedGroup, place: Place): Made {
  const isTouched = Object.values(values).some((value) => value !== undefined && value !== '');
  return isTouched ? groupOf(field, values, place) : { data: undefined, faults: {} };
}

function numberOf(field: FormSchema, text: string, { path, currency }: Place): Made {
  const number = Number(text.replace(',', '.'));
  if (!Number.isFinite(number)) return { data: undefined, faults: { [path]: 'badNumber' } };
  const data = kindOf(field) === 'money' ? Math.round(number * 10 ** decimalsIn(currency)) : number;
  return { data, faults: {} };
}

/** The content of a form, from the data of a command that was not done. */
export function valuesOf(schema: FormSchema, data: unknown, currency = ''): TypedGroup {
  if (!isGroup(data)) return {};
  const own = textOf(data['currency']) || currency;
  return Object.fromEntries(
    fieldsOf(schema).flatMap(({ name, schema: field }) => {
      const value: unknown = data[name];
      return value === undefined ? [] : [[name, typed(field, value, own)]];
    }),
  );
}

function typed(field: FormSchema, value: unknown, currency: string): Typed {
  const { items } = field;
  if (field.properties) return valuesOf(field, value, currency);
  if (items && Array.isArray(value)) return value.map((item) => typed(items, item, currency));
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number')
    return String(kindOf(field) === 'money' ? value / 10 ** decimalsIn(currency) : value);
  const text = typeof value === 'string' ? value : '';
  return kindOf(field) === 'instant' && text !== '' ? localInstant(text) : text;
}
