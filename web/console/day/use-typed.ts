import { useRef, useState } from 'react';
import type { Typed, TypedGroup } from '../forms/values';
import { changedAt, type Change } from './changed-at';
import { draftOf, keepDraft } from './draft';

/**
 * The values of a form, kept on the phone with each change. Photos and signatures take their time to be read: they change what stands in the
 * form by then, and giving the command waits for them.
 */
export function useTyped(draft: readonly string[], start: () => TypedGroup) {
  const [values, setValues] = useState<TypedGroup>(() => draftOf(draft) ?? start());
  const latest = useRef(values);
  const works = useRef(new Set<Promise<void>>());
  const set = (next: TypedGroup) => {
    latest.current = next;
    setValues(next);
    keepDraft(draft, next);
  };
  return {
    values,
    change: (name: string, value: Typed) => set({ ...latest.current, [name]: value }),
    changeAt: (path: string, change: Change) => set(changedAt(latest.current, path, change)),
    reading: (work: Promise<void>): void => {
      works.current.add(work);
      const read = () => works.current.delete(work);
      void work.then(read, read);
    },
    /** The values once everything that is being read stands in them. */
    whole: async (): Promise<TypedGroup> => {
      while (works.current.size > 0) await Promise.all(works.current);
      return latest.current;
    },
  };
}
