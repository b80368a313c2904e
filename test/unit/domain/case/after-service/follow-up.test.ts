import { describe, expect, it } from '@jest/globals';
import { serviceCase } from '../../../../../domain/case/decider';
import { aClerk, anEngineer } from '../../support/actors';
import type { CaseBuilder } from '../../support/case-builder';
import { clockMet, clockStarted } from '../../support/clock-events';
import * as commands from '../../support/commands';
import { allowedTo, given } from '../../support/given';
import { CASE_AT } from '../../support/stages';

const FACTS = { requestType: 'repair', priority: 'normal', warranty: 'unknown', serviceLevel: 'B' };
const dissatisfied = (): CaseBuilder => CASE_AT.reported().surveyed({ serviceScore: 1, comment: 'late' });
const onRevisit = (before = CASE_AT.reported().surveyed()): CaseBuilder =>
  before.revisited({ outcome: 'dissatisfied', note: 'it leaks' });
const done = commands.completeFollowUp();

describe('The follow-up of a dissatisfied customer (R22)', () => {
  it('is promised for a time of its own, from when they said so', () => {
    const before = CASE_AT.reported();
    given(before)
      .when(commands.recordSurvey({ serviceScore: 1, comment: 'late' }))
      .thenAmongOthers(
        {
          type: 'FollowUpOpened',
          data: { key: 'dissatisfied', kind: 'dissatisfied-customer', reason: 'late' },
        },
        clockStarted('follow-up', before.now, FACTS),
      );
    const revisited = CASE_AT.reported().surveyed();
    given(revisited)
      .when(commands.recordRevisit({ outcome: 'dissatisfied', note: 'it leaks' }))
      .thenAmongOthers(clockStarted('follow-up', revisited.now, FACTS));
  });

  it('has been waited for since the first time, where the customer says so twice', () => {
    const { state } = onRevisit(dissatisfied());
    expect(state.followUps.map(({ key }) => key)).toEqual(['dissatisfied', 'revisit']);
    expect(state.clocks['follow-up']?.startedAt).toBe(state.followUps[0]?.openedAt);
    expect(onRevisit(dissatisfied()).does(done).state.clocks['follow-up']).not.toHaveProperty('metAt');
  });

  it('climbs from the desk to the centre’s director and to headquarters when nobody sees to it', () => {
    const before = dissatisfied();
    const messagesTo = (to: string) =>
      serviceCase
        .react(before.state, {
          type: 'ClockEscalated',
          data: { clock: 'follow-up', step: 'escalate:0', dueAt: before.now, late: false, to },
          seq: 99,
          at: before.now,
          commandId: 'timer',
          actor: { kind: 'system', id: 'aftercare' },
        })
        .map((effect) => effect.kind === 'notify' && effect.to);
    expect(['owner', 'centre-director', 'hq-service-manager'].flatMap(messagesTo)).toEqual([
      { role: 'enquiry-clerk', organisationId: 'centre-east' },
      { role: 'centre-director', organisationId: 'centre-east' },
      { role: 'hq-service-manager', organisationId: 'hq' },
    ]);
  });

  it('records what was done and whether it satisfied, keeps the promise, and lets the case close', () => {
    const before = CASE_AT.surveyed().later(0);
    expect(before.state.followUps).toEqual([]);
    const open = onRevisit();
    given(open).when(commands.close()).thenRefused('CASE.FOLLOW_UP_OPEN');
    expect(allowedTo(open, aClerk())).not.toContain('close');
    const outcome = { redress: 'compensation', satisfied: true } as const;
    const complete = commands.completeFollowUp({ key: 'revisit', note: 'a voucher', outcome });
    given(open)
      .when(complete, { by: aClerk() })
      .then(
        { type: 'FollowUpDone', data: { key: 'revisit', note: 'a voucher', outcome } },
        clockMet('follow-up', open.now),
      );
    const after = open.does(complete, { by: aClerk() });
    expect(after.state.doneFollowUps).toEqual([
      {
        key: 'revisit',
        reason: 'it leaks',
        openedAt: open.state.stageSince,
        doneAt: open.now,
        by: { id: aClerk().id, name: expect.any(String) },
        note: 'a voucher',
        ...outcome,
      },
    ]);
    expect(after.closed().state.stage).toBe('closed');
  });

  it('is not done without its outcome, and other follow-ups have none', () => {
    const { key, note } = { key: 'dissatisfied', note: 'called' };
    given(dissatisfied())
      .when({ type: 'completeFollowUp', data: { key, note } })
      .thenRefused('CASE.FOLLOW_UP_OUTCOME_MISSING', { field: 'data.outcome' });
    const asked = CASE_AT.dispatched().does(commands.escalate());
    given(asked)
      .when(commands.completeFollowUp({ key: 'escalation:centre-director' }))
      .thenRefused('CASE.FOLLOW_UP_HAS_NO_REDRESS', { field: 'data.outcome' });
  });

  it('is done by the desk and its supervisors, not by the engineer who was there', () => {
    given(dissatisfied()).when(done, { by: anEngineer() }).thenRefused('CASE.NOT_PERMITTED');
  });

  it('is done where the case is served once more: whether that satisfied, the next survey tells', () => {
    const open = dissatisfied();
    const again = open.does(commands.reopen(), { by: aClerk() });
    expect(again.state).toMatchObject({ stage: 'classified', followUps: [] });
    expect(again.state.clocks['follow-up']).toMatchObject({ metAt: open.now });
    expect(again.state.doneFollowUps).toMatchObject([{ redress: 'rework', satisfied: null }]);
  });

  it('that did not satisfy lets the desk reopen the case; one that did leaves that to a supervisor', () => {
    const seenTo = (satisfied: boolean) =>
      dissatisfied().does(commands.completeFollowUp({ outcome: { redress: 'explanation', satisfied } }));
    given(seenTo(false)).when(commands.reopen(), { by: aClerk() }).thenState({ stage: 'classified' });
    given(seenTo(true)).when(commands.reopen(), { by: aClerk() }).thenRefused('CASE.NOT_PERMITTED');
    given(seenTo(true)).when(commands.reopen()).thenState({ stage: 'classified' });
  });
});
