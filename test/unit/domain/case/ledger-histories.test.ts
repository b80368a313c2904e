import { describe, expect, it } from '@jest/globals';
import fc, { type Arbitrary } from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { LedgerWorld, type Happening } from '../support/ledger-world';

const RUNS = 500;
const ids = fc.array(fc.constantFrom('p1', 'p2', 'p5', 'p9', 's1', 's3', 's4', 's8', 'l1', 'l2'), {
  minLength: 1,
  maxLength: 3,
});
const kind = <K extends string>(name: K): Arbitrary<K> => fc.constant(name);
const happening: Arbitrary<Happening> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: kind('ask'), ids }) },
  { weight: 6, arbitrary: fc.record({ kind: kind('commit') }) },
  { weight: 2, arbitrary: fc.record({ kind: kind('commit'), isContended: fc.constant(true) }) },
  { weight: 3, arbitrary: fc.record({ kind: kind('record') }) },
  { weight: 2, arbitrary: fc.record({ kind: kind('lose-worker'), isCommitted: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: kind('continue-as-new'), remembered: fc.nat(4) }) },
);
const happenings = fc.array(happening, { minLength: 1, maxLength: 50, size: 'max' });

const EVERYTHING = 1_000;
const withoutForgetting = (happening: Happening): Happening =>
  happening.kind === 'continue-as-new' ? { ...happening, remembered: EVERYTHING } : happening;

const uncontended = (happening: Happening): Happening =>
  happening.kind === 'commit' ? { kind: 'commit' } : happening;

/**
 * The same for a ledger without forgetting, while a process takes no more commands than it remembers, and no
 * other process commits first.
 */
const whileRememberingAlone = (claim: (world: LedgerWorld) => boolean): void => {
  fc.assert(
    fc.property(happenings, (taken) => claim(LedgerWorld.of(taken.map(withoutForgetting).map(uncontended)))),
    { numRuns: RUNS },
  );
};

const always = (claim: (world: LedgerWorld) => boolean): void => {
  fc.assert(
    fc.property(happenings, (taken) => claim(LedgerWorld.of(taken))),
    { numRuns: RUNS },
  );
};
const eventsOf = ({ postgres }: LedgerWorld, id: string): number =>
  postgres.log.filter(({ commandId }) => commandId === id).length;
const EVENTS_OF_A: Readonly<Record<string, number>> = { p: 1, s: 2, l: 0 };

describe('However commits, lost workers, repeats and new runs fall together', () => {
  it('the confirmed state is at every moment the fold of what PostgreSQL has up to there', () => {
    fc.assert(
      fc.property(happenings, (taken) => {
        const world = new LedgerWorld();
        return taken.every((one) => {
          world.make(one);
          const { seq, state } = world.ledger.confirmed;
          return isDeepStrictEqual(state, world.foldOfLog(seq));
        });
      }),
      { numRuns: RUNS },
    );
  });

  it('the ledger at rest knows all that PostgreSQL has', () => {
    always((world) => {
      const { ledger, postgres } = world;
      const isAtRest = ledger.next === undefined && ledger.seq === ledger.confirmed.seq;
      // The next commit takes in writes of a lost worker that no caller asked about.
      ledger.accept([], '2026-11-02T02:00:00.000Z');
      while (ledger.next) world.make({ kind: 'commit' });
      return (
        isAtRest &&
        ledger.seq === postgres.log.length &&
        isDeepStrictEqual(ledger.state, world.foldOfLog(ledger.seq))
      );
    });
  });

  it('every command that is done is in the log exactly once, all its events together', () => {
    always((world) => {
      const { log, done } = world.postgres;
      const commands = log.map(({ commandId }) => commandId);
      return (
        log.every(({ seq }, n) => seq === n + 1) &&
        [...done].every((id) => eventsOf(world, id) === EVENTS_OF_A[id.charAt(0)]) &&
        commands.every((id, n) => done.has(id) && (commands.indexOf(id) === n || commands[n - 1] === id))
      );
    });
  });

  it('who was told that a batch is done finds all of it done', () => {
    always(({ answers, postgres }) =>
      answers.every(
        ({ outcome, batch }) => outcome === 'refused' || batch.every(({ id }) => postgres.done.has(id)),
      ),
    );
  });

  // PostgreSQL knows commands that the ledger has forgotten: the API looks there before it passes a refusal
  // on. The same holds when a refusal at a commit was lost with its worker, and a later batch succeeded: the
  // next worker assumes the first batch again, and refuses the second.
  it('while the ledger remembers and no other process is first, who was told that a batch is refused finds none of it done, but for what another batch did', () => {
    fc.assert(
      fc.property(happenings, (taken) => {
        const { answers, postgres } = LedgerWorld.of(taken.map(withoutForgetting).map(uncontended));
        const idsOf = (outcome: 'done' | 'refused'): string[] =>
          answers
            .filter((answer) => answer.outcome === outcome)
            .flatMap(({ batch }) => batch.map(({ id }) => id));
        const done = idsOf('done');
        return idsOf('refused').every((id) => done.includes(id) || !postgres.done.has(id));
      }),
      { numRuns: RUNS },
    );
  });

  // A refusal lost with its worker does not count: the batch is decided again, and may follow a later one.
  it('while the ledger remembers and no other process is first, the log is in the order of the asking', () => {
    whileRememberingAlone(({ answers, postgres }) => {
      const inOrder = answers
        .filter(({ outcome }) => outcome === 'done')
        .toSorted((left, right) => left.number - right.number)
        .flatMap(({ batch }) => batch.map(({ id }) => id));
      const expected = [...new Set(inOrder)].filter((id) => EVENTS_OF_A[id.charAt(0)] !== 0);
      return isDeepStrictEqual([...new Set(postgres.log.map(({ commandId }) => commandId))], expected);
    });
  });

  it('everybody who asked is answered, once', () => {
    always(
      ({ asked, answers }) =>
        new Set(answers.map(({ number }) => number)).size === asked && answers.length === asked,
    );
  });

  it('no rule is broken by what was decided too early: nothing is overdrawn', () => {
    always((world) => world.postgres.log.every(({ seq }) => world.foldOfLog(seq).cents >= 0));
  });
});

describe('The histories tried here', () => {
  const worlds = fc.sample(happenings, { numRuns: RUNS, seed: 7 }).map((taken) => LedgerWorld.of(taken));

  it('see every answer that PostgreSQL gives, and every one that people get', () => {
    expect([...new Set(worlds.flatMap(({ commits }) => commits))].sort()).toEqual([
      'committed',
      'duplicate',
      'refused',
      'superseded',
    ]);
    expect(
      [...new Set(worlds.flatMap(({ answers }) => answers.map(({ outcome }) => outcome)))].sort(),
    ).toEqual(['done', 'refused']);
  });
});
