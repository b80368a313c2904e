import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Command } from '../../domain/process/decider';
import { realHarness, type Harness, type RunningWorker } from '../support/workflow';
import { command, Errand, expectAgreement, note } from './errands';
import { UNWELCOME, type ErrandCommand } from './processes/errand';

type Move =
  | { readonly kind: 'give'; readonly commands: readonly (readonly [kind: CommandKind, dueInMs: number])[] }
  /** Sends what was sent before once more; `at` picks which. */
  | { readonly kind: 'repeat'; readonly at: number }
  | { readonly kind: 'refresh' }
  /**
   * The parts system stops answering, or answers all waiting calls: calls tried with their commit then run by
   * themselves.
   */
  | { readonly kind: 'shut' }
  | { readonly kind: 'open' }
  | { readonly kind: 'restart' }
  | { readonly kind: 'wait' };

const KINDS = [
  'note',
  'unwelcome',
  'shrug',
  'ask',
  'reply',
  'pause',
  'resume',
  'reserve',
  'takeBack',
] as const;
type CommandKind = (typeof KINDS)[number];

const give = fc.record({
  kind: fc.constant('give' as const),
  commands: fc.array(fc.tuple(fc.constantFrom(...KINDS), fc.integer({ min: 1, max: 400 })), {
    minLength: 1,
    maxLength: 3,
  }),
});
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 8, arbitrary: give },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('repeat' as const), at: fc.nat(30) }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Move>(
      ...(['refresh', 'restart', 'wait', 'shut', 'open'] as const).map((kind) => ({ kind })),
    ),
  },
);
/** Each round's moves are made at once, one round after another. */
const rounds = fc.array(fc.array(move, { minLength: 1, maxLength: 5 }), { minLength: 4, maxLength: 8 });

function build([kind, dueInMs]: readonly [CommandKind, number]): Command<ErrandCommand> {
  switch (kind) {
    case 'note':
      return note('welcome');
    case 'unwelcome':
      return note(UNWELCOME);
    case 'ask':
      return command({ type: 'ask', data: { fixedDueAt: new Date(Date.now() + dueInMs).toISOString() } });
    case 'reserve': {
      const input = { reference: 'SC-1', lines: [{ partNumber: 'FILTER-1', quantity: 1 }] };
      return command({
        type: 'call',
        data: { call: 'reserveParts', input, undo: { call: 'releaseParts', input: {} } },
      });
    }
    default:
      return command({ type: kind, data: {} });
  }
}

describe('whatever comes in whatever order', () => {
  let harness: Harness;
  let worker: RunningWorker;
  beforeAll(async () => {
    harness = await realHarness();
    worker = await harness.startWorker({ maxCachedWorkflows: 0 });
  });
  afterAll(() => harness.close());

  async function restart(): Promise<void> {
    await worker.stop();
    worker = await harness.startWorker({ maxCachedWorkflows: 0 });
  }

  it('the workflow, the events and what is read of them are the same, and each command is done once or refused', async () => {
    await fc.assert(
      fc.asyncProperty(rounds, async (script) => {
        const errand = await Errand.begin(harness, { updatesPerRun: 7 });
        const sent: (readonly Command<ErrandCommand>[])[] = [];
        const done = new Set<string>();
        const refused = new Set<string>();
        const send = async (batch: readonly Command<ErrandCommand>[]): Promise<void> => {
          const answer = await errand.ask(batch);
          if (answer.kind !== 'done' && answer.kind !== 'refused')
            throw new Error(`answered ${JSON.stringify(answer)}`);
          for (const { id } of batch) (answer.kind === 'done' ? done : refused).add(id);
        };
        const make = async (one: Move): Promise<void> => {
          switch (one.kind) {
            case 'give': {
              const batch = one.commands.map(build);
              sent.push(batch);
              return send(batch);
            }
            case 'repeat': {
              const batch = sent[one.at % Math.max(1, sent.length)];
              return batch && send(batch);
            }
            case 'refresh':
              return errand.refresh();
            case 'shut':
              harness.systems.partsGate.shut();
              return;
            case 'open':
              harness.systems.partsGate.open();
              return;
            case 'restart':
              return restart();
            case 'wait':
              return sleep(100).then(() => undefined);
          }
        };
        for (const round of script) {
          const restarts = round.filter(({ kind }) => kind === 'restart').slice(0, 1);
          await Promise.all([...round.filter(({ kind }) => kind !== 'restart'), ...restarts].map(make));
        }
        harness.systems.partsGate.open();

        await errand.until(({ pendingCalls, deadlines }) => {
          // Waits for steps that fall due soon, so that nothing moves during the comparison.
          const next = Math.min(...deadlines.map(({ step }) => step.at));
          return pendingCalls.length === 0 && !(next < Date.now() + 1_000);
        });
        await expectAgreement(harness, errand.id);
        const commands = await harness.database.processCommand.findMany({ where: { processId: errand.id } });
        const given = commands.map(({ commandId }) => commandId).filter((id) => id.startsWith('command-'));
        expect(new Set(given)).toEqual(done);
        expect([...refused].filter((id) => done.has(id))).toEqual([]);
        const stored = await errand.stored();
        const notes = stored.filter(({ type }) => type === 'Noted').map(({ commandId }) => commandId);
        expect(new Set(notes).size).toBe(notes.length);
      }),
      { numRuns: 4, endOnFailure: true },
    );
  }, 240_000);
});
