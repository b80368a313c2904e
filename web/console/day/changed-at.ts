import { isGroup, type Typed, type TypedGroup } from '../forms/values';

export type Change = (before: Typed) => Typed;

const isRows = (value: Typed): value is readonly Typed[] => Array.isArray(value);

/** The values with one field changed, by its path: `lines.0.photos`. A row that is gone by now changes nothing. */
export function changedAt(values: TypedGroup, path: string, change: Change): TypedGroup {
  const changed = at(values, path.split('.'), change);
  return isGroup(changed) ? changed : values;
}

function at(value: Typed, [name, ...rest]: readonly string[], change: Change): Typed {
  if (name === undefined) return change(value);
  if (isRows(value)) {
    const index = Number(name);
    return index < value.length ? value.with(index, at(value[index], rest, change)) : value;
  }
  const group = isGroup(value) ? value : {};
  return { ...group, [name]: at(group[name], rest, change) };
}
