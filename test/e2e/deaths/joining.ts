import { describe, expect, it } from '@jest/globals';
import type { Call, Reply } from '../support/caller';
import { batch, type Done, eventCounts, eventually, type Registered } from '../support/cases';
import type { Exit } from '../support/child';
import type { WorkerDeath } from '../support/last-moment';
import type { Part, Scene } from '../support/scene';
import { answered, isSettled, joinTo, PATIENCE_MS, read } from './merging';

/** Every step between the clerk's word and the end of the case; the last says of which of the two. */
const MOMENTS = [
  ['before the other case is asked', 'before-call', 'askToJoin', 'own'],
  ['after the other case has agreed, before it is known here', 'after-call', 'askToJoin', 'own'],
  ['as the other case agrees, before it is written', 'before-commit', 'JoinAgreed', 'other'],
  ['after the other case has written it, before it has answered', 'after-commit', 'JoinAgreed', 'other'],
  ['before the end of the case is written', 'before-commit', 'CaseJoined', 'own'],
] as const;
type Moment = (typeof MOMENTS)[number][0];

interface Story {
  readonly moment: Moment;
  readonly own: Registered;
  readonly other: Registered;
  readonly join: Call;
  exit?: Exit;
  again?: Reply<Done>;
}

export function joiningDeaths(on: () => Scene): Part<WorkerDeath> & { readonly requests: number } {
  const stories: Story[] = [];

  describe('A worker killed while one case is joined to another', () => {
    it.each(MOMENTS.map(([moment]) => [moment]))(
      '%s: both cases are joined all the same, and once',
      async (moment) => {
        const story = stories.find((one) => one.moment === moment);
        if (!story) throw new Error(`No worker died ${moment}`);
        const { own, other, exit, again } = story;
        expect(exit).toEqual({ code: null, signal: 'SIGKILL' });
        expect(again?.status).toBe(200);
        const ended = await eventually(() => read(on().clerk, own.caseNumber), isSettled, PATIENCE_MS);
        expect(ended).toMatchObject({ stage: 'joined', joinedInto: other.caseNumber });
        const { joinedRequests, stage } = await read(on().clerk, other.caseNumber);
        expect({ stage, numbers: joinedRequests.map(({ requestNumber }) => requestNumber) }).toEqual({
          stage: 'answered',
          numbers: [own.number],
        });
        expect(await eventCounts(on().system.database, own.caseNumber)).toMatchObject({
          JoinRequested: 1,
          CaseJoined: 1,
        });
        expect(await eventCounts(on().system.database, other.caseNumber)).toMatchObject({
          JoinAgreed: 1,
          RequestJoined: 1,
        });
      },
      250_000,
    );
  });

  return {
    requests: 2 * MOMENTS.length,
    prepare: () =>
      Promise.all(
        MOMENTS.map(async ([moment, when, what, whose]) => {
          const { clerk } = on();
          const other = await answered(clerk, `原请求：${moment}`);
          const own = await answered(clerk, `又来催：${moment}`);
          stories.push({ moment, own, other, join: batch(own.caseNumber, joinTo(other.caseNumber)) });
          return { moment: when, what, processId: { own, other }[whose].caseNumber };
        }),
      ),
    ask: () => Promise.all(stories.map(({ join }) => on().clerk.once(join))),
    look: (exit) => {
      for (const one of stories) one.exit = exit;
      return Promise.resolve();
    },
    askAgain: () =>
      Promise.all(
        stories.map(async (one) => {
          one.again = await on().clerk.untilAnswered<Done>(one.join);
        }),
      ),
  };
}
