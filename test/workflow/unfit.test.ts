import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Commit, CommitRequest, CommitResult } from '../../domain/process/commit';
import type { Recorded } from '../../domain/process/decider';
import { realHarness, type Harness } from '../support/workflow';
import { command, Errand, expectAgreement, note } from './errands';

/** A character that PostgreSQL cannot store in a text. */
const NUL = '\u0000';

const reserve = command({
  type: 'call',
  data: {
    call: 'reserveParts',
    input: { reference: 'SC-1', lines: [{ partNumber: 'FILTER-1', quantity: 1 }] },
    undo: { call: 'releaseParts', input: {} },
  },
});

describe('PostgreSQL refuses a commit for a reason that will not pass', () => {
  let harness: Harness;
  let errand: Errand;
  const results: CommitResult['kind'][] = [];
  /** Makes an event of it one that cannot be recorded. */
  let spoil: (event: Recorded) => boolean = () => false;

  const spoiling =
    (commit: Commit): Commit =>
    async (request: CommitRequest) => {
      const events = request.events.map((event) =>
        spoil(event) ? { ...event, data: { ...event.data, spoilt: NUL } } : event,
      );
      const result = await commit({ ...request, events });
      results.push(result.kind);
      return result;
    };

  beforeAll(async () => {
    harness = await realHarness();
    await harness.startWorker({ wrapCommit: spoiling });
  });
  afterAll(() => harness.close());
  beforeEach(async () => {
    spoil = () => false;
    errand = await Errand.begin(harness);
    await errand.give(note('before'));
    results.length = 0;
  });

  it('the command is refused with its code and field, nothing is written, and the next one is taken', async () => {
    const answers = await Promise.all([
      errand.ask([note(`a text with ${NUL} in it`, 'unfit')]),
      errand.ask([note('beside it', 'fit')]),
    ]);
    expect(answers).toMatchObject([
      { kind: 'refused', refusal: { code: 'COMMIT.TEXT_UNFIT', field: 'data.text' } },
      { kind: 'done', result: { seq: 2 } },
    ]);
    // Its id is free: the sender corrects the text and sends it again.
    expect(await errand.give(note('corrected', 'unfit'))).toEqual({ seq: 3, duplicate: false });
    expect((await errand.inspect()).state.notes).toEqual(['before', 'beside it', 'corrected']);
    await expectAgreement(harness, errand.id);
  });

  it('half of a surrogate pair and a text that the driver would cut are refused alike', async () => {
    expect(await errand.ask([note('half a \ud83d smile')])).toMatchObject({
      kind: 'refused',
      refusal: { code: 'COMMIT.TEXT_UNFIT', field: 'data.text' },
    });
    expect(await errand.give(note('a whole 😀'))).toMatchObject({ seq: 2 });
  });

  it('the outcome of a call that cannot be recorded is told as a failure, once, and the call is not made again', async () => {
    spoil = ({ type, data }) => type === 'Settled' && JSON.stringify(data).includes('"ok":true');
    await errand.give(reserve);
    const { state } = await errand.until((seen) => seen.state.settled.length > 0);
    expect(state.settled).toMatchObject([
      { key: `${errand.id}:2:0`, call: 'reserveParts', outcome: { ok: false, code: 'COMMIT.TEXT_UNFIT' } },
    ]);
    await errand.until(({ pendingCalls }) => pendingCalls.length === 0);
    expect(results).toEqual(['committed', 'refused', 'committed']);
    expect(await errand.give(note('after'))).toMatchObject({ seq: 4 });
    await expectAgreement(harness, errand.id);
  });

  it('an outcome that cannot be told even as a failure is given up, and the process lives on', async () => {
    spoil = ({ type }) => type === 'Settled';
    await errand.give(reserve);
    await errand.until(({ pendingCalls }) => pendingCalls.length === 0);
    expect(results).toEqual(['committed', 'refused', 'refused']);
    spoil = () => false;
    expect(await errand.give(note('after'))).toMatchObject({ seq: 3 });
    await expectAgreement(harness, errand.id);
  });

  it('a step of a clock that cannot be recorded is told to a person once, and not tried for ever', async () => {
    spoil = ({ type }) => type === 'ClockBreached';
    await errand.give(
      command({ type: 'ask', data: { fixedDueAt: new Date(Date.now() - 1_000).toISOString() } }),
    );
    const { state } = await errand.until((seen) => seen.state.settled.length > 0);
    expect(state.settled).toMatchObject([
      { call: 'elapseClock', outcome: { ok: false, code: 'COMMIT.TEXT_UNFIT' } },
    ]);
    await errand.give(note('after'));
    await errand.give(note('and after that'));
    expect((await errand.inspect()).state.settled).toHaveLength(1);
    // One attempt at first, and one more after each commit that recomputes the deadlines: its own report and
    // two notes.
    expect(results.filter((kind) => kind === 'refused').length).toBeLessThanOrEqual(4);
    spoil = () => false;
    await errand.give(note('and once it can be recorded'));
    await errand.until(({ deadlines }) => deadlines.every(({ step }) => step.kind !== 'breach'));
    expect((await errand.stored()).filter(({ type }) => type === 'ClockBreached')).toHaveLength(1);
    await expectAgreement(harness, errand.id);
  });

  it('a promise that no policy covers is refused, and taken once there is one', async () => {
    const policies = await harness.database.clockPolicy.findMany({ where: { clock: 'reply' } });
    await harness.database.clockPolicy.deleteMany({ where: { clock: 'reply' } });
    expect(await errand.ask([command({ type: 'ask', data: {} }, 'promise')])).toMatchObject({
      kind: 'refused',
      refusal: { code: 'COMMIT.NO_POLICY' },
    });
    await errand.refresh();
    expect(await errand.give(note('meanwhile'))).toMatchObject({ seq: 2 });
    for (const policy of policies)
      await harness.database.clockPolicy.create({
        data: { ...policy, escalate: policy.escalate ?? [], lateEntry: policy.lateEntry ?? [] },
      });
    expect(await errand.give(command({ type: 'ask', data: {} }, 'promise'))).toMatchObject({ seq: 3 });
    await expectAgreement(harness, errand.id);
  });
});
