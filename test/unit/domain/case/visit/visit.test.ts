import { describe, expect, it } from '@jest/globals';
import { REQUEST_TYPES } from '../../../../../domain/case/terms';
import { anEngineer, anotherEngineer, CENTRE } from '../../support/actors';
import { aCase } from '../../support/case-builder';
import { clockFactsChanged, clockMet, clockStarted } from '../../support/clock-events';
import * as commands from '../../support/commands';
import { given } from '../../support/given';

const classified = () => aCase().answered().classified();
const FACTS = { requestType: 'repair', priority: 'normal', warranty: 'unknown' };

describe('Dispatching an engineer (R4, R13)', () => {
  it('promises the arrival for the time that the customer set, at the level of those who go', () => {
    const before = classified();
    given(before)
      .when(commands.dispatch({ parts: [{ partNumber: 'CAP-1', quantity: 2 }] }))
      .then(
        {
          type: 'EngineerDispatched',
          data: {
            engineer: {
              id: 'engineer-li',
              name: 'Li',
              outletId: 'outlet-suzhou',
              regionId: CENTRE,
              serviceLevel: 'B',
            },
            appointment: commands.APPOINTMENT,
            parts: [{ partNumber: 'CAP-1', quantity: 2 }],
          },
        },
        clockStarted('arrival', before.now, { ...FACTS, serviceLevel: 'B' }, commands.APPOINTMENT.to),
        clockFactsChanged('resolution', { ...FACTS, serviceLevel: 'B' }, before.now),
      );
  });

  it.each(REQUEST_TYPES)(
    'for a request of type %s is possible only where the work is on site (R3)',
    (requestType) => {
      const before = aCase().answered().classified({ requestType });
      if (['repair', 'installation', 'relocation'].includes(requestType))
        given(before).when(commands.dispatch()).thenState({ stage: 'dispatched' });
      else
        given(before)
          .when(commands.dispatch())
          .thenRefused('CASE.NOT_ON_SITE_TYPE', { params: { requestType } });
    },
  );

  it('is refused where the appointment ends before it begins', () => {
    const { from, to } = commands.APPOINTMENT;
    given(classified())
      .when(commands.dispatch({ appointment: { from: to, to: from } }))
      .thenRefused('COMMAND.INVALID', { field: 'data.appointment' });
    given(classified())
      .when(commands.dispatch({ appointment: { from, to: from } }))
      .thenRefused('COMMAND.INVALID', { field: 'data.appointment' });
  });

  it('is refused for an appointment that is over', () => {
    given(classified().at(commands.APPOINTMENT.to))
      .when(commands.dispatch())
      .thenRefused('COMMAND.INVALID', { field: 'data.appointment.to' });
  });

  it('is possible while the appointment runs', () => {
    given(classified().at('2026-11-04T03:59:59.999Z'))
      .when(commands.dispatch())
      .thenState({ stage: 'dispatched' });
  });

  it('and the whole visit may be recorded afterwards, as it happened (R13)', () => {
    const visit = classified()
      .at('2026-11-06T01:00:00.000Z')
      .does(commands.dispatch(), { occurredAt: '2026-11-03T09:00:00.000Z' })
      .does(commands.arrive(), { occurredAt: '2026-11-04T02:00:00.000Z' });
    expect(visit.state).toMatchObject({ stage: 'on-site', stageSince: '2026-11-04T02:00:00.000Z' });
    expect(visit.state.clocks.arrival).toMatchObject({
      startedAt: '2026-11-03T09:00:00.000Z',
      fixedDueAt: commands.APPOINTMENT.to,
      metAt: '2026-11-04T02:00:00.000Z',
    });
  });

  it('as of before the case was classified is refused', () => {
    given(classified())
      .when(commands.dispatch(), { occurredAt: commands.RECEIVED_AT })
      .thenRefused('COMMAND.INSTANT_TOO_EARLY', { params: { earliest: classified().state.stageSince } });
  });
});

describe('The visit', () => {
  const dispatched = () => classified().dispatched();

  it('begins with the arrival, which keeps its promise as of when the engineer stood there (R4, R13)', () => {
    const occurredAt = '2026-11-04T02:00:00.000Z';
    const enteredAt = '2026-11-04T05:00:00.000Z';
    given(dispatched().at(enteredAt))
      .when(commands.arrive(), { by: anEngineer(), occurredAt })
      .then({ type: 'EngineerArrived', data: { enteredAt } }, clockMet('arrival', occurredAt, enteredAt));
  });

  it('goes on with the repair: fault, cause, work and its verification (R17)', () => {
    given(dispatched().onSite())
      .when(commands.repair())
      .then({
        type: 'UnitRepaired',
        data: {
          fault: 'no torque',
          cause: 'worn capacitor',
          work: 'replaced it',
          verification: 'ran an hour',
          issued: [],
        },
      });
  });

  it('ends with the service report; the resolution is kept and the survey asked (R18, R22)', () => {
    const repaired = dispatched().onSite().repaired();
    given(repaired)
      .when(commands.report())
      .then(
        {
          type: 'ServiceReported',
          data: commands.REPORT,
        },
        clockMet('resolution', repaired.now),
        { type: 'SurveyAsked', data: {} },
        clockStarted('survey', repaired.now, { ...FACTS, serviceLevel: 'B' }),
      );
  });

  it.each([
    ['arrive', dispatched(), commands.arrive()],
    ['repair', dispatched().onSite(), commands.repair()],
    ['report', dispatched().onSite().repaired(), commands.report()],
  ])('takes "%s" from the engineer who was sent, and from no other (R13)', (_name, before, command) => {
    given(before).when(command, { by: anotherEngineer() }).thenRefused('CASE.NOT_ASSIGNED_TO_YOU');
  });
});

describe('Resolving without a visit', () => {
  it('keeps the resolution and asks the survey (R3, R22)', () => {
    const before = aCase().answered().classified({ requestType: 'consultation' });
    given(before)
      .when(commands.resolveRemotely())
      .then(
        { type: 'CaseResolvedRemotely', data: { resolution: 'The breaker was off.' } },
        clockMet('resolution', before.now),
        { type: 'SurveyAsked', data: {} },
        clockStarted('survey', before.now, { ...FACTS, requestType: 'consultation', serviceLevel: 'A' }),
      );
  });

  it('is possible for a repair that turned out to need no visit', () => {
    given(classified()).when(commands.resolveRemotely()).thenState({ stage: 'reported' });
  });
});
