import { useCallback, useState } from 'react';
import type { Schemas } from '../api';
import { keep, keysKept, readKept } from '../kept';

/** A call as far as it is written down. What is undefined was not touched: the caller's file gives it. */
export interface CallDraft {
  readonly channel?: Schemas['Channel'];
  readonly senderKind?: Schemas['SenderKind'];
  readonly name?: string;
  readonly email?: string;
  readonly address?: string;
  readonly language?: Schemas['Language'];
  readonly subject?: string;
  readonly text?: string;
  readonly unitSerial?: string;
  /** The customer that the clerk has chosen; null: none of those that were offered. */
  readonly customer?: { readonly id: string; readonly name: string } | null;
  /** Name and centre under which an unknown caller is taken in. */
  readonly newCustomer?: string;
  readonly regionId?: string;
  /** The open case that the call is about. */
  readonly joinInto?: string;
  readonly answer?: string;
  readonly requestType?: Schemas['RequestType'];
  readonly priority?: Schemas['Priority'];
  /** A request that was sent without a known answer: it is sent again as it was, under the same key. */
  readonly sent?: { readonly key: string; readonly body: Schemas['NewRequest'] };
  readonly registered?: Pick<Schemas['RegisteredRequest'], 'number' | 'caseNumber' | 'customer'>;
  readonly batch?: readonly Schemas['CaseCommand'][];
  readonly isDone?: boolean;
}

const PREFIX = 'aftercare.call.';
export const draftKey = (staffId: string, number: string) => `${PREFIX}${staffId}.${number}`;

export function readDraft(key: string): CallDraft {
  const kept = readKept(key);
  return typeof kept === 'object' && kept !== null ? kept : {};
}

/** Numbers of calls that this person has begun in this tab and not saved. */
export function unfinishedCalls(staffId: string): string[] {
  const start = draftKey(staffId, '');
  return keysKept(start)
    .filter((key) => readDraft(key).isDone !== true)
    .map((key) => key.slice(start.length));
}

export interface Drafting {
  /** The key under which it is kept. */
  readonly kept: string;
  readonly draft: CallDraft;
  /** Changes some of it, and answers what it is then. */
  readonly change: (change: CallDraft) => void;
  readonly discard: () => void;
}

/** The draft of a number, kept in the tab with every key: a reload, a new language, an ended session lose nothing. */
export function useCallDraft(staffId: string, number: string): Drafting {
  const key = draftKey(staffId, number);
  const [draft, setDraft] = useState<CallDraft>(() => readDraft(key));
  const change = useCallback(
    (changes: CallDraft) =>
      setDraft((now) => {
        const next = { ...now, ...changes };
        keep(key, next);
        return next;
      }),
    [key],
  );
  const discard = useCallback(() => {
    keep(key, undefined);
    setDraft({});
  }, [key]);
  return { kept: key, draft, change, discard };
}

/** Takes what was written before the number was known along to it. */
export function carryOver(staffId: string, number: string): void {
  const from = draftKey(staffId, '');
  const to = draftKey(staffId, number);
  const written = readKept(from);
  if (written === undefined || readKept(to) !== undefined) return;
  keep(to, written);
  keep(from, undefined);
}

export function dropDraft(staffId: string, number: string): void {
  keep(draftKey(staffId, number), undefined);
}
