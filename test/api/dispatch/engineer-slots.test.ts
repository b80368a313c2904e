import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { slotClaims } from '../../../activities/projections/slots';
import type { Slot } from '../../../domain/dispatch/slot';
import { connectDatabase, transaction, type Database } from '../../../platform/database';
import { testDatabase } from '../../support/database';

const slot = (engineerId: string, from: string, to: string): Slot => ({
  engineerId,
  engineerName: engineerId,
  from: `2026-03-02T${from}:00.000Z`,
  to: `2026-03-02T${to}:00.000Z`,
});

describe('time of engineers that a case claims', () => {
  let database: Database;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const created = await testDatabase();
    drop = () => created.drop();
    database = connectDatabase(created.url);
  });
  afterAll(async () => {
    await database.$disconnect();
    await drop();
  });

  const change = async (processId: string, before: readonly Slot[], after: readonly Slot[]) => {
    const claims = slotClaims(processId, { before, after });
    if (!claims) throw new Error('Nothing is claimed');
    await transaction(database, 5_000, claims);
  };
  const held = async (processId: string) =>
    (
      await database.engineerSlot.findMany({
        where: { processId },
        orderBy: [{ engineerId: 'asc' }, { from: 'asc' }],
      })
    ).map(
      ({ engineerId, from, to }) =>
        `${engineerId} ${from.toISOString().slice(11, 16)}–${to.toISOString().slice(11, 16)}`,
    );

  it('may be moved by less than it takes, made longer, and given to another, all at once', async () => {
    const first = [slot('a', '08:00', '10:00'), slot('b', '08:00', '10:00')];
    await change('one', [], first);
    const moved = [slot('a', '09:00', '11:00'), slot('b', '08:00', '12:00')];
    await change('one', first, moved);
    expect(await held('one')).toEqual(['a 09:00–11:00', 'b 08:00–12:00']);
    await change('one', moved, [slot('c', '09:00', '11:00')]);
    expect(await held('one')).toEqual(['c 09:00–11:00']);
    await change('one', [slot('c', '09:00', '11:00')], []);
    expect(await held('one')).toEqual([]);
  });

  it('is refused with what stands in the way, an absence before a visit, and nothing is freed then', async () => {
    const mine = [slot('d', '08:00', '09:00')];
    await change('two', [], mine);
    await change('three', [], [slot('e', '10:00', '12:00')]);
    const wanted = [slot('e', '09:00', '15:00')];
    const code = 'ENGINEER.NOT_FREE';
    const visit = {
      engineerId: 'e',
      engineer: 'e',
      from: '2026-03-02T10:00:00.000Z',
      to: '2026-03-02T12:00:00.000Z',
    };
    await expect(change('two', mine, wanted)).rejects.toMatchObject({ code, params: visit });
    const away = { from: new Date('2026-03-02T14:00:00.000Z'), to: new Date('2026-03-02T16:00:00.000Z') };
    await database.engineerSlot.create({ data: { id: 'away', kind: 'absence', engineerId: 'e', ...away } });
    const absence = { from: away.from.toISOString(), to: away.to.toISOString() };
    await expect(change('two', mine, wanted)).rejects.toMatchObject({ code, params: absence });
    expect(await held('two')).toEqual(['d 08:00–09:00']);
    await change('two', mine, [slot('e', '12:00', '14:00')]);
    expect(await held('two')).toEqual(['e 12:00–14:00']);
  });
});
