import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { serviceCase } from '../../../../domain/case/decider';
import { isResolutionHeld } from '../../../../domain/case/common/holds';
import { isRegistered, type CaseState } from '../../../../domain/case/state';
import { isActive, isPaused } from '../../../../domain/clock/clocks';
import { aCase } from '../support/case-builder';
import { registrations } from '../support/any-command';
import * as commands from '../support/commands';
import { given } from '../support/given';
import { History } from '../support/history';
import { moves } from '../support/moves';
import { CASE_AT, REACHED_STAGES } from '../support/stages';

const active = (state: CaseState) => Object.values(serviceCase.clocks(state)).filter(isActive);
/** A clock with a due time ahead: neither over, nor waiting for an end without a date. */
const running = (state: CaseState) =>
  active(state).filter((record) => record.fixedDueAt !== undefined || !isPaused(record));

describe('No open case is without a deadline (R4)', () => {
  it('whatever happens to it, in every state', () => {
    const without = new Set<string>();
    fc.assert(
      fc.property(registrations, moves, (registration, taken) => {
        for (const { after } of History.of(registration, taken).moments)
          if (isRegistered(after) && !serviceCase.isEnded(after) && running(after).length === 0)
            without.add(`${after.stage}${after.paused ? ' paused' : ''}`);
        return without.size === 0;
      }),
      { numRuns: 300 },
    );
    expect([...without]).toEqual([]);
  });

  it('and what people have to do has a clock that runs', () => {
    const without = new Set<string>();
    fc.assert(
      fc.property(registrations, moves, (registration, taken) => {
        for (const { after } of History.of(registration, taken).moments) {
          // A waiting case has the end of the pause ahead, or the customer's decision on the quote.
          const waits = after.paused !== undefined || isResolutionHeld(after);
          const clocks = (waits ? active(after) : running(after)).map(({ name }) => name);
          for (const { kind, clock = 'none' } of serviceCase.tasks(after))
            if (kind !== 'judge-possible-repeat' && !clocks.includes(clock))
              without.add(`${kind} by ${clock} at ${after.stage}${after.paused ? ' paused' : ''}`);
        }
      }),
      { numRuns: 300 },
    );
    expect([...without]).toEqual([]);
  });

  it.each(REACHED_STAGES)('nor at stage %s, paused or not', (stage) => {
    const it_ = CASE_AT[stage]();
    expect(running(it_.state).length > 0).toBe(!serviceCase.isEnded(it_.state));
  });
});

describe('An answered case that nobody classifies', () => {
  const answered = () => aCase().answered();

  it('is due, and the ladder is told of it', () => {
    const { state } = answered();
    const now = state.stageSince;
    expect(serviceCase.clocks(state)).toMatchObject({ classification: { startedAt: now, fired: [] } });
    const warned = answered().elapsed('classification', { kind: 'warn' });
    expect(warned.events.slice(-2)).toMatchObject([
      { type: 'ClockStarted', data: { clock: 'classification', startedAt: now } },
      { type: 'ClockWarned', data: { clock: 'classification' } },
    ]);
  });

  it('has a promise kept once it is classified, where the ladder has told of it', () => {
    const { state } = answered().elapsed('classification', { kind: 'warn' }).classified();
    expect(state.clocks.classification).toMatchObject({ metAt: state.stageSince });
    expect(serviceCase.clocks(answered().classified().state)).not.toHaveProperty('classification');
  });

  it('as it was carried from before there was such a clock, too', () => {
    const carried: CaseState = { ...answered().state, resumedAt: answered().state.stageSince };
    const { resumedAt: _new, ...before } = carried;
    expect(serviceCase.clocks(before)).toHaveProperty('classification');
  });
});

