import { describe, expect, it } from '@jest/globals';
import { CallBook } from '../../../../domain/process/calls';
import type { Effect } from '../../../../domain/process/decider';
import { accrue, deliver, issue, keysOf, on, reserve, undo } from '../support/calls';

describe('Calls about one thing', () => {
  const about = 'P-1:1:0';
  const promise: Effect = { kind: 'call', call: 'promise', input: {}, about };
  const deliverAbout: Effect = { ...deliver, about };

  it('run in turn, after the call that opened it, whatever runs beside them', () => {
    const book = new CallBook();
    book.add([reserve], on(1));
    book.add([promise, accrue], on(2));
    book.add([deliverAbout], on(3));
    expect(keysOf(book)).toEqual(['P-1:1:0', 'P-1:2:1']);
    book.settle('P-1:1:0');
    expect(keysOf(book)).toEqual(['P-1:2:0', 'P-1:2:1']);
    book.settle('P-1:2:0');
    expect(keysOf(book)).toEqual(['P-1:2:1', 'P-1:3:0']);
  });

  it('wait for nothing where all that came before is settled', () => {
    const book = new CallBook();
    book.add([reserve], on(1));
    book.settle('P-1:1:0');
    book.add([promise], on(2));
    expect(keysOf(book)).toEqual(['P-1:2:0']);
  });

  it('come after what takes it back, where that is under way', () => {
    const book = new CallBook();
    book.add([reserve, undo], on(1));
    book.add([promise], on(2));
    expect(keysOf(book)).toEqual(['P-1:1:0:undo']);
  });

  it('come before what takes it back, where they are under way already', () => {
    const book = new CallBook();
    book.add([accrue, reserve], on(1));
    for (const key of keysOf(book)) book.settle(key);
    book.add([{ ...issue, about: 'P-1:1:1' }], on(2));
    book.add([undo], on(3));
    // The latest first, and it waits: so do those behind it.
    expect(keysOf(book)).toEqual(['P-1:2:0']);
    const next = new CallBook(structuredClone(book.carry()));
    next.settle('P-1:2:0');
    expect(keysOf(next)).toEqual(['P-1:1:1:undo']);
    next.settle('P-1:1:1:undo');
    expect(keysOf(next)).toEqual(['P-1:1:0:undo']);
  });

  it('keep their turn in the next run', () => {
    const book = new CallBook();
    book.add([reserve], on(1));
    book.add([promise], on(2));
    const next = new CallBook(structuredClone(book.carry()));
    next.add([promise], on(3));
    expect(keysOf(next)).toEqual(['P-1:1:0']);
    next.settle('P-1:1:0');
    expect(keysOf(next)).toEqual(['P-1:2:0']);
  });

  it('ran at once in histories from before there were turns, and ask for none where nothing is under way', () => {
    const book = new CallBook();
    book.add([reserve], on(1), () => false);
    book.add([promise], on(2), () => false);
    expect(keysOf(book)).toEqual(['P-1:1:0', 'P-1:2:0']);
    for (const key of keysOf(book)) book.settle(key);
    book.add([promise], on(3), () => {
      throw new Error('asked for nothing');
    });
  });
});
