import { faultOf, rawOf, recordedOf } from '../activities/event-row';
import { chainHash, genesis } from '../activities/hash-chain';
import type { Recorded } from '../domain/process/decider';
import type { Prisma } from '../platform/database';
import type { SeqDifference } from './difference';

export type EventRow = Prisma.ProcessEventGetPayload<object>;

export interface Link {
  /** Undefined where the row does not hold an event at all; as it can be read where its actor is none. */
  readonly event: Recorded | undefined;
  readonly differences: readonly SeqDifference[];
}

/**
 * Follows the events of one process in the order of their rows: numbers without gaps from 1, and the hash chain from the genesis. It
 * goes on from what a broken row holds, so that one damage is one difference and not one for every event after it.
 */
export class Chain {
  private last = 0;
  /** Hashes that the next row may name as its predecessor; empty after a gap. */
  private accepted: readonly string[];

  constructor(processId: string) {
    this.accepted = [genesis(processId)];
  }

  /** Number of the last event. */
  get seq(): number {
    return this.last;
  }

  take(row: EventRow): Link {
    const { seq } = row;
    if (seq <= this.last)
      return { event: undefined, differences: [{ seq, field: 'event', expected: 'none', actual: 'a row' }] };
    const differences: SeqDifference[] = [];
    if (seq > this.last + 1) {
      differences.push({
        seq: this.last + 1,
        field: 'event',
        expected: rowsBetween(this.last + 1, seq - 1),
        actual: 'none',
      });
      this.accepted = [row.prevHash];
    }
    this.last = seq;
    const [expected] = this.accepted;
    const previous = this.accepted.includes(row.prevHash) ? row.prevHash : (expected ?? row.prevHash);
    if (previous !== row.prevHash)
      differences.push({ seq, field: 'event.prevHash', expected: previous, actual: row.prevHash });
    const fault = faultOf(row);
    if (fault?.field === 'event') {
      // The row's content is unreadable, so its hash cannot be recomputed.
      this.accepted = [row.hash];
      return { event: undefined, differences: [...differences, { seq, ...fault, actual: row.data }] };
    }
    const hash = chainHash(previous, rawOf(row));
    if (hash !== row.hash) differences.push({ seq, field: 'event.hash', expected: hash, actual: row.hash });
    if (fault) differences.push({ seq, ...fault, actual: row.actor });
    this.accepted = [row.hash, hash];
    return { event: recordedOf(row), differences };
  }

  /** How the head that the process's row names differs from where the chain ends. */
  differencesOfHead(head: { readonly seq: number; readonly hash: string }): readonly SeqDifference[] {
    const { last: seq } = this;
    const isHashRight = this.accepted.includes(head.hash);
    // Number and hash both go further than the events: the rows behind them are gone.
    if (head.seq > seq && !isHashRight)
      return [{ seq: seq + 1, field: 'event', expected: rowsBetween(seq + 1, head.seq), actual: 'none' }];
    return [
      ...(head.seq === seq ? [] : [{ seq, field: 'process.seq', expected: seq, actual: head.seq }]),
      ...(isHashRight ? [] : [{ seq, field: 'process.hash', expected: this.accepted[0], actual: head.hash }]),
    ];
  }
}

const rowsBetween = (from: number, to: number): string => (from === to ? 'a row' : `rows ${from} to ${to}`);
