import { isGroup, rowsOf, type Typed, type TypedGroup } from '../forms/values';

/** A correction of something on record, as far as it is typed. */
export interface Correction {
  readonly values: TypedGroup;
  /** The values on record: fields that differ from them were changed by the person. */
  readonly base: TypedGroup;
  /** Fields that somebody else changed since the form was begun, as they stood then. */
  readonly before: TypedGroup;
}

const isEmpty = (value: Typed): boolean =>
  value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0);

/** Whether two values say the same. The order of names does not count: a draft that was on the server has another. */
export function isSame(one: Typed, other: Typed): boolean {
  if (isEmpty(one) || isEmpty(other)) return isEmpty(one) && isEmpty(other);
  if (isGroup(one) && isGroup(other)) return changedIn(one, other).length === 0;
  if (Array.isArray(one) && Array.isArray(other)) {
    const [left, right] = [rowsOf(one), rowsOf(other)];
    return left.length === right.length && left.every((item, n) => isSame(item, right[n]));
  }
  return one === other;
}

/** Names of the fields in which two forms differ. */
export const changedIn = (values: TypedGroup, base: TypedGroup): readonly string[] =>
  [...new Set([...Object.keys(base), ...Object.keys(values)])].filter(
    (name) => !isSame(values[name], base[name]),
  );

/** Takes over what somebody else changed in fields that the person has not touched; the rest stays as typed. */
export function rebased(typed: Correction, now: TypedGroup): Correction {
  const { values, base, before } = typed;
  const moved = changedIn(now, base);
  if (moved.length === 0) return typed;
  const untouched = moved.filter((name) => isSame(values[name], base[name]));
  return {
    values: { ...values, ...only(now, untouched) },
    base: now,
    before: { ...only(base, moved), ...before },
  };
}

const only = (values: TypedGroup, names: readonly string[]): TypedGroup =>
  Object.fromEntries(names.map((name) => [name, values[name]]));

/** The part of what would be sent that the person changed. */
export const changesOf = <Body extends object>(body: Body, changed: readonly string[]): Partial<Body> =>
  Object.fromEntries(Object.entries(body).filter(([name]) => changed.includes(name))) as Partial<Body>;
