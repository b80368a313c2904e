import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { arriveByOf, brokenArrival } from '../../../../domain/case/visit/arrivals';
import type { Registration } from '../../../../domain/case/intake/terms';
import { tripsOf } from '../../../../domain/case/visit/trips';
import { isSupervisor, SYSTEM, type Actor } from '../../../../domain/identity/actor';
import { ROLES } from '../../../../domain/identity/roles';
import { registrations } from '../support/any-command';
import type { AnyCommand } from '../support/case-builder';
import { History, type Moment } from '../support/history';
import { moves, type Timed } from '../support/moves';
import { brokenIn, dueStep, rowsOf } from '../support/clock-rows';

const HOUR = 3600;
const LATE_ENTRY = {
  resolution: ROLES.map((role) => ({ role, withinSeconds: role === 'repair-engineer' ? 2 * HOUR : HOUR })),
};

/** A case whose steps fall due as the sample company's policies say, or not at all: the system is away until the end. */
class PromisedHistory extends History {
  constructor(
    registration: Registration,
    private readonly isAway: boolean,
  ) {
    super(registration);
  }

  static after(registration: Registration, taken: readonly Timed[], isAway: boolean): PromisedHistory {
    const history = new PromisedHistory(registration, isAway);
    // Steps that no policy knows prove nothing.
    for (const timed of taken) if (timed.move.kind !== 'elapse') history.make(timed);
    return history;
  }

  override give(command: AnyCommand, actor: Actor, occurredAt?: string): void {
    if (command.type !== 'register') this.settleDue();
    super.give(command, actor, occurredAt);
  }

  protected override looked() {
    return { lateEntry: LATE_ENTRY };
  }

  private settleDue(): void {
    if (this.isAway) return;
    for (let due = dueStep(this.state, this.now); due; due = dueStep(this.state, this.now))
      super.give({ type: 'elapseClock', data: due }, SYSTEM);
  }
}

const inEveryHistory = (claim: (moment: Moment) => boolean): void => {
  fc.assert(
    fc.property(registrations, moves, fc.boolean(), (registration, taken, isAway) =>
      PromisedHistory.after(registration, taken, isAway).moments.every(claim),
    ),
    { numRuns: 200, endOnFailure: true },
  );
};

/** Proof, entered late, that it had been kept. */
const isProved = ({ after, now }: Moment, broken: { readonly name: string; readonly at: string }): boolean =>
  rowsOf(after, now).some(
    ({ name, metAt, dueAt }) =>
      name === broken.name && metAt !== null && metAt <= broken.at && dueAt === broken.at,
  );

const TO_CUSTOMERS = ['answer', 'resolution', 'arrival'];

describe('Whatever is done to a case in whatever state', () => {
  it('a breach stands with its instant, but for proof that the promise had been kept (R4, R37)', () => {
    inEveryHistory((moment) => {
      const after = brokenIn(moment.after, moment.now);
      return brokenIn(moment.before, moment.now).every(
        (broken) =>
          after.some(({ name, at }) => name === broken.name && at === broken.at) || isProved(moment, broken),
      );
    });
  });

  it('no promise is broken in the future, nor shown as kept where it was not', () => {
    inEveryHistory(({ after, now }) =>
      rowsOf(after, now).every(
        ({ breachedAt, dueAt, metAt }) =>
          (breachedAt === null || breachedAt <= now) &&
          (metAt === null || dueAt === null || metAt <= dueAt || breachedAt !== null),
      ),
    );
  });

  it('case and visits agree on which arrivals were broken, and when', () => {
    inEveryHistory(({ after, now }) => {
      const ofCase = brokenIn(after, now).filter(({ name }) => name === 'arrival');
      const promised = tripsOf(after).filter((trip) => arriveByOf(trip) !== undefined);
      const last = promised.at(-1);
      const isLastBroken = rowsOf(after, now).some(({ name, isBroken }) => name === 'arrival' && isBroken);
      return (
        tripsOf(after).every((trip) => {
          const at = brokenArrival(trip, now);
          return at === undefined || ofCase.some((broken) => broken.at === at);
        }) &&
        // A trip without a departure does not count, and a transferred one continues as another engineer's.
        (!isLastBroken ||
          last === undefined ||
          last.outcome === 'handed-over' ||
          brokenArrival(last, now) !== undefined)
      );
    });
  });

  it('what the customer was told moves only earlier, but for a pause or with their consent (R4)', () => {
    inEveryHistory(({ before, after, events, command, now }) => {
      const rowsByName = new Map(rowsOf(before, now).map((row) => [row.name, row]));
      const moved = (name: string, ...types: readonly string[]) =>
        events.some(({ type, data }) => types.includes(type) && 'clock' in data && data.clock === name);
      return rowsOf(after, now)
        .filter(({ name }) => TO_CUSTOMERS.includes(name))
        .every(({ name, dueAt }) => {
          const earlier = rowsByName.get(name);
          if (!earlier || earlier.dueAt === null || dueAt === null || dueAt <= earlier.dueAt) return true;
          const hasConsent = 'consent' in command.data;
          return (
            moved(name, 'ClockPaused', 'ClockResumed') ||
            (moved(name, 'ClockMoved', 'ClockFactsChanged') && hasConsent) ||
            // A visit or a service that is over is followed by the promise of the next.
            (moved(name, 'ClockStarted') && !earlier.isActive)
          );
        });
    });
  });

  it('no wait puts a promise off from further back than whoever enters it may, but a supervisor', () => {
    inEveryHistory(({ before, events, by, now }) =>
      events.every((event) => {
        if (event.type !== 'ClockPaused' || event.data.clock !== 'resolution') return true;
        // A promise that is broken stays broken: a wait, entered late, puts nothing off.
        if (brokenIn(before, now).some(({ name }) => name === 'resolution')) return true;
        const agoSeconds = (Date.parse(now) - Date.parse(event.data.at)) / 1000;
        return by.kind !== 'staff' || isSupervisor(by) || agoSeconds <= 2 * HOUR;
      }),
    );
  });

  it('and all of it is seen here: breaches, corrections, moves and second promises', () => {
    const seen = fc
      .sample(fc.tuple(registrations, moves, fc.boolean()), { numRuns: 600, seed: 12 })
      .flatMap(([registration, taken, isAway]) => PromisedHistory.after(registration, taken, isAway).moments);
    const types = new Set(seen.flatMap(({ events }) => events.map(({ type }) => type)));
    for (const type of ['ClockBreached', 'ClockCorrected', 'ClockFactsChanged', 'CaseReopened'])
      expect(types).toContain(type);
    expect(
      seen.some(({ after, now }) =>
        rowsOf(after, now).some(({ earlierBreaches }) => earlierBreaches.length > 0),
      ),
    ).toBe(true);
  });
});
