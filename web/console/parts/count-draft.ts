import { useCallback, useState } from 'react';
import type { Schemas } from '../api';
import { keep, readKept } from '../kept';

export type SheetLine = Schemas['StockSheetLine'];

/** A part as it was counted: what was typed, and what the sheet said then. */
export interface Count {
  readonly typed: string;
  readonly remark?: string;
  readonly revision: number;
  readonly onShelf: number;
  readonly reserved: number;
  readonly names: Schemas['Bilingual'];
}

/** A count that was sent, and may have arrived: sent again under its key it is posted once. */
interface Sent {
  readonly key: string;
  readonly body: string;
}

export interface CountDraft {
  readonly counts: Readonly<Record<string, Count>>;
  readonly remark: string;
  /** When a part was counted last. */
  readonly at: string;
  readonly sent?: Sent;
}

const EMPTY: CountDraft = { counts: {}, remark: '', at: '' };

const isDraft = (value: unknown): value is CountDraft =>
  typeof value === 'object' && value !== null && 'counts' in value && 'at' in value && 'remark' in value;

export const draftKey = (depot: string): string => `aftercare.draft.stock-take.${depot}`;

/** Counts that are not posted yet; kept over reload, logout and change of machine. */
export function useCountDraft(depot: string) {
  const key = draftKey(depot);
  const [draft, setDraft] = useState<CountDraft>(() => {
    const kept = readKept(key);
    return isDraft(kept) ? kept : EMPTY;
  });
  const change = useCallback(
    (changes: Partial<CountDraft>) =>
      setDraft((now) => {
        const next = { ...now, ...changes };
        const isEmpty = Object.keys(next.counts).length === 0 && next.remark === '';
        keep(key, isEmpty ? undefined : next);
        return next;
      }),
    [key],
  );
  const count = (line: SheetLine, typed: string): void => {
    const { [line.partNumber]: before, ...others } = draft.counts;
    const { revision, onShelf, reserved, names } = line;
    change({
      counts:
        typed === ''
          ? others
          : { ...draft.counts, [line.partNumber]: { ...before, typed, revision, onShelf, reserved, names } },
      at: new Date().toISOString(),
    });
  };
  const remark = (partNumber: string, text: string): void => {
    const { [partNumber]: found } = draft.counts;
    if (found) change({ counts: { ...draft.counts, [partNumber]: { ...found, remark: text } } });
  };
  return { draft, change, count, remark };
}

/** Pieces as they were typed; undefined for what is no number of pieces. */
export const piecesOf = (typed: string): number | undefined =>
  /^\d{1,6}$/.test(typed.trim()) && Number(typed) <= 100_000 ? Number(typed) : undefined;

/** Parts of one posting: the API takes no more at once. */
const MOST = 200;

export interface Difference {
  readonly partNumber: string;
  readonly names: Schemas['Bilingual'];
  readonly counted: number;
  readonly onShelf: number;
  readonly reserved: number;
  readonly difference: number;
}

/** Counts that are ready to post, by part number. */
export function readyOf({ counts }: CountDraft) {
  const lines = Object.entries(counts)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([partNumber, count]) => {
      const counted = piecesOf(count.typed);
      return counted === undefined ? [] : [{ partNumber, count, counted }];
    })
    .slice(0, MOST);
  const differences: Difference[] = lines
    .map(({ partNumber, counted, count: { names, onShelf, reserved } }) => ({
      partNumber,
      names,
      counted,
      onShelf,
      reserved,
      difference: counted - onShelf,
    }))
    .filter(({ difference }) => difference !== 0);
  const sum = (sign: 1 | -1): number =>
    differences.reduce((total, { difference }) => total + Math.max(0, sign * difference), 0);
  return { lines, differences, found: sum(1), missing: sum(-1), typed: Object.keys(counts).length };
}

/** The request of what is ready. */
export const requestOf = (depot: string, draft: CountDraft): Schemas['NewStockTake'] => ({
  depot,
  countedAt: draft.at,
  ...(draft.remark.trim() !== '' && { remark: draft.remark.trim() }),
  lines: readyOf(draft).lines.map(({ partNumber, counted, count: { revision, remark = '' } }) => ({
    partNumber,
    counted,
    revision,
    ...(remark.trim() !== '' && { remark: remark.trim() }),
  })),
});
