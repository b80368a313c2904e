import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import type { Appointment } from '../../../../domain/case/facts';
import { allowedCommands, PERSON_COMMANDS } from '../../../../domain/case/decide';
import { isResolutionHeld } from '../../../../domain/case/common/holds';
import { serviceCase } from '../../../../domain/case/decider';
import { isTerminal, type CaseState } from '../../../../domain/case/state';
import { tasks } from '../../../../domain/case/tasks';
import { STAGES } from '../../../../domain/case/terms';
import { isActive, isPaused, type ClockRecord } from '../../../../domain/clock/clocks';
import { STAFF_OF_EACH_ROLE } from '../support/actors';
import { History } from '../support/history';
import { registrations } from '../support/any-command';
import { moves } from '../support/moves';
import { finish } from '../support/task-force';

const RUNS = 150;
/** Holds for every case, whatever happened to it. */
const always = (claim: (history: History) => boolean): void => {
  fc.assert(
    fc.property(registrations, moves, (registration, taken) => claim(History.of(registration, taken))),
    { numRuns: RUNS },
  );
};
const statesOf = ({ moments }: History): readonly CaseState[] => moments.map(({ after }) => after);
const inEachState = (claim: (state: CaseState) => boolean): void => {
  always((history) => statesOf(history).every(claim));
};
/** Beside the flow it goes on, though the case is paused, or closed. */
const isWork = (name: string): boolean => name === 'action-item';
/** A customer who complains while their case is on hold is called back by the time they are promised. */
const isOfComplaintInPause = ({ paused }: CaseState, { name, startedAt }: ClockRecord): boolean =>
  name === 'follow-up' && paused !== undefined && startedAt >= paused.since;
const activeClocks = ({ clocks }: CaseState) => Object.values(clocks).filter(isActive);

describe('The histories tried here', () => {
  const all = fc
    .sample(fc.tuple(registrations, moves), { numRuns: 30 * RUNS, seed: 4 })
    .flatMap(([registration, taken]) => History.of(registration, taken).moments);

  it('lead to every stage', () => {
    const reached = new Set(all.map(({ after }) => after.stage));
    expect(STAGES.filter((stage) => !reached.has(stage))).toEqual(['unregistered']);
  });

  it('see every command done, and refused', () => {
    const seen = (isRefused: boolean) =>
      new Set(
        all.filter(({ refusal }) => (refusal !== undefined) === isRefused).map(({ command }) => command.type),
      );
    expect(PERSON_COMMANDS.filter((type) => !seen(false).has(type))).toEqual([]);
    // A note is refused by a case that has ended alone.
    expect(PERSON_COMMANDS.filter((type) => !seen(true).has(type) && type !== 'addNote')).toEqual([]);
  });

  it('see surveys lapse in a pause, revisits given up, and calls taken back', () => {
    const happened = new Set(
      all.flatMap(({ after, events }) =>
        events.map(({ type }) => `${type}${after.paused ? ' while paused' : ''}`),
      ),
    );
    const outcomes = new Set(all.map(({ after }) => after.revisit?.outcome));
    expect(
      ['SurveyLapsed while paused', 'RevisitAttempted', 'CallSettled'].filter((name) => !happened.has(name)),
    ).toEqual([]);
    expect(outcomes).toContain('not-reached');
    expect(all.some(({ command }) => command.type === 'settleCall' && command.data.undo)).toBe(true);
  });
});

/** Nothing is left to do but to see to the customer who is not satisfied. */
const waitsForFollowUp = ({ stage, revisit, paused, followUps }: CaseState): boolean =>
  !paused &&
  (stage === 'revisited' || (stage === 'surveyed' && revisit?.required === false)) &&
  followUps.some(({ kind }) => kind === 'dissatisfied-customer');

