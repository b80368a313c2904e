import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CallOutcome } from '../../domain/process/decider';
import { freshId, realHarness, type Harness } from '../support/workflow';
import { command, Errand, expectAgreement, note } from './errands';
import type { CallAsked } from './processes/errand';

const reserve = (quantity: number): CallAsked => ({
  call: 'reserveParts',
  input: { reference: 'SC-1', lines: [{ partNumber: 'FILTER-1', quantity }] },
  undo: { call: 'releaseParts', input: {} },
});
const accrue: CallAsked = {
  call: 'accrueCost',
  input: {
    reference: 'SC-1',
    warranty: 'in-warranty',
    labourCostCents: 100,
    travelCostCents: 0,
    partsCostCents: 0,
    currency: 'CNY',
  },
  undo: { call: 'reverseCost', input: {} },
};
/** Its undo is refused: parts that were never reserved cannot be issued. */
const regrettable: CallAsked = {
  ...accrue,
  undo: { call: 'issueParts', input: { reservationId: 'nobody' } },
};

const call = (data: CallAsked) => command({ type: 'call', data });
const tell = (to: string, text: string, start: boolean) =>
  command({ type: 'tell', data: { to, text, start } });
const takeBack = () => command({ type: 'takeBack', data: {} });
const finish = () => command({ type: 'finish', data: {} });

describe('a process asks other systems and processes', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await realHarness();
    await harness.startWorker();
  });
  afterAll(() => harness.close());

  const settled = async (errand: Errand, calls: number): Promise<readonly CallOutcome[]> =>
    (await errand.until(({ state }) => state.settled.length === calls)).state.settled;

  it('a call is made once, under a key of its own, and its outcome comes back', async () => {
    const errand = await Errand.begin(harness);
    await errand.give(note('before'), call(reserve(3)));
    expect(await settled(errand, 1)).toMatchObject([
      {
        key: `${errand.id}:2:0`,
        call: 'reserveParts',
        undo: false,
        outcome: { ok: true, result: { state: 'reserved' } },
      },
    ]);
    await expectAgreement(harness, errand.id);
  });

  it('a call that the other system refuses comes back with its reason and is not tried again', async () => {
    const errand = await Errand.begin(harness);
    await errand.give(call(reserve(100_000)));
    expect(await settled(errand, 1)).toMatchObject([{ outcome: { ok: false, code: 'PARTS.OUT_OF_STOCK' } }]);
  });

  it('calls are taken back one by one, latest first, the one under way and one that cannot be undone among them', async () => {
    const errand = await Errand.begin(harness);
    await errand.give(call(accrue));
    await errand.give(call(reserve(4)));
    await errand.give(call(regrettable));
    const first = await settled(errand, 3);
    expect(first.every(({ outcome }) => outcome.ok)).toBe(true);
    harness.systems.partsGate.shut();
    const { seq } = await errand.give(call(reserve(5)));
    while (harness.systems.partsGate.queue === 0) await sleep(20);

    await errand.give(takeBack());

    expect((await errand.inspect()).pendingCalls).not.toContain(`${errand.id}:${seq}:0`);
    harness.systems.partsGate.open();
    const undone = (await settled(errand, 7)).slice(3);
    expect(undone.every(({ undo }) => undo)).toBe(true);
    expect(undone.map(({ key }) => key)).toEqual(
      [seq, first[2]?.key, first[1]?.key, first[0]?.key].map(
        (of) => `${typeof of === 'number' ? `${errand.id}:${of}:0` : String(of)}:undo`,
      ),
    );
    expect(undone.map(({ outcome }) => (outcome.ok ? 'done' : outcome.code))).toEqual([
      'done',
      'PARTS.RESERVATION_UNKNOWN',
      'done',
      'done',
    ]);
    const reservations = await harness.database.stockReservation.findMany({
      where: { id: { startsWith: errand.id } },
    });
    expect(reservations.map(({ state }) => state)).toEqual(['released', 'released']);
    await expectAgreement(harness, errand.id);
  });

  it('what was taken back is not taken back again', async () => {
    const errand = await Errand.begin(harness);
    await errand.give(call(reserve(1)));
    await settled(errand, 1);
    await errand.give(takeBack());
    await settled(errand, 2);
    await errand.give(takeBack());
    await errand.give(call(accrue), takeBack());
    expect((await settled(errand, 3)).map(({ call: name }) => name)).toEqual([
      'reserveParts',
      'releaseParts',
      'reverseCost',
    ]);
    expect(await harness.database.ledgerEntry.count({ where: { id: { startsWith: errand.id } } })).toBe(0);
  });

  it('a process ends only when its last call is settled', async () => {
    const errand = await Errand.begin(harness);
    harness.systems.partsGate.shut();
    await errand.give(call(reserve(1)), finish());
    while (harness.systems.partsGate.queue === 0) await sleep(20);
    expect(await errand.inspect()).toMatchObject({
      pendingCalls: [`${errand.id}:1:0`],
      state: { finished: true },
    });
    harness.systems.partsGate.open();
    await harness.ground.client.workflow.getHandle(errand.id).result();
    expect((await errand.inspect()).state.settled).toMatchObject([{ outcome: { ok: true } }]);
    await expectAgreement(harness, errand.id);
  });

  it('a command goes to another process, which is started where it has to be', async () => {
    const sender = await Errand.begin(harness);
    const receiver = new Errand(harness, freshId('errand'));

    await sender.give(tell(receiver.id, 'hello', true));
    expect(await settled(sender, 1)).toMatchObject([{ outcome: { ok: true, result: { seq: 1 } } }]);
    await sender.give(tell(receiver.id, 'again', false), tell(receiver.id, 'and again', true));

    const outcomes = await settled(sender, 3);
    expect(outcomes.every(({ outcome }) => outcome.ok)).toBe(true);
    const stored = await receiver.stored();
    expect(stored.map(({ commandId }) => commandId).toSorted()).toEqual(
      [1, 3, 4].map((seq) => `${sender.id}:${seq}:0`),
    );
    expect(stored.map(({ actor }) => actor)).toEqual(Array(3).fill({ kind: 'system', id: sender.id }));
    await expectAgreement(harness, sender.id, receiver.id);
  });

  it('a command to a process that refuses it, has ended or never was comes back refused', async () => {
    const sender = await Errand.begin(harness);
    const ended = await Errand.begin(harness);
    await ended.give(finish());
    await harness.ground.client.workflow.getHandle(ended.id).result();
    const unwilling = await Errand.begin(harness);

    await sender.give(
      tell(ended.id, 'late', false),
      tell(ended.id, 'later', true),
      tell(freshId('errand'), 'lost', false),
      tell(unwilling.id, 'unwelcome', false),
    );

    const outcomes = (await settled(sender, 4)).toSorted((a, b) => a.key.localeCompare(b.key));
    expect(outcomes.map(({ outcome }) => (outcome.ok ? 'done' : outcome.code))).toEqual([
      'CASE.ENDED',
      'CASE.ENDED',
      'CASE.ENDED',
      'COMMAND.INVALID',
    ]);
    await expectAgreement(harness, sender.id);
  });

  it('a cancellation asked of Temporal does not cut a process off', async () => {
    const errand = await Errand.begin(harness);
    await errand.give(note('before'));
    await harness.ground.client.workflow.getHandle(errand.id).cancel();
    await errand.give(call(reserve(1)));
    expect(await settled(errand, 1)).toMatchObject([{ outcome: { ok: true } }]);
    await errand.give(finish());
    await harness.ground.client.workflow.getHandle(errand.id).result();
    await expectAgreement(harness, errand.id);
  });
});
