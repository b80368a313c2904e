import { describe, expect, it } from '@jest/globals';
import { SYSTEM } from '../../../../../domain/identity/actor';
import type { CaseCommand } from '../../../../../domain/case/commands';
import type { Command } from '../../../../../domain/process/decider';
import { serviceCase } from '../../../../../domain/case/decider';
import { aClerk, anHqManager, aSalesperson, CENTRE, somebodyWith } from '../../support/actors';
import { aCase } from '../../support/case-builder';
import { clockMet, clockStarted, clockStopped } from '../../support/clock-events';
import * as commands from '../../support/commands';
import { given, refusalOf } from '../../support/given';

describe('A request that is registered', () => {
  it('becomes a case whose 24 hours run from receipt, not from registration (R1, R4)', () => {
    const { events, state } = aCase();
    expect(events.map(({ type, data }) => ({ type, data }))).toStrictEqual([
      { type: 'CaseRegistered', data: commands.aRegistration() },
      clockStarted('answer', commands.RECEIVED_AT, { serviceLevel: 'A' }),
    ]);
    expect(state).toMatchObject({
      stage: 'registered',
      regionId: CENTRE,
      serviceLevel: 'A',
      warranty: 'unknown',
    });
  });

  it('a day after its receipt may still be told to have been answered before that (R4)', () => {
    const letter = aCase({}, '2026-11-03T02:00:00.000Z');
    const occurredAt = '2026-11-02T03:00:00.000Z';
    expect(letter.state.stageSince).toBe(commands.RECEIVED_AT);
    given(letter)
      .when(commands.answer(), { occurredAt })
      .then(
        { type: 'RequestAnswered', data: { text: 'An engineer will call you.', sentAt: letter.now } },
        clockMet('answer', occurredAt, letter.now),
      );
  });

  it('takes the unit and its warranty with it where the sender named one (R2, R6)', () => {
    expect(aCase({ unit: commands.UNIT }).state).toMatchObject({
      unit: commands.UNIT,
      warranty: 'in-warranty',
    });
  });

  it('is not registered twice', () => {
    given(aCase()).when(commands.register()).thenRefused('CASE.ALREADY_REGISTERED');
  });

  it.each(['phone', 'email', 'letter', 'walk-in', 'web', 'chat'] as const)(
    'by %s is a case like any other (R1)',
    (channel) => {
      expect(aCase({ channel }).answered().state.stage).toBe('answered');
    },
  );
});

describe('Answering', () => {
  it('keeps the 24-hour promise (R1, R4)', () => {
    const registered = aCase();
    given(registered)
      .when(commands.answer(), { by: aClerk() })
      .then(
        { type: 'RequestAnswered', data: { text: 'An engineer will call you.', sentAt: registered.now } },
        clockMet('answer', registered.now),
      );
  });

  it('is open to the sales centre too', () => {
    given(aCase()).when(commands.answer(), { by: aSalesperson() }).thenState({ stage: 'answered' });
  });

  it('is refused when told as of tomorrow', () => {
    given(aCase())
      .when(commands.answer(), { occurredAt: '2026-11-03T02:00:00.000Z' })
      .thenRefused('COMMAND.INSTANT_IN_FUTURE', { field: 'occurredAt' });
  });

  it('is taken as of now when the phone it came from runs some minutes ahead', () => {
    const registered = aCase();
    const ahead = new Date(Date.parse(registered.now) + 4 * 60_000).toISOString();
    given(registered)
      .when(commands.answer(), { occurredAt: ahead })
      .thenState({ stageSince: registered.now });
    given(registered)
      .when(commands.answer(), { occurredAt: ahead })
      .thenAmongOthers(clockMet('answer', registered.now));
  });

  it('is refused when told as of before the receipt', () => {
    given(aCase())
      .when(commands.answer(), { occurredAt: '2026-11-02T01:59:59.999Z' })
      .thenRefused('COMMAND.INSTANT_TOO_EARLY', {
        params: { earliest: commands.RECEIVED_AT },
        field: 'occurredAt',
      });
  });

  it('is taken as of receipt where the intake clock ran ahead of ours', () => {
    const early = aCase().at('2026-11-02T01:58:00.000Z');
    given(early).when(commands.answer()).thenAmongOthers(clockMet('answer', commands.RECEIVED_AT));
    given(early)
      .when(commands.answer(), { occurredAt: early.now })
      .thenAmongOthers(clockMet('answer', commands.RECEIVED_AT));
  });
});

