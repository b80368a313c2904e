import { describe, expect, it } from '@jest/globals';
import { DomainError } from '../../../../domain/errors';
import { eventsOf, Ledger } from '../../../../domain/process/ledger';
import { REMEMBERED_COMMANDS, REMEMBERED_LENGTH } from '../../../../domain/process/remembered';
import { FakePostgres } from '../support/fake-postgres';
import { look, pay, purse, spend, type Purse } from '../support/toy';

const NOW = '2026-11-02T02:00:00.000Z';
const aLedger = (cents = 0) =>
  new Ledger(purse, { seq: 0, state: { cents, entries: [] } satisfies Purse, done: [] });
type PurseLedger = ReturnType<typeof aLedger>;

/** Commits what waits, all of it. */
function commitAll(ledger: PurseLedger, postgres: FakePostgres): void {
  for (let entry = ledger.next; entry; entry = ledger.next)
    ledger.settle(postgres.commit(ledger.request(entry, 'P-1')));
}

describe('A batch that is accepted', () => {
  it('advances the state at once, and the confirmed state with its commit', () => {
    const [ledger, postgres] = [aLedger(), new FakePostgres()];
    const entry = ledger.accept([pay('a', 5), spend('b', 3)], NOW, 'trace');
    expect([ledger.seq, ledger.state.cents]).toEqual([3, 2]);
    expect(ledger.confirmed).toEqual({ seq: 0, state: { cents: 0, entries: [] } });
    expect(entry.outcome).toBe('pending');
    commitAll(ledger, postgres);
    expect(entry.outcome).toBe('committed');
    expect(ledger.confirmed).toEqual({ seq: 3, state: ledger.state });
  });

  it('records who, when and which command with each event', () => {
    const ledger = aLedger();
    const entry = ledger.accept([{ ...pay('a', 5), occurredAt: '2026-11-01T00:00:00.000Z' }], NOW);
    expect(eventsOf(entry)).toEqual([
      {
        type: 'Paid',
        data: { cents: 5, by: 'a' },
        seq: 1,
        at: NOW,
        occurredAt: '2026-11-01T00:00:00.000Z',
        commandId: 'a',
        actor: { kind: 'system', id: 'aftercare' },
      },
    ]);
  });

  it('asks for its commit with the digests of its commands and its trace', () => {
    const ledger = aLedger();
    const entry = ledger.accept([{ ...pay('a', 5), digest: 'd1' }, look('b')], NOW, 'trace');
    expect(ledger.request(entry, 'P-1')).toEqual({
      processType: 'purse',
      processId: 'P-1',
      fromSeq: 1,
      events: eventsOf(entry),
      commands: [{ id: 'a', digest: 'd1' }, { id: 'b' }],
      now: NOW,
      traceId: 'trace',
    });
  });

  it('gives its events as certain once they are, each with the state after it', () => {
    const [ledger, postgres] = [aLedger(4), new FakePostgres()];
    const entry = ledger.accept([spend('a', 4)], NOW);
    const certain = ledger.settle(postgres.commit(ledger.request(entry, 'P-1')));
    expect(certain.map(({ event, state }) => [event.seq, state.cents])).toEqual([
      [1, 2],
      [2, 0],
    ]);
  });

  it('may be empty: the deadlines are reckoned anew', () => {
    const [ledger, postgres] = [aLedger(), new FakePostgres()];
    const entry = ledger.accept([], NOW);
    commitAll(ledger, postgres);
    expect([entry.outcome, postgres.log.length]).toEqual(['committed', 0]);
  });
});

describe('A batch that is refused', () => {
  it('is refused whole, and leaves no trace', () => {
    const ledger = aLedger();
    const before = ledger.carry();
    for (const attempt of [ledger.check.bind(ledger), ledger.accept.bind(ledger)])
      expect(() => attempt([pay('a', 5), spend('b', 6)], NOW)).toThrow(DomainError);
    expect(ledger.carry()).toEqual(before);
    expect([ledger.seq, ledger.next, ledger.isDone([pay('a', 5)])]).toEqual([0, undefined, false]);
  });

  it('is checked without being done', () => {
    const ledger = aLedger();
    ledger.check([pay('a', 5)], NOW);
    expect([ledger.seq, ledger.next]).toEqual([0, undefined]);
  });
});

