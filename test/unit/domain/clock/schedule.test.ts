import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type ClockRecord, evolveClocks } from '../../../../domain/clock/clocks';
import { elapseStep, LATE_AFTER_MS } from '../../../../domain/clock/ladder';
import { nextStep, steps, viewClock } from '../../../../domain/clock/schedule';
import { aCalendar, aPolicy, aRecord, ms, officeHours } from './builders';

const brief = (record: ClockRecord, policy = aPolicy()): (readonly [string, string | null])[] =>
  steps(record, policy, officeHours).map(({ key, at }) => [
    key,
    at === null ? null : new Date(at).toISOString().slice(5, 16),
  ]);

describe('the ladder of a clock', () => {
  it('warns in working time, breaches, and escalates in plain time', () => {
    expect(
      brief(aRecord({ startedAt: '2026-10-19T07:00:00.000Z' }), aPolicy({ expireAfterSeconds: 86_400 })),
    ).toEqual([
      ['warn:0.5', '10-19T09:00'],
      ['warn:0.9', '10-20T02:36'],
      ['breach', '10-20T03:00'],
      ['escalate:0', '10-20T04:00'],
      ['escalate:1', '10-20T05:00'],
      ['expire', '10-21T03:00'],
    ]);
  });

  it('keeps its own order between steps of the same instant, and the instants’ order otherwise', () => {
    const policy = aPolicy({
      warnAt: [1, 0.5, 1.5],
      escalate: [{ afterSeconds: 0, to: 'centreDirector' }],
      expireAfterSeconds: 0,
    });
    expect(brief(aRecord(), policy).map(([key]) => key)).toEqual([
      'warn:0.5',
      'warn:1',
      'breach',
      'escalate:0',
      'expire',
      'warn:1.5',
    ]);
  });

  it('runs in plain time up to a promise given as an instant, pauses or no (R4)', () => {
    const record = aRecord({
      fixedDueAt: '2026-10-19T22:00:00.000Z',
      pauses: [{ from: '2026-10-19T03:00:00.000Z' }],
    });
    expect(brief(record).slice(0, 3)).toEqual([
      ['warn:0.5', '10-19T12:00'],
      ['warn:0.9', '10-19T20:00'],
      ['breach', '10-19T22:00'],
    ]);
  });

  it('has the promise due where it was given for an instant gone by', () => {
    expect(
      nextStep(aRecord({ fixedDueAt: '2026-10-19T01:00:00.000Z' }), aPolicy({ warnAt: [] }), officeHours),
    ).toMatchObject({
      key: 'breach',
      dueAt: '2026-10-19T01:00:00.000Z',
    });
  });

  it('has no instants ahead while the clock is paused', () => {
    expect(brief(aRecord({ pauses: [{ from: '2026-10-19T05:00:00.000Z' }] }))).toEqual([
      ['warn:0.5', '10-19T04:00'],
      ['warn:0.9', null],
      ['breach', null],
      ['escalate:0', null],
      ['escalate:1', null],
    ]);
  });
});

describe('the next step', () => {
  const next = (record: ClockRecord, policy = aPolicy()): string | undefined =>
    nextStep(record, policy, officeHours)?.key;

  it('is the first that has not fired, however long ago it fell due', () => {
    expect(next(aRecord({ startedAt: '2020-01-06T02:00:00.000Z', fired: ['warn:0.5'] }))).toBe('warn:0.9');
  });

  it('is none once the promise is kept, dropped, or every step has fired', () => {
    expect(next(aRecord({ metAt: '2026-10-19T03:00:00.000Z' }))).toBeUndefined();
    expect(next(aRecord({ stoppedAt: '2026-10-19T03:00:00.000Z' }))).toBeUndefined();
    expect(
      next(aRecord({ fired: ['warn:0.5', 'warn:0.9', 'breach', 'escalate:0', 'escalate:1'] })),
    ).toBeUndefined();
  });

  it('is none once the wait has lapsed, though escalations stood after it', () => {
    expect(
      next(
        aRecord({ fired: ['warn:0.5', 'warn:0.9', 'breach', 'expire'] }),
        aPolicy({ expireAfterSeconds: 60 }),
      ),
    ).toBeUndefined();
  });

  it('is none while the clock is paused before its due instant, not even one that fell due before', () => {
    expect(next(aRecord({ pauses: [{ from: '2026-10-19T05:00:00.000Z' }] }))).toBeUndefined();
  });

  it('goes on escalating where the pause came after the breach', () => {
    const pauses = [{ from: '2026-10-19T06:30:00.000Z' }];
    expect(next(aRecord({ pauses, fired: ['warn:0.5', 'warn:0.9', 'breach'] }))).toBe('escalate:0');
  });

  it('does not stop for a pause where the policy knows none', () => {
    const pauses = [{ from: '2026-10-19T03:00:00.000Z' }];
    expect(next(aRecord({ pauses }), aPolicy({ pausable: false }))).toBe('warn:0.5');
  });

  it('is none where the calendar has no work left', () => {
    const ended = aCalendar({ hours: {}, extraWorkingDays: { '2026-10-19': [['09:00', '11:00']] } });
    expect(nextStep(aRecord(), aPolicy({ warnAt: [0.1] }), ended)).toBeUndefined();
  });

  it('follows a policy changed on the way, from the start of the clock and with every pause', () => {
    const record = aRecord({
      pauses: [{ from: '2026-10-19T03:00:00.000Z', to: '2026-10-19T04:00:00.000Z' }],
      fired: ['warn:0.5'],
    });
    expect(nextStep(record, aPolicy({ targetSeconds: 7200 }), officeHours)).toMatchObject({
      key: 'warn:0.9',
      dueAt: '2026-10-19T05:00:00.000Z',
    });
  });
});