describe('A pause', () => {
  const UNTIL = '2026-11-20T01:00:00.000Z';

  it('lasts until a stated date, and is due then', () => {
    const { state } = CASE_AT.dispatched().paused(UNTIL);
    expect(serviceCase.clocks(state)).toMatchObject({ pause: { fixedDueAt: UNTIL } });
    expect(serviceCase.tasks(state)).toMatchObject([
      { kind: 'resume', clock: 'pause', params: { until: UNTIL } },
    ]);
  });

  it('ends by itself at that date: the promises run on from there, and it was no broken promise', () => {
    const paused = CASE_AT.classified().paused(UNTIL);
    const over = paused.at('2026-11-20T05:00:00.000Z').elapsed('pause', { dueAt: UNTIL });
    expect(over.state).not.toHaveProperty('paused');
    expect(over.state.clocks).toMatchObject({
      pause: { metAt: UNTIL },
      resolution: { pauses: [{ to: UNTIL }] },
    });
    expect(over.state.clocks.pause?.fired).not.toContain('breach');
    expect(over.events.at(-2)).toMatchObject({ type: 'CaseResumed', data: { at: UNTIL, byItself: true } });
  });

  it('does not set a promise going that waits for something else', () => {
    const over = CASE_AT['awaiting-parts']().paused(UNTIL).at(UNTIL).elapsed('pause', { dueAt: UNTIL });
    expect(over.state.clocks.resolution?.pauses.at(-1)).not.toHaveProperty('to');
  });

  it('is refused for a date that has passed, and for longer than the policy allows', () => {
    const before = CASE_AT.classified();
    given(before)
      .when(commands.pause({ until: before.now }))
      .thenRefused('COMMAND.INVALID', { field: 'data.until' });
    given(before)
      .when(commands.pause({ until: '2027-06-01T00:00:00.000Z', longestUntil: UNTIL }))
      .thenRefused('CASE.PAUSE_TOO_LONG', { field: 'data.until', params: { to: UNTIL } });
    given(before)
      .when(commands.pause({ until: UNTIL, longestUntil: UNTIL }))
      .thenState({ paused: { until: UNTIL } });
  });

  it('gives what waits its time again', () => {
    const paused = aCase().answered().paused(UNTIL);
    expect(serviceCase.clocks(paused.state)).not.toHaveProperty('classification');
    const { state } = paused.at('2026-11-10T01:00:00.000Z').does(commands.resume());
    expect(serviceCase.clocks(state)).toMatchObject({
      classification: { startedAt: '2026-11-10T01:00:00.000Z' },
    });
  });

  it('leaves the time of what the ladder had told of before as it was', () => {
    const warned = aCase().answered().elapsed('classification', { kind: 'warn' });
    const { state } = warned.paused(UNTIL).at(UNTIL).elapsed('pause', { dueAt: UNTIL });
    expect(serviceCase.clocks(state).classification).toBe(state.clocks.classification);
    expect(state.clocks.classification).toMatchObject({ fired: ['warn:0.5'], pauses: [{ to: UNTIL }] });
  });

  it('without a stated end, from before there were any, ends with the longest that the policy allows', () => {
    const { state } = CASE_AT.classified().paused();
    expect(serviceCase.clocks(state).pause).toMatchObject({ startedAt: state.paused?.since });
    expect(serviceCase.clocks(state).pause).not.toHaveProperty('fixedDueAt');
  });
});

describe('Work beside the flow', () => {
  const closed = () =>
    CASE_AT['on-site']()
      .does(commands.diagnoseRepeat())
      .repaired()
      .reported()
      .surveyed()
      .revisited()
      .closed();

  it('is due though the case is closed, and told to whoever has to do it', () => {
    expect(serviceCase.clocks(closed().state)).toMatchObject({ 'action-item': { fired: [] } });
    const breached = closed().elapsed('action-item');
    const last = breached.events.at(-1);
    if (!last) throw new Error('Nothing has happened');
    expect(serviceCase.react(breached.state, last)).toMatchObject([
      { template: 'clock-breached', to: { role: 'centre-director' } },
    ]);
  });

  it('that is done leaves the rest its own time', () => {
    const first = CASE_AT['on-site']().does(commands.diagnoseRepeat());
    const second = first.elapsed('action-item').does(commands.escalate());
    const { openedAt } = second.state.followUps.at(-1) ?? { openedAt: '' };
    const { state, events } = second.does(commands.attributeRepeat());
    expect(state.clocks['action-item']).toMatchObject({ metAt: events.at(-1)?.at });
    expect(serviceCase.clocks(state)['action-item']).toMatchObject({ startedAt: openedAt, fired: [] });
  });
});
