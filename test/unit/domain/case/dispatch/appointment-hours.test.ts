import { describe, expect, it } from '@jest/globals';
import type { AppointmentFacts, OutsideHours } from '../../../../../domain/case/dispatch/terms';
import type { Consent } from '../../../../../domain/case/facts';
import { tasks } from '../../../../../domain/case/tasks';
import { aCase, type AnyCommand, type CaseBuilder } from '../../support/case-builder';
import * as commands from '../../support/commands';
import { given } from '../../support/given';

const LATER = { from: '2026-11-05T15:00:00.000Z', to: '2026-11-05T17:00:00.000Z' };
const CONSENT: Consent = { by: 'customer', how: 'phone', at: commands.RECEIVED_AT };
const OPEN = {
  en: '09:00–17:00 (2026-11-05, Asia/Shanghai)',
  zh: '09:00–17:00（2026-11-05, Asia/Shanghai）',
};
const OUTSIDE: AppointmentFacts = { hours: { isOutside: true, open: OPEN } };
const WITHIN: AppointmentFacts = { hours: { isOutside: false, open: OPEN } };

const classified = () => aCase().answered().classified();
type Said = AppointmentFacts & OutsideHours & { readonly appointment: typeof LATER };
const WAYS: readonly (readonly [string, () => CaseBuilder, (said: Said) => AnyCommand])[] = [
  ['a dispatch', classified, commands.dispatch],
  ['an offer', classified, commands.offer],
  [
    'an accepted offer',
    () => classified().does(commands.offer()),
    (said) => commands.acceptOffer({ consent: CONSENT, ...said }),
  ],
  [
    'a moved appointment',
    () => classified().dispatched(),
    (said) => commands.moveAppointment({ consent: CONSENT, ...said }),
  ],
];

/** By the clock of a case: in minutes before it, or after. */
const inMinutes = ({ now }: CaseBuilder, from: number, to: number) => ({
  from: new Date(Date.parse(now) + from * 60_000).toISOString(),
  to: new Date(Date.parse(now) + to * 60_000).toISOString(),
});

describe.each(WAYS)('The time of %s', (_way, before, command) => {
  it('is refused outside the hours of the outlet, which it is told', () => {
    given(before())
      .when(command({ appointment: LATER, ...OUTSIDE }))
      .thenRefused('CASE.OUTSIDE_HOURS', { field: 'data.appointment', params: { open: OPEN } });
  });

  it('is taken there where it is said to be meant, and that stays on record', () => {
    const after = before().does(command({ appointment: LATER, ...OUTSIDE, outsideHours: true }));
    expect(after.events).toContainEqual(
      expect.objectContaining({
        data: expect.objectContaining({ appointment: LATER, outsideHours: true }),
      }),
    );
    expect(JSON.stringify(after.events)).not.toContain('isOutside');
  });

  it('is refused where it begins in the past, by more than clocks differ', () => {
    const it = before();
    given(it)
      .when(command({ appointment: inMinutes(it, -30, 60), ...WITHIN }))
      .thenRefused('CASE.APPOINTMENT_PAST', { field: 'data.appointment.from' });
    given(it)
      .when(command({ appointment: inMinutes(it, -600, -500), ...WITHIN }))
      .thenRefused('CASE.APPOINTMENT_PAST', { field: 'data.appointment.from' });
    expect(
      before().does(command({ appointment: inMinutes(it, -4, 60), ...WITHIN })).state.stage,
    ).toBeDefined();
  });

  it('needs no word in hours, and never one in commands from before the hours were looked up', () => {
    const it = before();
    for (const said of [
      { appointment: LATER, ...WITHIN },
      { appointment: LATER },
      { appointment: inMinutes(it, -30, 60) },
    ])
      expect(before().does(command(said)).events.length).toBeGreaterThan(it.events.length);
  });
});

describe('A visit that is entered after it was made', () => {
  const past = { from: '2026-11-01T12:00:00.000Z', to: '2026-11-01T14:00:00.000Z' };

  it('is no promise of an arrival, and its task has the deadline of the resolution', () => {
    const after = classified().does(commands.dispatch({ appointment: past, ...OUTSIDE, outsideHours: true }));
    expect(after.state).toMatchObject({ stage: 'dispatched', dispatch: { appointment: past } });
    expect(after.state.clocks.arrival).toBeUndefined();
    expect(tasks(after.state)).toMatchObject([{ kind: 'arrive', clock: 'resolution' }]);
    expect(after.does(commands.arrive()).state.stage).toBe('on-site');
  });

  it('leaves the promise of an appointment that is moved there where it was', () => {
    const moved = classified()
      .dispatched()
      .does(
        commands.moveAppointment({ appointment: past, consent: CONSENT, ...OUTSIDE, outsideHours: true }),
      );
    expect(moved.state.clocks.arrival?.fixedDueAt).toBe(commands.APPOINTMENT.to);
  });
});

describe('An offer outside hours that was meant', () => {
  it('is meant by whoever accepts it', () => {
    const offered = classified().does(commands.offer({ appointment: LATER, ...OUTSIDE, outsideHours: true }));
    const accepted = offered.does(commands.acceptOffer({ appointment: LATER, ...OUTSIDE }));
    expect(accepted.state.dispatch).toMatchObject({ appointment: LATER });
  });
});
