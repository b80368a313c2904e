import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseCalendar, type Span, WEEKDAYS, type WorkingCalendar } from '../../../../domain/clock/calendar';
import { computeClock } from '../../../../domain/clock/compute';
import { nextWorkingInstant } from '../../../../domain/clock/working-time';
import { MINUTE_MS, type Stretch, workedMinutes } from './brute-force';

const DAY_MINUTES = 1_440;
/** Each holds a change of clocks for some of the zones, or a change of offset by half an hour, or none. */
const STRETCHES: readonly (readonly [zone: string, firstDate: string])[] = [
  ['America/New_York', '2026-03-01'],
  ['America/New_York', '2026-10-25'],
  ['Europe/Berlin', '2026-10-18'],
  ['Australia/Lord_Howe', '2026-03-29'],
  ['Australia/Lord_Howe', '2026-09-27'],
  ['Africa/Cairo', '2026-04-17'],
  ['Africa/Cairo', '2026-10-23'],
  ['America/Santiago', '2026-08-30'],
  ['Asia/Shanghai', '2026-10-01'],
  ['Asia/Kolkata', '2026-10-01'],
];
const STRETCH_DAYS = 21;

const clockTime = (quarters: number): string => {
  const minutes = quarters * 15;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
};

/** Up to three spans of a day, cut at quarters of an hour, often at night where clocks change. */
const spans: fc.Arbitrary<Span[]> = fc
  .uniqueArray(fc.oneof(fc.integer({ min: 0, max: 96 }), fc.integer({ min: 0, max: 16 })), {
    minLength: 0,
    maxLength: 6,
  })
  .map((cuts) => cuts.toSorted((left, right) => left - right))
  .map((cuts) =>
    cuts.flatMap((from, index) => {
      const to = cuts[index + 1];
      return index % 2 === 1 || to === undefined ? [] : [[clockTime(from), clockTime(to)] as const];
    }),
  );

const dateIn = (firstDate: string, day: number): string =>
  new Date(Date.parse(`${firstDate}T00:00Z`) + day * DAY_MINUTES * MINUTE_MS).toISOString().slice(0, 10);

const scenario = fc.constantFrom(...STRETCHES).chain(([timeZone, firstDate]) => {
  const date = fc.integer({ min: 0, max: STRETCH_DAYS }).map((day) => dateIn(firstDate, day));
  const stretch: Stretch = {
    startMs: Date.parse(`${firstDate}T00:00Z`),
    minutes: STRETCH_DAYS * DAY_MINUTES,
  };
  // Away from the edges, where a date is cut off.
  const minute = fc.integer({ min: 2 * DAY_MINUTES, max: (STRETCH_DAYS - 2) * DAY_MINUTES });
  return fc.record({
    stretch: fc.constant(stretch),
    calendar: fc
      .record({
        timeZone: fc.constant(timeZone),
        hours: fc.record(Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, spans])), {
          requiredKeys: [],
        }),
        holidays: fc.array(date, { maxLength: 4 }),
        extraWorkingDays: fc.dictionary(date, spans, { maxKeys: 3 }),
      })
      .filter(({ hours }) => Object.values(hours).some((one) => one !== undefined && one.length > 0))
      .map((raw): WorkingCalendar => {
        const calendar = parseCalendar(raw);
        if (calendar === '24x7') throw new Error('not a working calendar');
        return calendar;
      }),
    startMinute: fc.integer({ min: 2 * DAY_MINUTES, max: 14 * DAY_MINUTES }),
    nowMinute: minute,
    metMinute: fc.option(minute, { nil: undefined }),
    targetMinutes: fc.integer({ min: 0, max: 60 }).map((twenties) => twenties * 20),
    pauseCuts: fc
      .uniqueArray(minute, { maxLength: 5 })
      .map((cuts) => cuts.toSorted((left, right) => left - right)),
  });
});

const THRESHOLDS = [0.25, 0.5, 0.75, 0.9];

