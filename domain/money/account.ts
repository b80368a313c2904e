import type { JsonObject } from '../json';
import { isKept, type Effect, type Recorded } from '../process/decider';

/** Effect of a posting on cost, revenue and tax, in minor units. */
export interface Amounts {
  readonly currency: string;
  readonly costCents: number;
  readonly revenueCents: number;
  readonly taxCents: number;
}

/** `posted` stands in the ledger; `taken-back` does not any more; `unsettled`: its outcome, or that of its undo, is not known yet. */
export type PostingState = 'posted' | 'taken-back' | 'unsettled';

/** Something a process asked finance to post, and what became of it. */
export interface Posting extends Amounts {
  /** Key of its call: the id in the ledger. */
  readonly key: string;
  readonly kind: 'cost' | 'invoice';
  readonly at: string;
  readonly reference: string;
  /** Number of an invoice. */
  readonly number?: string;
  readonly state: PostingState;
}

type Draft = Omit<Posting, 'state'> & {
  /** Name of the call that takes it back. */
  readonly undoneBy: string;
  call: Outcome;
  undo?: Outcome;
};
type Outcome = 'asked' | 'done' | 'failed';

/**
 * The process's own account of what it posted (R10), from its events and the effects that they had: what the ledger has to agree with,
 * to the cent.
 */
export function postingsOf(
  happened: readonly { readonly event: Recorded; readonly effects: readonly Effect[] }[],
  processId: string,
): readonly Posting[] {
  const drafts = new Map<string, Draft>();
  for (const { event, effects } of happened) {
    settle(drafts, event);
    effects.forEach((effect, n) => {
      if (effect.kind === 'undo')
        takeBack(drafts, ({ key, undoneBy }) => !isKept(effect.keeps, key, undoneBy));
      if (effect.kind === 'undoOf')
        takeBack(drafts, ({ key }) => key.startsWith(`${processId}:${effect.seq}:`));
      if (effect.kind !== 'call') return;
      const key = `${processId}:${event.seq}:${n}`;
      const posting = readPosting(effect.call, effect.input);
      if (posting)
        drafts.set(key, {
          ...posting,
          key,
          at: event.at,
          undoneBy: effect.undo?.call ?? '',
          call: 'asked',
        });
    });
  }
  return [...drafts.values()].map(({ call, undo, undoneBy: _undoneBy, ...posting }) => ({
    ...posting,
    state: stateOf(call, undo),
  }));
}

/** Totals of the effective postings, a row per currency. */
export function totalsOf(
  postings: readonly Posting[],
): readonly (Amounts & { readonly profitCents: number })[] {
  const totals = new Map<string, Amounts>();
  for (const { state, currency, costCents, revenueCents, taxCents } of postings) {
    if (state !== 'posted') continue;
    const sum = totals.get(currency) ?? { currency, costCents: 0, revenueCents: 0, taxCents: 0 };
    totals.set(currency, {
      currency,
      costCents: sum.costCents + costCents,
      revenueCents: sum.revenueCents + revenueCents,
      taxCents: sum.taxCents + taxCents,
    });
  }
  return [...totals.values()]
    .map((sum) => ({ ...sum, profitCents: sum.revenueCents - sum.costCents }))
    .sort((left, right) => left.currency.localeCompare(right.currency));
}

function stateOf(call: Outcome, undo: Outcome | undefined): PostingState {
  // A reversed posting does not count, whether or not its call had arrived (ADR 11).
  if (undo !== undefined) return undo === 'done' ? 'taken-back' : 'unsettled';
  return call === 'done' ? 'posted' : 'unsettled';
}

function takeBack(drafts: Map<string, Draft>, isMeant: (draft: Draft) => boolean): void {
  for (const draft of drafts.values()) if (isMeant(draft) && draft.undo === undefined) draft.undo = 'asked';
}

function settle(drafts: Map<string, Draft>, event: Recorded): void {
  if (event.type !== 'CallSettled' || !isOutcome(event.data)) return;
  const { key, undo, outcome } = event.data;
  const draft = drafts.get(undo ? key.replace(/:undo$/, '') : key);
  if (!draft) return;
  const became = outcome.ok ? 'done' : 'failed';
  if (undo) draft.undo = became;
  else draft.call = became;
}

interface Settled {
  readonly key: string;
  readonly undo: boolean;
  readonly outcome: { readonly ok: boolean };
}

const isOutcome = (data: object): data is Settled => 'key' in data && 'undo' in data && 'outcome' in data;

function readPosting(
  call: string,
  input: JsonObject,
): Omit<Draft, 'key' | 'at' | 'call' | 'undoneBy'> | undefined {
  const currency = text(input, 'currency');
  const reference = text(input, 'reference');
  switch (call) {
    case 'accrueCost': {
      const costCents =
        cents(input, 'labourCostCents') + cents(input, 'travelCostCents') + cents(input, 'partsCostCents');
      // A cost of zero posts nothing.
      return costCents === 0
        ? undefined
        : { kind: 'cost', currency, reference, costCents, revenueCents: 0, taxCents: 0 };
    }
    // R20: an old part that never came back is the outlet's cost, and so much less the company's.
    case 'chargeOutlet': {
      const costCents = -cents(input, 'amountCents');
      return { kind: 'cost', currency, reference, costCents, revenueCents: 0, taxCents: 0 };
    }
    case 'issueInvoice':
      return {
        kind: 'invoice',
        currency,
        reference,
        number: text(input, 'number'),
        costCents: 0,
        revenueCents: cents(input, 'netCents'),
        taxCents: cents(input, 'taxCents'),
      };
    default:
      return undefined;
  }
}

const cents = (input: JsonObject, name: string): number => {
  const value = input[name];
  return typeof value === 'number' ? value : 0;
};
const text = (input: JsonObject, name: string): string => {
  const value = input[name];
  return typeof value === 'string' ? value : '';
};
