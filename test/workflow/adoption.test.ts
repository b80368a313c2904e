import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CommitRequest } from '../../domain/process/commit';
import type { Command } from '../../domain/process/decider';
import { Ledger } from '../../domain/process/ledger';
import { realHarness, type Harness } from '../support/workflow';
import { command, Errand, expectAgreement, note } from './errands';
import { errand as decider, type ErrandCommand } from './processes/errand';

const reserve = (id: string): Command<ErrandCommand> =>
  command(
    {
      type: 'call',
      data: {
        call: 'reserveParts',
        input: { reference: 'SC-1', lines: [{ partNumber: 'FILTER-1', quantity: 1 }] },
      },
    },
    id,
  );

describe('PostgreSQL knows more than the workflow', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await realHarness();
    await harness.startWorker();
  });
  afterAll(() => harness.close());

  /** Commits for an errand as a worker that was then lost: the workflow never hears of it. */
  async function plant(
    id: string,
    ...batches: readonly (readonly Command<ErrandCommand>[])[]
  ): Promise<void> {
    const stored = await harness.database.process.findUnique({ where: { id } });
    const carried = { seq: stored?.seq ?? 0, state: stored?.state ?? decider.initial, done: [] };
    const ledger = new Ledger(decider, JSON.parse(JSON.stringify(carried)));
    for (const batch of batches) {
      const request: CommitRequest = ledger.request(ledger.accept(batch, new Date().toISOString()), id);
      const result = await harness.commit(request);
      expect(result.kind).toBe('committed');
      ledger.settle(result);
    }
  }

  it('a refresh takes in what it never heard of, with the calls that follow', async () => {
    const errand = await Errand.begin(harness);
    await errand.give(note('one'));
    await plant(errand.id, [note('two'), reserve('planted')], [note('three')]);

    await errand.refresh();

    const seen = await errand.until(({ state }) => state.settled.length === 1);
    expect(seen.state.notes).toEqual(['one', 'two', 'three']);
    expect(seen.state.settled).toMatchObject([{ key: `${errand.id}:3:0`, outcome: { ok: true } }]);
    expect(await errand.give(reserve('planted'))).toMatchObject({ duplicate: true });
    await expectAgreement(harness, errand.id);
  });

  it('a command is decided again on what had happened: it follows, is known, or is refused', async () => {
    const errand = await Errand.begin(harness);
    await errand.give(note('one'));
    await plant(errand.id, [note('two', 'b')]);
    expect(await errand.give(note('three', 'c'))).toEqual({ seq: 3, duplicate: false });

    await plant(errand.id, [note('four', 'd'), note('five', 'e')]);
    expect(await errand.give(note('four', 'd'))).toEqual({ seq: 4, duplicate: false });
    expect(await errand.give(note('five', 'e'))).toEqual({ seq: 5, duplicate: true });

    await plant(errand.id, [command({ type: 'finish', data: {} })]);
    expect(await errand.ask([note('too late')])).toMatchObject({
      kind: 'refused',
      refusal: { code: 'CASE.ENDED' },
    });

    await harness.ground.client.workflow.getHandle(errand.id).result();
    expect((await errand.stored()).map(({ commandId }) => commandId).slice(1, 5)).toEqual([
      'b',
      'c',
      'd',
      'e',
    ]);
    await expectAgreement(harness, errand.id);
  });

  it('a process whose workflow is lost is started again from its first command', async () => {
    const id = 'errand-lost-with-temporal';
    const first = note('one', 'first');
    await plant(id, [first], [note('two'), reserve('call')]);

    const errand = await Errand.begin(harness, { processId: id, first });

    const seen = await errand.until(({ state }) => state.settled.length === 1);
    expect(seen).toMatchObject({ seq: 4, state: { notes: ['one', 'two'] } });
    await expectAgreement(harness, id);
  });

  it('a command done so long ago that the workflow has forgotten it is answered as done', async () => {
    const id = 'errand-forgetful';
    await plant(id, [note('one', 'a')], [note('two', 'b')]);
    const { state } = await harness.database.process.findUniqueOrThrow({ where: { id } });
    const carried = { ledger: { seq: 2, state, done: [] }, calls: { pending: [], undos: [] }, deadlines: [] };
    const errand = await Errand.begin(harness, { processId: id, carried });

    expect(await errand.give(note('one', 'a'))).toEqual({ seq: 2, duplicate: true });
    expect(await errand.give(note('two', 'b'), note('three', 'c'))).toEqual({ seq: 3, duplicate: false });

    expect((await errand.inspect()).state.notes).toEqual(['one', 'two', 'three']);
    await expectAgreement(harness, id);
  });
});
