import { describe, expect, it } from '@jest/globals';
import { aClerk, anHqManager } from '../../support/actors';
import { aCase, callFailed, elapse, settleCall } from '../../support/case-builder';
import { clockFactsChanged, clockPaused, clockResumed, clockStopped } from '../../support/clock-events';
import * as commands from '../../support/commands';
import { given } from '../../support/given';
import { CASE_AT } from '../../support/stages';

describe('Cancelling', () => {
  it('drops every promise that still runs, and no other', () => {
    const before = CASE_AT.dispatched();
    given(before)
      .when(commands.cancel())
      .then(
        { type: 'CaseCancelled', data: { reason: 'sent twice', keepsWhatHappened: true } },
        clockStopped('resolution', before.now),
        clockStopped('arrival', before.now),
      );
  });

  it('ends a pause too', () => {
    expect(CASE_AT.dispatched().paused().cancelled().state).not.toHaveProperty('paused');
  });
});

describe('Pausing and resuming', () => {
  it('pauses every promise that still runs, and no other', () => {
    const before = CASE_AT.dispatched();
    given(before)
      .when(commands.pause())
      .then(
        { type: 'CasePaused', data: { reason: 'the customer travels' } },
        clockPaused('resolution', before.now),
        clockPaused('arrival', before.now),
      );
  });

  it('resumes all that was paused', () => {
    const before = CASE_AT.dispatched().paused();
    given(before)
      .when(commands.resume())
      .then(
        { type: 'CaseResumed', data: {} },
        clockResumed('resolution', before.now),
        clockResumed('arrival', before.now),
      );
    expect(before.resumed().state).not.toHaveProperty('paused');
  });

  it('is refused where the case is paused, or not paused, already', () => {
    given(aCase().paused()).when(commands.pause()).thenRefused('CASE.PAUSED');
    given(aCase()).when(commands.resume()).thenRefused('CASE.NOT_PAUSED');
  });

  it('does not resume before it paused', () => {
    const paused = CASE_AT.answered().paused();
    const since = paused.state.paused?.since;
    given(paused)
      .when(commands.resume(), { occurredAt: CASE_AT.answered().state.stageSince })
      .thenRefused('COMMAND.INSTANT_TOO_EARLY', { params: { earliest: since } });
  });

  it('may be told afterwards', () => {
    const { stageSince } = CASE_AT.answered().state;
    const paused = CASE_AT.answered().does(commands.pause(), { occurredAt: stageSince });
    expect(paused.state.paused).toEqual({ reason: 'the customer travels', since: stageSince });
    expect(paused.state.clocks.answer?.pauses).toEqual([]);
  });
});

describe('Changing the priority', () => {
  it('selects other policies for the promises that run (R3)', () => {
    const before = CASE_AT.classified();
    given(before)
      .when(commands.changePriority())
      .then(
        { type: 'PriorityChanged', data: { priority: 'urgent', reason: 'the line stands still' } },
        clockFactsChanged(
          'resolution',
          {
            requestType: 'repair',
            priority: 'urgent',
            warranty: 'unknown',
            serviceLevel: 'A',
          },
          before.now,
        ),
      );
  });

  it('to what it is already is refused', () => {
    given(aCase())
      .when(commands.changePriority({ priority: 'normal' }))
      .thenRefused('CASE.SAME_PRIORITY', { field: 'data.priority' });
  });

  it('does not move an arrival that was promised (R4)', () => {
    const before = CASE_AT.dispatched();
    const after = before.does(commands.changePriority());
    expect(after.state.clocks.arrival).toMatchObject({
      fixedDueAt: commands.APPOINTMENT.to,
      facts: { priority: 'urgent' },
    });
  });
});

describe('A note', () => {
  it('changes nothing but the record', () => {
    const before = CASE_AT.dispatched();
    given(before)
      .when(commands.addNote())
      .then({ type: 'NoteAdded', data: { text: 'Called twice.' } });
    expect(before.does(commands.addNote()).state).toEqual(before.state);
  });
});

describe('A follow-up', () => {
  it('that does not exist cannot be completed', () => {
    given(CASE_AT.closed().does(callFailed()))
      .when(commands.completeFollowUp({ key: 'another' }))
      .thenRefused('CASE.NO_SUCH_TASK', { params: { key: 'another' }, field: 'data.key' });
  });
});

describe('A call to another system', () => {
  const outcome = {
    key: 'AS-2026-000001:9:2',
    call: 'reserveParts',
    undo: false,
    outcome: { ok: true, result: null },
  } as const;
  const done = settleCall(outcome);
  const failed = callFailed();

  it('that was done is recorded; the reservation is known from then on (R19)', () => {
    given(CASE_AT.dispatched()).when(done).then({ type: 'CallSettled', data: outcome });
    given(CASE_AT.dispatched())
      .when(done)
      .thenState({ reservationIds: ['AS-2026-000001:9:2'] });
  });

  it.each([
    [false, 'call-failed'],
    [true, 'undo-failed'],
  ] as const)('that failed for good becomes work for a person (undo: %s)', (undo, kind) => {
    given(CASE_AT.dispatched())
      .when(callFailed({ undo }))
      .thenState({
        followUps: [
          expect.objectContaining({
            kind,
            reason: 'Reserving parts failed: no depot has enough stock.',
            reasonNames: {
              en: 'Reserving parts failed: no depot has enough stock.',
              zh: '备件预留失败：各仓库库存不足。',
            },
          }),
        ],
      });
  });

  it('that fails after the case was closed or cancelled opens it to a person again', () => {
    given(CASE_AT.closed().does(failed)).when(commands.addNote()).thenState({ stage: 'closed' });
    given(CASE_AT.cancelled().does(failed))
      .when(commands.followUpDone('AS-2026-000001:9:2'))
      .thenState({ stage: 'cancelled', followUps: [] });
  });

  it('whose outcome is told twice is one piece of work', () => {
    expect(CASE_AT.dispatched().does(failed).does(failed).state.followUps).toHaveLength(1);
  });

  it.each([elapse('answer'), settleCall()])('is told by Aftercare alone (%s)', (command) => {
    for (const by of [aClerk(), anHqManager()])
      given(aCase()).when(command, { by }).thenRefused('CASE.NOT_PERMITTED');
  });
});

describe('A step of a promise', () => {
  it('is recorded once', () => {
    const before = aCase().elapsed('answer');
    expect(before.state.clocks.answer?.fired).toEqual(['breach']);
    given(before).when(elapse('answer')).then();
  });

  it('of a promise that was kept, or was never made, leaves nothing', () => {
    given(aCase().answered()).when(elapse('answer')).then();
    given(aCase()).when(elapse('arrival')).then();
    given(aCase()).when(elapse('constructor')).then();
  });
});