describe('Whatever happens to a case', () => {
  it('people who do their tasks bring it to its end, so that it is never stuck', () => {
    always(({ state, now }) => {
      const end = finish(state, now);
      return serviceCase.isEnded(end) && end.stage === (isTerminal(state.stage) ? state.stage : 'closed');
    });
  });

  it('it is closed only after its survey was asked (R22) and its revisit policy honoured (R23)', () => {
    always(({ events }) => {
      const closedAt = events.findIndex(({ type }) => type === 'CaseClosed');
      if (closedAt < 0) return true;
      // Each service is followed up by itself: what came before a reopening was for the one that did not do.
      const reopenedAt = events.findLastIndex(({ type }) => type === 'CaseReopened');
      const before = events.slice(reopenedAt + 1, closedAt);
      const at = (wanted: string): number => before.findIndex(({ type }) => type === wanted);
      const decisions = before.flatMap((event) => (event.type === 'RevisitDecided' ? [event.data] : []));
      const isOwed = decisions.some(({ required }) => required);
      return (
        at('SurveyAsked') >= 0 &&
        decisions.length === 1 &&
        (!isOwed || at('RevisitMade') > at('RevisitDecided'))
      );
    });
  });

  it('its sender has an answer before anything else is done about it (R1)', () => {
    always(({ events }) => {
      const at = (wanted: string): number => events.findIndex(({ type }) => type === wanted);
      const later = [
        'CaseClassified',
        'EngineerDispatched',
        'CaseResolvedRemotely',
        'CaseJoined',
        'CaseClosed',
      ];
      return later.every(
        (type) => at(type) < 0 || (at('RequestAnswered') > 0 && at('RequestAnswered') < at(type)),
      );
    });
  });

  it('Aftercare’s own word about clocks and calls is never refused', () => {
    always(({ moments }) =>
      moments.every(
        ({ command: { type }, refusal }) =>
          refusal === undefined || (type !== 'elapseClock' && type !== 'settleCall'),
      ),
    );
  });

  it('a refusal changes nothing, and names a reason that stands in the table', () => {
    always(({ moments }) =>
      moments.every(
        ({ refusal, before, after, events }) =>
          refusal === undefined || (after === before && events.length === 0 && refusal.message.length > 0),
      ),
    );
  });

  it('its state is the fold of its events, each time the same, and survives JSON', () => {
    always(({ events, state }) => {
      const fold = () => events.reduce(serviceCase.evolve, serviceCase.initial);
      const isPlain = (value: unknown): boolean =>
        isDeepStrictEqual(JSON.parse(JSON.stringify(value)), value);
      return (
        isDeepStrictEqual(fold(), state) &&
        isDeepStrictEqual(fold(), fold()) &&
        isPlain(state) &&
        isPlain(events)
      );
    });
  });

  it('no promise runs once it has ended', () => {
    inEachState(
      (state) =>
        !isTerminal(state.stage) ||
        activeClocks(state).every(({ name }) => isWork(name) && !serviceCase.isEnded(state)),
    );
  });

  it('its promises wait while it is paused, all of them, and go on with it', () => {
    inEachState((state) =>
      activeClocks(state).every(
        (clock) =>
          clock.name === 'pause' ||
          isWork(clock.name) ||
          isOfComplaintInPause(state, clock) ||
          isPaused(clock) ===
            (state.paused !== undefined || (clock.name === 'resolution' && isResolutionHeld(state))),
      ),
    );
  });

  it('time runs forwards: no stage, pause or promise ends before it began', () => {
    always((history) => {
      const states = statesOf(history);
      return states.every(
        ({ stageSince, clocks }, n) =>
          stageSince >= (states[n - 1]?.stageSince ?? '') &&
          Object.values(clocks).every(
            ({ startedAt, metAt = startedAt, stoppedAt = startedAt, pauses }) =>
              metAt >= startedAt &&
              stoppedAt >= startedAt &&
              pauses.every(({ from, to = from }) => to >= from),
          ),
      );
    });
  });

  it('an arrival once promised stays promised for that time, one promise a visit (R4)', () => {
    inEachState(({ dispatch, clocks }) => clocks.arrival?.fixedDueAt === dispatch?.appointment.to);
    always(
      (history) =>
        new Set(statesOf(history).flatMap(({ clocks }) => clocks.arrival?.startedAt ?? [])).size <=
        history.events.filter(({ type }) => type === 'EngineerDispatched').length,
    );
  });

  it('nobody is sent for a time that the customer did not want, without their word (R4)', () => {
    always(({ events }) => {
      let wanted: Appointment | undefined;
      let hasAgreed = false;
      for (const { type, data } of events) {
        if (type === 'OfferMade' && (!wanted || data.consent)) wanted = data.appointment;
        if (type === 'OfferAccepted') hasAgreed = data.consent !== undefined;
        if (type === 'EngineerDispatched') {
          const { appointment, consent } = data;
          const isWanted = !wanted || (wanted.from <= appointment.from && appointment.to <= wanted.to);
          if (!isWanted && !consent && !hasAgreed) return false;
          hasAgreed = false;
        }
        if (type === 'EngineerDispatched' || type === 'CaseReopened') wanted = undefined;
      }
      return true;
    });
  });

  it('it has exactly one task for its stage while it is open, with an owner, and no two tasks of one key (R12)', () => {
    const beside =
      /^(approve|identify-customer|customer-message|decide-joining|dissatisfied-customer|repeat-repair|escalation|reassign|call-failed|undo-failed|record-trip-cost|judge-possible-repeat)$/;
    inEachState((state) => {
      const open = tasks(state);
      return (
        new Set(open.map(({ key }) => key)).size === open.length &&
        open.every(({ role, organisationId }) => role.length > 0 && organisationId !== undefined) &&
        open.filter(({ kind }) => !beside.test(kind)).length ===
          (isTerminal(state.stage) || waitsForFollowUp(state) ? 0 : 1) &&
        (open.length === 0) === serviceCase.isEnded(state)
      );
    });
  });

  it('what is refused for its stage, a pause or the end of the case was offered to nobody (R36)', () => {
    always(({ moments }) =>
      moments
        .filter(({ refusal }) => /WRONG_STAGE|PAUSED|ENDED/.test(refusal?.code ?? ''))
        .every(({ before, command, now }) =>
          STAFF_OF_EACH_ROLE.every(
            (actor) => !allowedCommands(before, actor, now).some((type) => type === command.type),
          ),
        ),
    );
  });

  it('whatever is offered to the one who gives it is accepted, but for what its data say (R36)', () => {
    always(({ moments }) =>
      moments.every(
        ({ before, command, by, refusal, now }) =>
          refusal === undefined ||
          // A refusal of the data names its field.
          refusal.field !== undefined ||
          !allowedCommands(before, by, now).some((type) => type === command.type),
      ),
    );
  });
});
