import { describe, expect, it } from '@jest/globals';
import { aCustomer, anotherCustomer } from '../../support/actors';
import { aCase } from '../../support/case-builder';
import * as commands from '../../support/commands';
import { allowedTo, given } from '../../support/given';

const dispatched = () => aCase().answered().classified().dispatched();
const LATER = { from: '2026-11-05T01:00:00.000Z', to: '2026-11-05T04:00:00.000Z' };
const byLink = { by: 'customer', how: 'link', at: commands.RECEIVED_AT } as const;

describe('A customer with the link to their case (R36)', () => {
  it('moves the appointment, and that is their consent', () => {
    const moved = dispatched().does(commands.moveAppointment({ appointment: LATER, consent: byLink }), {
      by: aCustomer(),
    });
    expect(moved.state.dispatch?.appointment).toEqual(LATER);
    expect(moved.events.at(-1)?.actor).toEqual(aCustomer());
  });

  it('answers the survey', () => {
    given(aCase().answered().classified().resolvedRemotely())
      .when(commands.recordSurvey(), { by: aCustomer() })
      .thenState({ stage: 'surveyed' });
  });

  it('does not move it once the engineer is on the way', () => {
    given(dispatched().does(commands.depart()))
      .when(commands.moveAppointment({ appointment: LATER, consent: byLink }), { by: aCustomer() })
      .thenRefused('CASE.ENGINEER_ON_THE_WAY');
  });

  it.each([
    ['a clerk says that consent came by the link', byLink, undefined],
    ['the link is used for a consent by telephone', { ...byLink, how: 'phone' } as const, aCustomer()],
  ])('is the only one to consent by it: refused where %s', (_case, consent, by) => {
    given(dispatched())
      .when(commands.moveAppointment({ appointment: LATER, consent }), by ? { by } : {})
      .thenRefused('COMMAND.INVALID', { field: 'data.consent.how' });
  });

  it('does nothing on the case of another customer', () => {
    given(dispatched())
      .when(commands.moveAppointment({ appointment: LATER, consent: byLink }), { by: anotherCustomer() })
      .thenRefused('CASE.NOT_PERMITTED');
    expect(allowedTo(dispatched(), anotherCustomer())).toEqual([]);
  });

  it('is offered what is theirs to do now, and nothing of the staff’s', () => {
    expect(allowedTo(aCase(), aCustomer())).toEqual(['attach', 'recordMessage']);
    expect(allowedTo(dispatched(), aCustomer())).toEqual(['moveAppointment', 'attach', 'recordMessage']);
    expect(allowedTo(aCase().answered().classified().resolvedRemotely(), aCustomer())).toEqual([
      'recordSurvey',
      'attach',
      'recordMessage',
    ]);
  });
});
