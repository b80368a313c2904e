import { describe, expect, it } from '@jest/globals';
import { slotsOf } from '../../../../../domain/case/dispatch/appointments';
import { aCase } from '../../support/case-builder';
import * as commands from '../../support/commands';
import { given } from '../../support/given';

const dispatched = () => aCase().answered().classified().does(commands.dispatch());
const LATER = { from: '2026-11-05T01:00:00.000Z', to: '2026-11-05T04:00:00.000Z' };
const CONSENT = { by: 'customer', how: 'phone', at: commands.RECEIVED_AT } as const;
const HELD = { engineerId: 'engineer-li', engineerName: 'Li', ...commands.APPOINTMENT };

describe('Sending another engineer', () => {
  it('keeps the appointment and its promise, and takes the other’s time in place of the first’s (R4)', () => {
    const before = dispatched();
    const after = before.does(commands.reassign());
    expect(slotsOf(before.state)).toEqual([HELD]);
    expect(slotsOf(after.state)).toEqual([{ ...HELD, engineerId: 'engineer-2', engineerName: 'Wu' }]);
    expect(after.state.clocks.arrival?.fixedDueAt).toBe(commands.APPOINTMENT.to);
    expect(after.state.stage).toBe('dispatched');
  });

  it('is refused where the case is with that engineer already', () => {
    const { dispatch } = dispatched().state;
    if (!dispatch) throw new Error('not dispatched');
    given(dispatched())
      .when(commands.reassign({ engineer: dispatch.engineer }))
      .thenRefused('COMMAND.INVALID', { field: 'data.engineerId' });
  });
});

describe('Moving an appointment (R4)', () => {
  it('is recorded with the customer’s consent, moves the promise of arrival and the engineer’s time', () => {
    const after = dispatched().does(commands.moveAppointment({ appointment: LATER, consent: CONSENT }));
    expect(after.state.clocks.arrival?.fixedDueAt).toBe(LATER.to);
    expect(slotsOf(after.state)).toEqual([{ ...HELD, ...LATER }]);
    given(dispatched())
      .when(commands.moveAppointment({ appointment: LATER, consent: CONSENT }))
      .then(
        {
          type: 'AppointmentMoved',
          data: { appointment: LATER, consent: CONSENT, previous: commands.APPOINTMENT },
        },
        {
          type: 'ClockMoved',
          data: { clock: 'arrival', fixedDueAt: LATER.to, enteredAt: dispatched().now },
        },
      );
  });

  it('is refused where the customer is said to agree later than now', () => {
    given(dispatched())
      .when(commands.moveAppointment({ consent: { ...CONSENT, at: '2030-01-01T00:00:00.000Z' } }))
      .thenRefused('COMMAND.INVALID', { field: 'data.consent.at' });
  });

  it.each([
    [{ from: LATER.to, to: LATER.from }, 'data.appointment'],
    [{ from: '2020-01-01T00:00:00.000Z', to: '2020-01-02T00:00:00.000Z' }, 'data.appointment.to'],
    [commands.APPOINTMENT, 'data.appointment'],
  ])('to %j is refused', (appointment, field) => {
    given(dispatched())
      .when(commands.moveAppointment({ appointment }))
      .thenRefused('COMMAND.INVALID', { field });
  });
});

describe('The time of an engineer', () => {
  it.each([
    ['before the dispatch', () => aCase().answered().classified()],
    ['after a cancellation', () => dispatched().does(commands.cancel())],
    ['after the repair', () => dispatched().does(commands.arrive()).does(commands.repair())],
  ])('is their own %s', (_when, build) => {
    expect(slotsOf(build().state)).toEqual([]);
  });

  it('is the case’s while they are there', () => {
    expect(slotsOf(dispatched().does(commands.arrive()).state)).toEqual([HELD]);
  });
});
