import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeArrayFromPayloads } from '@temporalio/common/lib/internal-non-workflow';
import type { CommitRequest } from '../../domain/process/commit';
import type { ExecuteRequest } from '../../domain/process/protocol';
import { realHarness, type Harness } from '../support/workflow';
import { command, Errand, eventTypes, expectAgreement, note } from './errands';
import { UNWELCOME } from './processes/errand';

describe('a process is given commands', () => {
  let harness: Harness;
  const commits: CommitRequest[] = [];
  const commitsOf = (id: string) => commits.filter(({ processId }) => processId === id);

  beforeAll(async () => {
    harness = await realHarness();
    await harness.startWorker({
      wrapCommit: (commit) => (request) => {
        commits.push(request);
        return commit(request);
      },
    });
  });
  afterAll(() => harness.close());

  it('a refused command leaves no event in the history and nothing in PostgreSQL', async () => {
    const errand = await Errand.begin(harness);
    await errand.give(note('one'));
    const before = {
      history: eventTypes(await errand.history()),
      seen: await errand.inspect(),
      commits: commitsOf(errand.id).length,
    };

    const answer = await errand.ask([note(UNWELCOME)]);

    expect(answer).toMatchObject({
      kind: 'refused',
      refusal: { code: 'COMMAND.INVALID', field: 'data.text' },
    });
    expect(eventTypes(await errand.history())).toEqual(before.history);
    expect(await errand.inspect()).toEqual(before.seen);
    expect(commitsOf(errand.id)).toHaveLength(before.commits);
    expect(await harness.database.processCommand.count({ where: { processId: errand.id } })).toBe(1);
  });

  it('a command that was refused can be given again under its id once the reason is gone', async () => {
    const errand = await Errand.begin(harness);
    expect(await errand.ask([note(UNWELCOME, 'again')])).toMatchObject({ kind: 'refused' });
    expect(await errand.give(note('welcome', 'again'))).toEqual({ seq: 1, duplicate: false });
  });

  it('a batch is done whole in one commit, or not at all', async () => {
    const errand = await Errand.begin(harness);
    expect(await errand.give(note('one'), command({ type: 'shrug', data: {} }), note('two'))).toEqual({
      seq: 2,
      duplicate: false,
    });
    expect(commitsOf(errand.id)).toHaveLength(1);

    expect(await errand.ask([note('three'), note(UNWELCOME), note('four')])).toMatchObject({
      kind: 'refused',
    });

    expect((await errand.inspect()).state.notes).toEqual(['one', 'two']);
    expect(commitsOf(errand.id)).toHaveLength(1);
    const commands = await harness.database.processCommand.findMany({ where: { processId: errand.id } });
    expect(commands.map(({ seq }) => seq)).toEqual([2, 2, 2]);
    await expectAgreement(harness, errand.id);
  });

  it('a command is done once however often it is sent, in whatever batch', async () => {
    const errand = await Errand.begin(harness);
    await errand.give(note('one', 'a'));

    expect(await errand.give(note('one', 'a'))).toEqual({ seq: 1, duplicate: true });
    expect(await errand.give(note('one', 'a'), note('two', 'b'), note('two', 'b'))).toEqual({
      seq: 2,
      duplicate: false,
    });
    const together = await Promise.all(Array.from({ length: 6 }, () => errand.give(note('three', 'c'))));

    expect(together.map(({ seq }) => seq)).toEqual([3, 3, 3, 3, 3, 3]);
    expect(together.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
    expect((await errand.inspect()).state.notes).toEqual(['one', 'two', 'three']);
    await expectAgreement(harness, errand.id);
  });

  it('a command for a version that is gone is refused, one done before is answered all the same', async () => {
    const errand = await Errand.begin(harness);
    await errand.give(note('one', 'a'));
    await errand.give(note('two'));

    expect(await errand.ask([note('three')], { expectedSeq: 1 })).toMatchObject({
      kind: 'refused',
      refusal: { code: 'CASE.STALE', params: { expected: 1, actual: 2 }, field: 'If-Match' },
    });
    expect(await errand.ask([note('one', 'a')], { expectedSeq: 0 })).toMatchObject({
      kind: 'done',
      result: { duplicate: true },
    });
    expect(await errand.ask([note('three')], { expectedSeq: 2 })).toMatchObject({
      kind: 'done',
      result: { seq: 3 },
    });
  });

  it('of many commands for one version, one is done', async () => {
    const errand = await Errand.begin(harness);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => errand.ask([note(`rival ${n}`)], { expectedSeq: 0 })),
    );
    expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['done', ...Array<string>(7).fill('refused')]);
    expect(await errand.stored()).toHaveLength(1);
  });

  it('commands that come at once are done in the order in which they were accepted', async () => {
    const errand = await Errand.begin(harness);
    const texts = Array.from({ length: 30 }, (_, n) => `note ${n}`);

    const results = await Promise.all(texts.map((text) => errand.give(note(text, text))));

    expect(results.map(({ seq }) => seq).toSorted((a, b) => a - b)).toEqual(texts.map((_, n) => n + 1));
    const stored = await errand.stored();
    expect(stored.map(({ commandId }) => commandId)).toEqual(await accepted(errand));
    for (const [n, text] of texts.entries()) expect(stored[(results[n]?.seq ?? 0) - 1]?.commandId).toBe(text);
    await expectAgreement(harness, errand.id);
  });

  /** The ids of the first commands of the updates, in the order of the history. */
  async function accepted(errand: Errand): Promise<string[]> {
    const converter = harness.ground.client.options.loadedDataConverter;
    const ids: string[] = [];
    for (const { workflowExecutionUpdateAcceptedEventAttributes: update } of (await errand.history())
      .events ?? []) {
      if (!update) continue;
      const [request] = (await decodeArrayFromPayloads(
        converter,
        update.acceptedRequest?.input?.args?.payloads,
      )) as [ExecuteRequest];
      ids.push(...request.commands.map(({ id }) => id));
    }
    return ids;
  }
});
