import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventLog } from '../../../api/events/event-log';
import { eventStream } from '../../../api/events/event-stream';
import { parsePosition, positionText, type EventPosition } from '../../../api/events/position';
import { connectDatabase, type Database } from '../../../platform/database';
import { createLogger } from '../../../platform/logger';
import { aCase, type CaseBuilder } from '../../support/cases';
import { testDatabase } from '../../support/database';
import { settled } from '../../support/settled';

const SMALL = { batch: 3, kept: 5 };

describe('The log of events', () => {
  let database: Database;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const created = await testDatabase('company');
    drop = () => created.drop();
    database = connectDatabase(created.url);
  });
  afterAll(async () => {
    await database.$disconnect();
    await drop();
  });

  const newLog = (): EventLog => new EventLog(database, createLogger('test', 'silent'), SMALL);
  const opened = async (log: EventLog): Promise<EventPosition> => {
    await settled(database);
    return log.open();
  };

  /** Every event from a position on, until the last of a case. */
  async function readTo(
    log: EventLog,
    from: EventPosition,
    last: CaseBuilder,
    caseNumber?: string,
  ): Promise<string[]> {
    const heard: string[] = [];
    for (let position = from; heard.at(-1) !== `${last.number}:${last.seq}`;) {
      const { events, upTo, isMore } = await log.read(position, caseNumber);
      expect(events.length).toBeLessThanOrEqual(SMALL.batch);
      heard.push(...events.map((event) => `${event.caseNumber}:${event.seq}`));
      position = upTo;
      if (isMore) continue;
      log.wake();
      await log.waitBeyond(position, 100, new AbortController().signal);
    }
    return heard;
  }
  const all = (it: CaseBuilder): string[] =>
    Array.from({ length: it.seq }, (_none, index) => `${it.number}:${index + 1}`);
  const notes = (it: CaseBuilder, count: number): CaseBuilder =>
    Array.from({ length: count }).reduce<CaseBuilder>(
      (builder, _none, index) => builder.noted(`${index}`),
      it,
    );

  it('gives whoever has fallen behind what it no longer has at hand, without a gap', async () => {
    const log = newLog();
    const begin = await opened(log);
    const first = await notes(aCase(database).of('cus-0001'), 12).commit();
    log.wake();
    await log.waitBeyond(begin, 5_000, new AbortController().signal);
    const second = await notes(aCase(database).of('cus-0001'), 4).commit();
    expect(await readTo(log, begin, second)).toEqual([...all(first), ...all(second)]);
    log.close();
  });

  it('gives one case alone, at hand or not, and moves on past the others', async () => {
    const log = newLog();
    const begin = await opened(log);
    const wanted = await aCase(database).of('cus-0001').commit();
    await notes(aCase(database).of('cus-0001'), 9).commit();
    await wanted.noted('back again').commit();
    expect(await readTo(log, begin, wanted, wanted.number)).toEqual(all(wanted));
    const { upTo } = await log.read(begin, 'AS-2026-000000');
    expect(upTo.transactionId).toBeGreaterThan(begin.transactionId);
    log.close();
  });

  it('at rest keeps nothing, and begins again with now', async () => {
    const log = newLog();
    await opened(log);
    log.close();
    const missed = await aCase(database).of('cus-0001').commit();
    const again = await opened(log);
    const heard = await aCase(database).of('cus-0001').commit();
    expect(await readTo(log, again, heard)).toEqual(all(heard));
    expect(missed.seq).toBeGreaterThan(0);
    log.close();
  });

  it('is read as a stream that says that it lives, where nothing else is to be said', async () => {
    const log = newLog();
    const from = await opened(log);
    const ending = new AbortController();
    const stream = eventStream({
      log,
      from,
      scope: () => Promise.resolve({ kind: 'all' }),
      signal: ending.signal,
      heartbeatMs: 30,
    });
    expect((await stream.next()).value).toMatch(/^retry: 2000\nid: \d+-\d+\n\n$/);
    expect((await stream.next()).value).toMatch(/^: still here\nid: \d+-\d+\n\n$/);
    expect((await stream.next()).value).toMatch(/^: still here\n/);
    ending.abort();
    expect(await stream.next()).toEqual({ done: true, value: undefined });
    log.close();
  });

  it('is read only as fast as its reader takes it', async () => {
    const log = newLog();
    const from = await opened(log);
    const it = await notes(aCase(database).of('cus-0001'), 20).commit();
    log.wake();
    await log.waitBeyond(from, 5_000, new AbortController().signal);
    const ending = new AbortController();
    const stream = eventStream({
      log,
      from,
      scope: () => Promise.resolve({ kind: 'all' }),
      signal: ending.signal,
    });
    await stream.next();
    // Each pull is one batch, whatever has gathered meanwhile.
    const pulls: number[] = [];
    for (let seen = 0; seen < it.seq; seen += pulls.at(-1) ?? 0) {
      const pulled = await stream.next();
      pulls.push(String(pulled.value).split('event: ').length - 1);
    }
    expect(Math.max(...pulls)).toBe(SMALL.batch);
    ending.abort();
    await stream.return(undefined);
    log.close();
  });

  it('tells of a position that is not ours by refusing it', () => {
    expect(parsePosition(positionText({ transactionId: 7n, position: 9n }))).toEqual({
      transactionId: 7n,
      position: 9n,
    });
    for (const text of ['', '7', '7-', '-9', '7-9-1', '7-x', '9999999999999999999-1'])
      expect(parsePosition(text)).toBeUndefined();
  });
});
