import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../../../../../domain/identity/actor';
import type { LateEntries } from '../../../../../domain/clock/late-entry';
import { aClerk, aDirector, anEngineer } from '../../support/actors';
import type { CaseBuilder } from '../../support/case-builder';
import * as commands from '../../support/commands';
import { given } from '../../support/given';
import { CASE_AT } from '../../support/stages';

const HOUR_MS = 3_600_000;
const TERMS: LateEntries = { resolution: [{ role: 'enquiry-clerk', withinSeconds: 4 * 3600 }] };

const hoursBefore = (it: CaseBuilder, hours: number): string =>
  new Date(Date.parse(it.now) - hours * HOUR_MS).toISOString();
/** Classified a day ago. */
const before = () => CASE_AT.classified().later(24 * HOUR_MS);
const entered = (hours: number, by: Actor = aClerk(), lateEntry = TERMS) => ({
  by,
  occurredAt: hoursBefore(before(), hours),
  lateEntry,
});
const resolutionOf = (it: CaseBuilder) => it.state.clocks.resolution;

describe('A pause that is entered late (R4)', () => {
  it('counts from when it began, as far back as the policy lets the role enter it', () => {
    const it = before().does(commands.pause(), entered(4));
    expect(resolutionOf(it)?.pauses).toEqual([{ from: hoursBefore(before(), 4), enteredAt: before().now }]);
  });

  it('is refused from further back, and says from when it may be entered', () => {
    given(before())
      .when(commands.pause(), entered(4.1))
      .thenRefused('COMMAND.WAIT_TOO_LATE', {
        field: 'occurredAt',
        params: { hours: 4, earliest: hoursBefore(before(), 4) },
      });
  });

  it('is a day at most for a role that the policy does not name, and three for engineers', () => {
    const unnamed: LateEntries = { resolution: [] };
    given(before().later(72 * HOUR_MS))
      .when(commands.pause(), entered(0.1, aClerk(), unnamed))
      .thenRefused('COMMAND.WAIT_TOO_LATE', {
        field: 'occurredAt',
        params: { hours: 24, earliest: hoursBefore(before(), -48) },
      });
    const it = CASE_AT.classified().later(73 * HOUR_MS);
    given(it)
      .when(commands.pause(), {
        by: anEngineer(),
        occurredAt: hoursBefore(it, 72.5),
        lateEntry: unnamed,
      })
      .thenRefused('COMMAND.WAIT_TOO_LATE', {
        field: 'occurredAt',
        params: { hours: 72, earliest: hoursBefore(it, 72) },
      });
  });

  it('is entered by a supervisor from further back, and on record as theirs', () => {
    const it = before().does(commands.pause(), entered(20, aDirector()));
    expect(it.events.findLast(({ type }) => type === 'ClockPaused')).toMatchObject({
      data: { clock: 'resolution', at: hoursBefore(before(), 20), isSupervisors: true },
      actor: { id: aDirector().id },
    });
    const plain = before().does(commands.pause(), entered(3, aDirector()));
    expect(plain.events.findLast(({ type }) => type === 'ClockPaused')?.data).toEqual({
      clock: 'resolution',
      at: hoursBefore(before(), 3),
      enteredAt: before().now,
    });
  });

  it('saves nothing where the promise is broken, and is entered all the same', () => {
    const broken = before().elapsed('resolution', { kind: 'breach' });
    const it = broken.does(commands.pause(), { ...entered(20), occurredAt: hoursBefore(broken, 20) });
    expect(it.state.paused?.since).toBe(hoursBefore(broken, 20));
  });

  it('keeps the meaning it had in histories from before, which know no limit', () => {
    const it = before().does(commands.pause(), { by: aClerk(), occurredAt: hoursBefore(before(), 20) });
    expect(resolutionOf(it)?.pauses).toEqual([{ from: hoursBefore(before(), 20), enteredAt: before().now }]);
  });
});

describe('Another wait that is entered late', () => {
  it('is taken, and puts the promise off from as far back as the role may enter', () => {
    const quotable = CASE_AT.classified()
      .paid()
      .later(24 * HOUR_MS);
    const it = quotable.does(commands.prepareQuote(), {
      by: aClerk(),
      occurredAt: hoursBefore(quotable, 10),
      lateEntry: TERMS,
    });
    expect(it.events.findLast(({ type }) => type === 'ClockPaused')).toMatchObject({
      data: {
        clock: 'resolution',
        at: hoursBefore(quotable, 4),
        toldAt: hoursBefore(quotable, 10),
        enteredAt: quotable.now,
      },
    });
  });
});