describe('a step that falls due', () => {
  const due = nextStep(aRecord({ fired: ['warn:0.5', 'warn:0.9'] }), aPolicy(), officeHours);
  if (due === undefined) throw new Error('the breach is ahead');

  it('is late only past a minute after its instant', () => {
    const late = (nowMs: number) => elapseStep({ record: aRecord(), step: due, nowMs });
    expect(late(due.at + LATE_AFTER_MS)).toEqual({
      type: 'ClockBreached',
      data: { clock: 'answer', step: 'breach', dueAt: '2026-10-19T06:00:00.000Z', late: false },
    });
    expect(late(due.at + LATE_AFTER_MS + 1)).toMatchObject({
      data: { dueAt: '2026-10-19T06:00:00.000Z', late: true },
    });
  });

  it('does not happen twice, nor after the promise was kept or dropped', () => {
    const nowMs = due.at;
    for (const parts of [
      { fired: ['breach'] },
      { metAt: '2026-10-19T03:00:00.000Z' },
      { stoppedAt: '2026-10-19T03:00:00.000Z' },
    ]) {
      expect(elapseStep({ record: aRecord(parts), step: due, nowMs })).toBeUndefined();
    }
  });

  it('fires each step once and in order after an outage, late, whatever the ladder', () => {
    const ladder = fc.record({
      warnAt: fc.uniqueArray(fc.constantFrom(0.25, 0.5, 0.75, 0.9, 1.2), { maxLength: 4 }),
      escalate: fc.array(
        fc.record({
          afterSeconds: fc.nat(100_000),
          to: fc.constantFrom('centreDirector', 'hqServiceManager'),
        }),
        { maxLength: 3 },
      ),
    });
    fc.assert(
      fc.property(ladder, (parts) => {
        const policy = aPolicy(parts);
        const nowMs = ms('2027-01-01T00:00:00Z');
        let record = aRecord();
        const instants: number[] = [];
        for (
          let step = nextStep(record, policy, officeHours);
          step !== undefined;
          step = nextStep(record, policy, officeHours)
        ) {
          const event = elapseStep({ record, step: structuredClone(step), nowMs });
          if (event === undefined) throw new Error(`${step.key} gave no event`);
          expect(event.data).toMatchObject({ step: step.key, late: true });
          record = evolveClocks({ answer: record }, event)['answer'] ?? record;
          instants.push(step.at);
        }
        expect(record.fired.toSorted()).toEqual(
          steps(record, policy, officeHours)
            .map(({ key }) => key)
            .toSorted(),
        );
        expect(instants).toEqual(instants.toSorted((left, right) => left - right));
      }),
      { numRuns: 50 },
    );
  });
});

describe('the view of a clock', () => {
  const view = (parts: Partial<ClockRecord>, now: string) =>
    viewClock(aRecord(parts), aPolicy(), officeHours, ms(now));

  it('shows how it stands and what comes next', () => {
    expect(view({ fired: ['warn:0.5'] }, '2026-10-19T05:00:00Z')).toEqual({
      name: 'answer',
      policyId: 'p1',
      state: 'running',
      startedAt: '2026-10-19T02:00:00.000Z',
      dueAt: '2026-10-19T06:00:00.000Z',
      metAt: null,
      stoppedAt: null,
      elapsedSeconds: 10_800,
      remainingSeconds: 3_600,
      nextStep: 'warn:0.9',
      nextStepAt: '2026-10-19T05:36:00.000Z',
    });
  });

  it('shows a clock that was dropped as it stood then', () => {
    expect(view({ stoppedAt: '2026-10-19T03:00:00.000Z' }, '2026-10-25T05:00:00Z')).toMatchObject({
      state: 'stopped',
      elapsedSeconds: 3600,
      nextStep: null,
    });
  });

  it('shows a promise broken before the case was cancelled as broken', () => {
    expect(view({ stoppedAt: '2026-10-19T07:00:00.000Z' }, '2026-10-25T05:00:00Z').state).toBe('breached');
  });

  it('shows a paused clock without a due instant', () => {
    expect(view({ pauses: [{ from: '2026-10-19T03:00:00.000Z' }] }, '2026-10-21T05:00:00Z')).toMatchObject({
      state: 'paused',
      dueAt: null,
      remainingSeconds: 10_800,
      nextStepAt: null,
    });
  });
});
