import { describe, expect, it } from '@jest/globals';
import fc, { type Arbitrary } from 'fast-check';
import { CallBook, DELIVER } from '../../../../domain/process/calls';
import type { Effect } from '../../../../domain/process/decider';
import { accrue, AT, deliver, issue, keysOf, on, reserve, tell, undo } from '../support/calls';

describe('The calls of an event', () => {
  it('are under way under a key of process, event and place, whatever stands between them', () => {
    const book = new CallBook();
    book.add([tell, reserve, deliver], on(3));
    expect(book.runnable()).toEqual([
      { key: 'P-1:3:1', call: 'reserve', input: { lines: 1 }, at: AT },
      {
        key: 'P-1:3:2',
        call: DELIVER,
        input: { processType: 'purse', processId: 'P-2', command: { type: 'pay', data: {} }, start: false },
        at: AT,
      },
    ]);
  });

  it('may all run at once, and are done with when settled', () => {
    const book = new CallBook();
    book.add([reserve, accrue, issue], on(1));
    expect(keysOf(book)).toEqual(['P-1:1:0', 'P-1:1:1', 'P-1:1:2']);
    for (const key of keysOf(book)) book.settle(key);
    expect(book.isIdle()).toBe(true);
  });

  it('are noted together with what takes them back, before anything is sent', () => {
    const book = new CallBook();
    book.add([reserve], on(1));
    expect(book.carry().undos).toEqual([{ key: 'P-1:1:0', call: 'release', input: { all: true } }]);
  });
});

describe('Taking back', () => {
  it('what one event asked for leaves the others as they are', () => {
    const book = new CallBook();
    book.add([accrue], on(1));
    book.settle('P-1:1:0');
    book.add([reserve], on(11));
    expect(book.add([{ kind: 'undoOf', seq: 1 }, accrue], on(12))).toEqual([]);
    expect(book.runnable()).toEqual([
      { key: 'P-1:11:0', call: 'reserve', input: { lines: 1 }, at: AT },
      { key: 'P-1:1:0:undo', call: 'reverse', input: {}, at: AT, undoes: 'P-1:1:0' },
    ]);
    // The replacement waits: it may be the same pieces.
    book.settle('P-1:1:0:undo');
    expect(keysOf(book)).toEqual(['P-1:11:0', 'P-1:12:1']);
    // A call that is undone is not undone twice.
    for (const key of keysOf(book)) book.settle(key);
    book.add([undo], on(13));
    expect(book.carry().pending.map(({ undoes }) => undoes)).toEqual(['P-1:12:1', 'P-1:11:0']);
  });

  it('breaks off what that event asked for and is still under way', () => {
    const book = new CallBook();
    book.add([accrue], on(1));
    expect(book.add([{ kind: 'undoOf', seq: 1 }, accrue], on(2))).toEqual(['P-1:1:0']);
    expect(keysOf(book)).toEqual(['P-1:1:0:undo']);
    expect(book.carry().pending.map(({ key }) => key)).toEqual(['P-1:1:0:undo', 'P-1:2:1']);
  });

  it('runs one by one, the latest first, each named after what it takes back', () => {
    const book = new CallBook();
    book.add([reserve], on(1));
    book.add([accrue], on(2));
    for (const key of keysOf(book)) book.settle(key);
    book.add([undo], { ...on(3), at: '2026-11-03T02:00:00.000Z' });
    expect(book.runnable()).toEqual([
      { key: 'P-1:2:0:undo', call: 'reverse', input: {}, at: '2026-11-03T02:00:00.000Z', undoes: 'P-1:2:0' },
    ]);
    book.settle('P-1:2:0:undo');
    expect(keysOf(book)).toEqual(['P-1:1:0:undo']);
    book.settle('P-1:1:0:undo');
    expect(book.isIdle()).toBe(true);
  });

  it('breaks off what is still under way and has an undo, and nothing else', () => {
    const book = new CallBook();
    book.add([reserve, issue, deliver], on(1));
    expect(book.add([undo], on(2))).toEqual(['P-1:1:0']);
    expect(keysOf(book)).toEqual(['P-1:1:1', 'P-1:1:2', 'P-1:1:0:undo']);
  });

  it('takes nothing back twice', () => {
    const book = new CallBook();
    book.add([reserve, undo], on(1));
    expect(book.add([undo], on(2))).toEqual([]);
    expect(keysOf(book)).toEqual(['P-1:1:0:undo']);
  });

  it('outlives a settling that comes too late for a call broken off', () => {
    const book = new CallBook();
    book.add([reserve, undo], on(1));
    book.settle('P-1:1:0');
    expect(keysOf(book)).toEqual(['P-1:1:0:undo']);
  });
});

describe('Continuing as new', () => {
  it('takes along what is under way, as it stood, whatever comes after', () => {
    const book = new CallBook();
    book.add([reserve, accrue], on(1));
    const carried = book.carry();
    const copy = structuredClone(carried);
    book.add([issue, undo], on(2));
    book.settle('P-1:1:1:undo');
    expect(carried).toEqual(copy);
    expect(new CallBook(carried).carry()).toEqual(copy);
  });
});

type Step =
  | { readonly kind: 'add'; readonly effects: readonly Effect[] }
  | { readonly kind: 'settle'; readonly pick: number }
  | { readonly kind: 'carry' };
const kind = <K extends string>(name: K): Arbitrary<K> => fc.constant(name);
const steps: Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    fc.record({
      kind: kind('add'),
      effects: fc.array(fc.constantFrom(reserve, accrue, issue, tell, deliver, undo), { maxLength: 4 }),
    }),
    fc.record({ kind: kind('settle'), pick: fc.nat(5) }),
    fc.record({ kind: kind('carry') }),
  ),
  { maxLength: 30 },
);

describe('However effects, outcomes and new runs fall together', () => {
  /** Requested and executed calls of a book that is copied at every new run. */
  function live(taken: readonly Step[]) {
    let book = new CallBook();
    let seq = 0;
    const settled: string[] = [];
    const undoable: string[] = [];
    const brokenOff: string[] = [];
    for (const step of taken)
      switch (step.kind) {
        case 'add':
          seq += 1;
          step.effects.forEach((effect, n) => {
            if (effect.kind === 'call' && effect.undo) undoable.push(`P-1:${seq}:${n}`);
          });
          brokenOff.push(...book.add(step.effects, on(seq)));
          break;
        case 'settle': {
          const runnable = book.runnable();
          const call = runnable[step.pick % runnable.length];
          if (call) {
            settled.push(call.key);
            book.settle(call.key);
          }
          break;
        }
        case 'carry':
          book = new CallBook(structuredClone(book.carry()));
      }
    book.add([undo], on(seq + 1));
    while (!book.isIdle())
      for (const { key } of book.runnable().slice(0, 1)) {
        settled.push(key);
        book.settle(key);
      }
    return { settled, undoable, brokenOff };
  }

  it('a cancelled process has taken back every call that can be, each once, latest first in each taking', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const { settled, undoable } = live(taken);
        const undone = settled.filter((key) => key.endsWith(':undo')).map((key) => key.replace(':undo', ''));
        expect([...undone].sort()).toEqual([...undoable].sort());
      }),
    );
  });

  it('no call runs to its end after its undo has, and none runs twice', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const { settled } = live(taken);
        expect(new Set(settled).size).toBe(settled.length);
        for (const [n, key] of settled.entries()) expect(settled.slice(0, n)).not.toContain(`${key}:undo`);
      }),
    );
  });
});
