import { useEffect, useState } from 'react';
import { useMe } from './session';

const MOST = 2000;
const placeOf = (person: string): string => `aftercare.seen/${person}`;

/** Versions of cases as this person last saw them on this machine, the oldest look first. The server does not know who has read what. */
type Seen = ReadonlyMap<string, number>;

function read(person: string): Seen {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(placeOf(person)) ?? '[]');
    if (!Array.isArray(found)) return new Map();
    return new Map(
      found.filter(
        (one): one is [string, number] =>
          Array.isArray(one) && typeof one[0] === 'string' && typeof one[1] === 'number',
      ),
    );
  } catch {
    return new Map();
  }
}

/** Remembers that a case has been looked at as it is now. */
export function useMarkSeen(number: string, version: number): void {
  const { id } = useMe();
  useEffect(() => {
    const seen = new Map(read(id));
    seen.delete(number);
    seen.set(number, version);
    try {
      localStorage.setItem(placeOf(id), JSON.stringify([...seen].slice(-MOST)));
    } catch {
      // Storage is refused in private windows: then no row is marked as changed.
    }
  }, [id, number, version]);
}

/** Whether a case has changed since this person opened it last; false for one that was never opened here. */
export function useChangedSince(): (row: { readonly number: string; readonly version: number }) => boolean {
  const { id } = useMe();
  const [seen, setSeen] = useState(() => read(id));
  useEffect(() => {
    const again = ({ key }: StorageEvent) => {
      if (key === placeOf(id)) setSeen(read(id));
    };
    window.addEventListener('storage', again);
    return () => window.removeEventListener('storage', again);
  }, [id]);
  return ({ number, version }) => version > (seen.get(number) ?? version);
}