describe('A batch whose claim another process was first to make', () => {
  it('is refused at its commit: state, confirmed state and memory are as they were', () => {
    const [ledger, postgres] = [aLedger(9), new FakePostgres()];
    const before = ledger.carry();
    const entry = ledger.accept([spend('a', 9)], NOW);
    expect(ledger.settle(postgres.commit(ledger.request(entry, 'P-1'), true))).toEqual([]);
    expect(entry.outcome).toMatchObject({ code: 'ENGINEER.NOT_FREE' });
    expect(ledger.carry()).toEqual(before);
    expect([ledger.seq, ledger.next, ledger.isDone([spend('a', 9)])]).toEqual([0, undefined, false]);
  });

  it('has those behind it decided anew: on the state without it, and a repeat of it on its own account', () => {
    const [ledger, postgres] = [aLedger(9), new FakePostgres()];
    const refused = ledger.accept([pay('a', 5)], NOW);
    const counting = ledger.accept([spend('b', 10)], NOW);
    const independent = ledger.accept([spend('c', 4)], NOW);
    const again = ledger.accept([pay('a', 5), pay('d', 1)], NOW);
    expect(again.commands.map(({ id }) => id)).toEqual(['d']);
    ledger.settle(postgres.commit(ledger.request(refused, 'P-1'), true));
    expect(refused.outcome).toMatchObject({ code: 'ENGINEER.NOT_FREE' });
    expect(counting.outcome).toMatchObject({ code: 'COMMAND.INVALID' });
    commitAll(ledger, postgres);
    expect([independent.outcome, again.outcome]).toEqual(['committed', 'committed']);
    expect(postgres.log.map(({ commandId, seq }) => `${seq} ${commandId}`)).toEqual([
      '1 c',
      '2 c',
      '3 a',
      '4 d',
    ]);
  });

  it('can be given again under its ids', () => {
    const [ledger, postgres] = [aLedger(), new FakePostgres()];
    ledger.settle(postgres.commit(ledger.request(ledger.accept([pay('a', 5)], NOW), 'P-1'), true));
    const again = ledger.accept([pay('a', 5)], NOW);
    commitAll(ledger, postgres);
    expect([again.outcome, ledger.confirmed.state.cents]).toEqual(['committed', 5]);
  });
});

describe('A command that comes twice', () => {
  it('within a batch is done once', () => {
    const ledger = aLedger();
    expect(ledger.accept([pay('a', 5), pay('a', 5)], NOW).planned).toHaveLength(1);
  });

  it('after its commit is done already', () => {
    const [ledger, postgres] = [aLedger(), new FakePostgres()];
    ledger.accept([pay('a', 5)], NOW);
    commitAll(ledger, postgres);
    expect(ledger.isDone([pay('a', 5)])).toBe(true);
    expect(ledger.accept([pay('a', 5)], NOW).outcome).toBe('duplicate');
    expect(ledger.accept([pay('a', 5), pay('b', 1)], NOW).planned).toHaveLength(1);
  });

  it('while it waits is answered once the first is certain', () => {
    const [ledger, postgres] = [aLedger(), new FakePostgres()];
    const first = ledger.accept([pay('a', 5)], NOW);
    const again = ledger.accept([pay('a', 5)], NOW);
    expect([again.outcome, again.planned]).toEqual(['pending', []]);
    commitAll(ledger, postgres);
    expect([first.outcome, again.outcome]).toEqual(['committed', 'duplicate']);
    expect(postgres.log).toHaveLength(1);
  });

  it('while it waits, and is then refused by what PostgreSQL knew, is refused both times, the whole batch', () => {
    const [lost, postgres] = [aLedger(9), new FakePostgres()];
    lost.accept([spend('x', 9)], NOW);
    commitAll(lost, postgres);
    const ledger = aLedger(9);
    const first = ledger.accept([spend('a', 9)], NOW);
    const again = ledger.accept([spend('a', 9)], NOW);
    const withMore = ledger.accept([spend('a', 9), pay('b', 1)], NOW);
    commitAll(ledger, postgres);
    for (const { outcome } of [first, again, withMore])
      expect(outcome).toMatchObject({ code: 'COMMAND.INVALID' });
    expect(postgres.log.map(({ commandId }) => commandId)).toEqual(['x', 'x']);
  });

  it('long after it was forgotten is found in PostgreSQL', () => {
    const [first, postgres] = [aLedger(), new FakePostgres()];
    first.accept([pay('a', 5)], NOW);
    commitAll(first, postgres);
    const later = new Ledger(purse, { ...first.carry(), done: [] });
    const entry = later.accept([pay('a', 5), pay('b', 1)], NOW);
    commitAll(later, postgres);
    expect(entry.outcome).toBe('committed');
    expect(later.confirmed.state).toMatchObject({ cents: 6 });
    expect(postgres.log.map(({ commandId }) => commandId)).toEqual(['a', 'b']);
  });
});

