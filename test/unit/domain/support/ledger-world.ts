import { DomainError } from '../../../../domain/errors';
import type { Command } from '../../../../domain/process/decider';
import { Ledger, type Carried, type Entry } from '../../../../domain/process/ledger';
import { FakePostgres } from './fake-postgres';
import { look, pay, purse, spend, type Purse, type PurseCommand, type PurseEvent } from './toy';

export type Happening =
  /** Somebody asks for a batch; asking again for the same id is asking for the same thing. */
  | { readonly kind: 'ask'; readonly ids: readonly string[] }
  /** The oldest batch goes to PostgreSQL, and its answer comes back. */
  | { readonly kind: 'commit'; readonly isContended?: boolean }
  /** Temporal has recorded the worker's task: answers go out, and this is where another worker would begin. */
  | { readonly kind: 'record' }
  /** The worker is lost, perhaps with a commit that went through; the next one begins at what was recorded. */
  | { readonly kind: 'lose-worker'; readonly isCommitted: boolean }
  | { readonly kind: 'continue-as-new'; readonly remembered: number };

type Batch = readonly Command<PurseCommand>[];
export interface Ticket {
  readonly number: number;
  readonly batch: Batch;
}
export interface Answer extends Ticket {
  readonly outcome: 'done' | 'refused';
}
interface Waiting extends Ticket {
  readonly entry: Entry<Purse, PurseCommand, PurseEvent>;
}

const NOW = '2026-11-02T02:00:00.000Z';

/** `p3` pays three, `s4` spends four, `l1` looks in: an id is always the same command. */
function commandOf(id: string): Command<PurseCommand> {
  const cents = Number(id.slice(1));
  switch (id[0]) {
    case 'p':
      return pay(id, cents);
    case 's':
      return spend(id, cents);
    default:
      return look(id);
  }
}

/** A process, its ledger, PostgreSQL, workers that come and go, and those who ask and are answered. */
export class LedgerWorld {
  ledger = new Ledger(purse);
  readonly postgres = new FakePostgres();
  readonly answers: Answer[] = [];
  /** Answers of PostgreSQL, in order. */
  readonly commits: string[] = [];
  asked = 0;
  private waiting: Waiting[] = [];
  private outbox: Answer[] = [];
  private sinceRecord: Ticket[] = [];
  private recorded: { readonly carried: Carried<Purse>; readonly waiting: readonly Ticket[] };

  constructor() {
    this.recorded = { carried: this.ledger.carry(), waiting: [] };
  }

  /** Everything happens, then all comes to rest. */
  static of(happenings: readonly Happening[]): LedgerWorld {
    const world = new LedgerWorld();
    for (const happening of happenings) world.make(happening);
    while (world.ledger.next) world.make({ kind: 'commit' });
    world.make({ kind: 'record' });
    return world;
  }

  make(happening: Happening): void {
    switch (happening.kind) {
      case 'ask': {
        this.asked += 1;
        const ticket = { number: this.asked, batch: happening.ids.map(commandOf) };
        this.sinceRecord.push(ticket);
        this.accept(ticket);
        return;
      }
      case 'commit':
        this.commitNext(happening.isContended);
        return;
      case 'record':
        this.record(this.ledger.carry());
        return;
      case 'lose-worker':
        if (happening.isCommitted && this.ledger.next)
          this.postgres.commit(this.ledger.request(this.ledger.next, 'P-1'));
        this.beginAgain();
        return;
      case 'continue-as-new': {
        if (this.ledger.next) return;
        const carried = this.ledger.carry();
        const forgotten = Math.max(0, carried.done.length - happening.remembered);
        this.record({ ...carried, done: carried.done.slice(forgotten) });
        this.beginAgain();
      }
    }
  }

  foldOfLog(seq: number): Purse {
    return this.postgres.log
      .slice(0, seq)
      .filter((event): event is typeof event & PurseEvent => event.type === 'Paid' || event.type === 'Spent')
      .reduce(purse.evolve, purse.initial);
  }

  private accept(ticket: Ticket): void {
    try {
      this.waiting.push({ ...ticket, entry: this.ledger.accept(ticket.batch, NOW) });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.outbox.push({ ...ticket, outcome: 'refused' });
    }
    this.collect();
  }

  private commitNext(isContended = false): void {
    const { next } = this.ledger;
    if (!next) return;
    const result = this.postgres.commit(this.ledger.request(next, 'P-1'), isContended);
    this.commits.push(result.kind);
    this.ledger.settle(result);
    this.collect();
  }

  private collect(): void {
    for (const { number, batch, entry } of this.waiting)
      if (entry.outcome !== 'pending')
        this.outbox.push({
          number,
          batch,
          outcome: entry.outcome instanceof DomainError ? 'refused' : 'done',
        });
    this.waiting = this.waiting.filter(({ entry }) => entry.outcome === 'pending');
  }

  private record(carried: Carried<Purse>): void {
    this.answers.push(...this.outbox);
    this.outbox = [];
    this.sinceRecord = [];
    this.recorded = { carried, waiting: this.waiting.map(({ number, batch }) => ({ number, batch })) };
  }

  /** Repeats unanswered requests, in their original order. */
  private beginAgain(): void {
    this.ledger = new Ledger(purse, this.recorded.carried);
    this.waiting = [];
    this.outbox = [];
    for (const ticket of [...this.recorded.waiting, ...this.sinceRecord]) this.accept(ticket);
  }
}
