import type { Bilingual, Language } from '../../domain/bilingual';
import type { Reader } from '../../platform/database';

/** Names of staff by id, in both languages. */
export type StaffNames = ReadonlyMap<string, Bilingual>;

interface Person {
  readonly id: string;
  readonly name: string;
}

/** Reads the names of the staff that events mention. @param values data and actors of events, as recorded. */
export async function staffNamesIn(database: Reader, values: readonly unknown[]): Promise<StaffNames> {
  const ids = [...new Set(values.flatMap(idsOf))];
  if (ids.length === 0) return new Map();
  const staff = await database.staff.findMany({
    where: { id: { in: ids } },
    select: { id: true, nameEn: true, nameZh: true },
  });
  return new Map(staff.map(({ id, nameEn: en, nameZh: zh }) => [id, { en, zh }]));
}

/** The value with staff named in one language. An event keeps the name that its author had when it was recorded. */
export function withStaffNamed<T>(value: T, names: StaffNames, language: Language): T;
export function withStaffNamed(value: unknown, names: StaffNames, language: Language): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => withStaffNamed(item, names, language));
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, withStaffNamed(inner, names, language)]),
  );
  const name = isPerson(value) ? names.get(value.id)?.[language] : undefined;
  return name === undefined ? copy : { ...copy, name };
}

function idsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(idsOf);
  if (typeof value !== 'object' || value === null) return [];
  return [...(isPerson(value) ? [value.id] : []), ...Object.values(value).flatMap(idsOf)];
}

const isPerson = (value: object): value is Person =>
  'id' in value && typeof value.id === 'string' && 'name' in value && typeof value.name === 'string';