describe('A worker lost after its commit, before its task was recorded', () => {
  it('leaves events that the next one adopts, with their effects, and decides the rest again', () => {
    const [lost, postgres] = [aLedger(), new FakePostgres()];
    lost.accept([pay('a', 5)], NOW);
    commitAll(lost, postgres);
    const next = aLedger();
    const [other, same] = [next.accept([pay('b', 2)], NOW), next.accept([pay('a', 5)], NOW)];
    const { next: waiting } = next;
    if (!waiting) throw new Error('nothing waits');
    const certain = next.settle(postgres.commit(next.request(waiting, 'P-1')));
    expect(certain.map(({ event }) => event.commandId)).toEqual(['a']);
    expect([same.outcome, other.outcome]).toEqual(['duplicate', 'pending']);
    commitAll(next, postgres);
    expect(eventsOf(other).map(({ seq }) => seq)).toEqual([2]);
    expect(next.confirmed.state.entries).toEqual(['1:Paid:5:a', '2:Paid:2:b']);
  });

  it('may have spent what a later batch counted on: that one is refused then', () => {
    const [lost, postgres] = [aLedger(4), new FakePostgres()];
    lost.accept([spend('a', 4)], NOW);
    commitAll(lost, postgres);
    const next = aLedger(4);
    const entry = next.accept([spend('b', 4)], NOW);
    commitAll(next, postgres);
    expect(entry.outcome).toMatchObject({ code: 'COMMAND.INVALID' });
    expect(postgres.log.map(({ commandId }) => commandId)).toEqual(['a', 'a']);
  });
});

describe('Continuing as new', () => {
  it('takes along where the process stands and which commands were done, the latest of them', () => {
    const [ledger, postgres] = [aLedger(), new FakePostgres()];
    const ids = Array.from({ length: REMEMBERED_COMMANDS + 10 }, (_, n) => `c${n}`);
    ledger.accept(ids.map(look), NOW);
    commitAll(ledger, postgres);
    const carried = ledger.carry();
    expect(carried.done).toEqual(ids.slice(10));
    expect(new Ledger(purse, carried).isDone([look('c10')])).toBe(true);
    expect(new Ledger(purse, carried).isDone([look('c9')])).toBe(false);
  });

  it('takes along no more text than it may, however long the ids are', () => {
    const [ledger, postgres] = [aLedger(), new FakePostgres()];
    const ids = Array.from({ length: REMEMBERED_COMMANDS }, (_, n) => `${n}-${'x'.repeat(95)}`);
    ledger.accept(ids.map(look), NOW);
    commitAll(ledger, postgres);
    const { done } = ledger.carry();
    expect(done).toEqual(ids.slice(-done.length));
    expect(done.join('').length).toBeLessThanOrEqual(REMEMBERED_LENGTH);
    expect(done.join('').length).toBeGreaterThan(REMEMBERED_LENGTH - 100);
  });
});

describe('An answer nobody waits for', () => {
  it('is a fault of the interpreter, and told', () => {
    expect(() => aLedger().settle({ kind: 'committed', deadlines: [] })).toThrow('No batch waits');
  });
});