describe('A question that staff cannot answer (R5)', () => {
  const { question } = { question: 'Is the seal safe with acid?' };

  it('goes to headquarters', () => {
    given(aCase())
      .when(commands.escalateQuestion(), { by: aClerk() })
      .then({ type: 'QuestionEscalated', data: { question } });
  });

  it('goes there once', () => {
    given(aCase().escalated()).when(commands.escalateQuestion()).thenRefused('CASE.ALREADY_ESCALATED');
  });

  it('is not answered by a centre any more', () => {
    given(aCase().escalated()).when(commands.answer(), { by: aClerk() }).thenRefused('CASE.QUESTION_WITH_HQ');
  });

  it('is answered from headquarters, and is with it no longer', () => {
    const answered = aCase().escalated().does(commands.answer(), { by: anHqManager() });
    expect(answered.state.stage).toBe('answered');
    expect(answered.state).not.toHaveProperty('escalatedQuestion');
  });

  it('is answered by any clerk of headquarters', () => {
    const by = somebodyWith('enquiry-clerk', 'hq');
    given(aCase().escalated()).when(commands.answer(), { by }).thenState({ stage: 'answered' });
  });
});

describe('Joining two requests about the same fault, so that it is repaired once (R14)', () => {
  it('ends the case once its sender is answered, and drops its promises', () => {
    const classified = aCase().answered().classified();
    given(classified)
      .when(commands.join())
      .then(
        { type: 'CaseJoined', data: { into: 'AS-2026-000099' } },
        clockStopped('resolution', classified.now),
      );
    expect(classified.joined().state).toMatchObject({ stage: 'joined', joinedInto: 'AS-2026-000099' });
  });

  it('is refused before the sender has an answer (R1)', () => {
    given(aCase()).when(commands.join()).thenRefused('CASE.NOT_ANSWERED');
  });

  it('is refused with the case itself', () => {
    given(aCase().answered())
      .when(commands.join({ into: 'AS-2026-000001' }))
      .thenRefused('CASE.CANNOT_JOIN_ITSELF', { field: 'data.into' });
  });

  it('is told to the other case by Aftercare alone', () => {
    given(aCase())
      .when(commands.recordJoinedRequest(), { by: anHqManager() })
      .thenRefused('CASE.NOT_PERMITTED');
    given(aCase())
      .when(commands.recordJoinedRequest(), { by: SYSTEM })
      .thenState({
        joinedRequests: [
          { requestNumber: 'RQ-2026-000007', fromCase: 'AS-2026-000007', text: 'It still hums.' },
        ],
      });
  });

  it('is refused by a case that has ended', () => {
    given(aCase().cancelled()).when(commands.recordJoinedRequest()).thenRefused('CASE.ENDED');
  });

  it('ends a pause too', () => {
    expect(aCase().answered().paused().joined().state).not.toHaveProperty('paused');
  });
});

describe('A command from a newer version of Aftercare', () => {
  it.each(['scrap', 'toString', '__proto__'])(
    'called %s is refused, and does not stop the process',
    (type) => {
      const sent: unknown = { id: 'c1', type, data: {}, actor: anHqManager() };
      // As over the wire from an API that is ahead: no compiler has seen it.
      const isTaken = (value: unknown): value is Command<CaseCommand> => typeof value === 'object';
      if (!isTaken(sent)) throw new Error('not an object');
      expect(refusalOf(() => serviceCase.decide(aCase().state, sent, commands.RECEIVED_AT))).toMatchObject({
        code: 'COMMAND.UNKNOWN',
        params: { command: type },
      });
    },
  );
});