describe('a clock beside a walk over every minute', () => {
  it('gives the same instants, state and seconds, whatever the calendar, the pauses and the change of clocks', () => {
    let answered = 0;
    fc.assert(
      fc.property(
        scenario,
        ({ stretch, calendar, startMinute, nowMinute, metMinute, targetMinutes, pauseCuts }) => {
          const instant = (at: number): string =>
            `${new Date(stretch.startMs + at * MINUTE_MS).toISOString().slice(0, 19)}Z`;
          // Facts known at `now`: no pause that begins later, and no later fulfilment of the promise.
          const cuts = pauseCuts.filter((cut) => cut <= nowMinute);
          const met = metMinute !== undefined && metMinute <= nowMinute ? metMinute : undefined;
          const pauses = cuts.flatMap((from, index) =>
            index % 2 === 1 ? [] : [{ from, to: cuts[index + 1] }],
          );
          const open = pauses.find(({ to }) => to === undefined);

          const paused = (at: number): boolean =>
            pauses.some(({ from, to }) => from <= at && at < (to ?? Infinity));
          const worked = workedMinutes(calendar, stretch);
          const counts = worked.map((work, at) => work && at >= startMinute && !paused(at));
          const usedUpAt = (wanted: number): number | null => {
            let used = 0;
            if (wanted === 0) return startMinute;
            for (let at = startMinute; at < stretch.minutes - 2 * DAY_MINUTES; at += 1) {
              if (counts[at] === true && ++used === wanted) return at + 1;
            }
            return null;
          };
          const due = usedUpAt(targetMinutes);
          const elapsed = counts.slice(0, met ?? nowMinute).filter(Boolean).length * 60;
          const state =
            met !== undefined
              ? due === null || met <= due
                ? 'met'
                : 'breached'
              : due !== null && nowMinute >= due
                ? 'breached'
                : paused(nowMinute)
                  ? 'paused'
                  : 'running';

          const answer = computeClock({
            calendar,
            startAt: instant(startMinute),
            now: instant(nowMinute),
            ...(met === undefined ? {} : { metAt: instant(met) }),
            targetSeconds: targetMinutes * 60,
            pauses: pauses.map(({ from, to }) => ({
              from: instant(from),
              ...(to === undefined ? {} : { to: instant(to) }),
            })),
            thresholds: THRESHOLDS,
          });

          expect(answer.state).toBe(state);
          expect(answer.elapsedSeconds).toBe(elapsed);
          expect(answer.remainingSeconds).toBe(targetMinutes * 60 - elapsed);
          const walked = [
            targetMinutes,
            ...THRESHOLDS.map((fraction) => Math.round(fraction * targetMinutes)),
          ].map(usedUpAt);
          [answer.dueAt, ...answer.thresholdsAt].forEach((given, index) => {
            const minute = walked[index] ?? null;
            // Beyond the stretch the walk knows nothing, unless a pause without an end keeps the clock there.
            if (minute !== null) expect(given).toBe(instant(minute));
            else if (open !== undefined) expect(given).toBeNull();
            else
              expect(
                given === null ||
                  Date.parse(given) > stretch.startMs + (stretch.minutes - 2 * DAY_MINUTES) * MINUTE_MS,
              ).toBe(true);
            if (minute !== null) answered += 1;
          });
        },
      ),
      { numRuns: 400 },
    );
    // The comparison means something only where the walk reached an answer.
    expect(answered).toBeGreaterThan(400);
  });

  it('finds the same next working minute', () => {
    fc.assert(
      fc.property(scenario, ({ stretch, calendar, startMinute }) => {
        const walked = workedMinutes(calendar, stretch).findIndex((work, at) => work && at >= startMinute);
        const next = nextWorkingInstant(calendar, stretch.startMs + startMinute * MINUTE_MS);
        if (walked >= 0 && walked < stretch.minutes - 2 * DAY_MINUTES)
          expect(next).toBe(stretch.startMs + walked * MINUTE_MS);
      }),
      { numRuns: 200 },
    );
  });
});
