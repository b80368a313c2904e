import { useRef, useState } from 'react';

export interface Selection {
  /** Numbers in the order of the list. A row out of sight is not among them: nothing is done to it unseen. */
  readonly picked: readonly string[];
  readonly has: (number: string) => boolean;
  /** Picks a row or lets it go; as a range, all from the last one on as well. */
  readonly toggle: (number: string, isRange: boolean) => void;
  readonly all: (isPicked: boolean) => void;
  readonly drop: (number: string) => void;
}

/** Rows of a list that are picked. Numbers are kept, not rows: what is picked stays picked while the list is read again. */
export function useSelection(numbers: readonly string[]): Selection {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const anchor = useRef<string>(undefined);
  const toggle = (number: string, isRange: boolean) => {
    const isPicked = !picked.has(number);
    const from = anchor.current === undefined ? -1 : numbers.indexOf(anchor.current);
    const to = numbers.indexOf(number);
    const range = isRange && from >= 0 ? numbers.slice(Math.min(from, to), Math.max(from, to) + 1) : [number];
    anchor.current = number;
    setPicked((now) => {
      const next = new Set(now);
      for (const one of range)
        if (isPicked) next.add(one);
        else next.delete(one);
      return next;
    });
  };
  return {
    picked: numbers.filter((number) => picked.has(number)),
    has: (number) => picked.has(number),
    toggle,
    all: (isPicked) => setPicked(new Set(isPicked ? numbers : [])),
    drop: (number) => setPicked((now) => new Set([...now].filter((one) => one !== number))),
  };
}
