import { describe, expect, it } from '@jest/globals';
import type { CaseEvent } from '../../../../../domain/case/events';
import { serviceCase } from '../../../../../domain/case/decider';
import { aCase, anUnplacedCase, callFailed, type CaseBuilder, elapse } from '../../support/case-builder';
import { clockMet, clockPaused, clockStarted, clockStopped } from '../../support/clock-events';
import * as commands from '../../support/commands';
import { given } from '../../support/given';
import { CASE_AT } from '../../support/stages';

const FACTS = { requestType: 'repair', priority: 'normal', warranty: 'unknown' };
const HOUR_MS = 3_600_000;
const later = (at: string, hours: number): string => new Date(Date.parse(at) + hours * HOUR_MS).toISOString();
const owed: CaseEvent = { type: 'RevisitDecided', data: { required: true, reason: 'level-always' } };
const expiry = (at: string): CaseEvent => ({
  type: 'ClockExpired',
  data: { clock: 'survey', step: 'expire', dueAt: at, late: false },
});
const lapse = (before: CaseBuilder) => elapse('survey', { kind: 'expire' }, before.now);

/** Resolved by phone at a centre of that level. */
const reportedAt = (serviceLevel: 'A' | 'B' | 'C', caseNumber = commands.UNSAMPLED_NUMBER) =>
  aCase({ caseNumber, serviceLevel }).answered().classified().resolvedRemotely();

describe('The satisfaction survey (R22)', () => {
  it('that is answered is kept in time, and a revisit is decided', () => {
    const before = CASE_AT.reported();
    given(before)
      .when(commands.recordSurvey())
      .then(
        { type: 'SurveyAnswered', data: { productScore: 5, serviceScore: 4 } },
        clockMet('survey', before.now),
        owed,
        clockStarted('revisit', before.now, { ...FACTS, serviceLevel: 'B' }),
      );
  });

  it.each([
    [2, 5],
    [5, 1],
    [1, 1],
  ])('with scores %d and %d opens a follow-up', (productScore, serviceScore) => {
    given(CASE_AT.reported())
      .when(commands.recordSurvey({ productScore, serviceScore, comment: 'too late' }))
      .thenState({
        followUps: [
          expect.objectContaining({
            key: 'dissatisfied',
            kind: 'dissatisfied-customer',
            reason: 'too late',
          }),
        ],
      });
  });

  it('with scores of three opens none', () => {
    given(CASE_AT.reported())
      .when(commands.recordSurvey({ productScore: 3, serviceScore: 3 }))
      .thenState({ followUps: [] });
  });

  it('that nobody answers lapses: its promise ends, and the case goes on', () => {
    const before = CASE_AT.reported();
    given(before)
      .when(lapse(before))
      .then(
        expiry(before.now),
        clockStopped('survey', before.now),
        { type: 'SurveyLapsed', data: {} },
        owed,
        clockStarted('revisit', before.now, { ...FACTS, serviceLevel: 'B' }),
      );
    given(before).when(lapse(before)).thenState({ stage: 'surveyed', survey: 'lapsed' });
  });

  it('that lapses while the case is paused leaves it paused, with the revisit waiting', () => {
    const before = CASE_AT.reported().paused();
    given(before)
      .when(lapse(before))
      .then(
        expiry(before.now),
        clockStopped('survey', before.now),
        { type: 'SurveyLapsed', data: {} },
        owed,
        clockStarted('revisit', before.now, { ...FACTS, serviceLevel: 'B' }),
        clockPaused('revisit', before.now),
      );
    const lapsed = before.does(lapse(before));
    given(lapsed).when(commands.recordRevisit()).thenRefused('CASE.PAUSED');
    expect(lapsed.resumed().state.clocks.revisit?.pauses).toEqual([{ from: before.now, to: lapsed.now }]);
    expect(lapsed.resumed().revisited().closed().state.stage).toBe('closed');
  });

  it('that was answered does not lapse afterwards', () => {
    const before = CASE_AT.surveyed();
    given(before).when(lapse(before)).then();
  });
});

describe('The revisit (R11, R23)', () => {
  it.each(['A', 'B'] as const)('is owed to every customer at level %s', (level) => {
    expect(reportedAt(level).surveyed().state.revisit).toEqual({ required: true, reason: 'level-always' });
  });

  it('is owed to a sample of the customers at level C', () => {
    const surveyed = (caseNumber: string) => reportedAt('C', caseNumber).surveyed().state;
    expect(surveyed(commands.SAMPLED_NUMBER).revisit).toEqual({ required: true, reason: 'sampled' });
    expect(surveyed(commands.UNSAMPLED_NUMBER).revisit).toEqual({ required: false, reason: 'not-sampled' });
    expect(surveyed(commands.UNSAMPLED_NUMBER).clocks).not.toHaveProperty('revisit');
  });

  it('is owed where nobody knows the level', () => {
    const reported = anUnplacedCase().answered().classified().resolvedRemotely();
    given(reported).when(commands.recordSurvey()).thenAmongOthers(owed);
  });

  it('that was made keeps its promise', () => {
    const before = CASE_AT.reported().surveyed();
    given(before)
      .when(commands.recordRevisit())
      .then(
        { type: 'RevisitMade', data: { outcome: 'satisfied', note: 'All is well.' } },
        clockMet('revisit', before.now),
      );
  });

  it('that finds the customer dissatisfied opens a follow-up (R22)', () => {
    given(CASE_AT.reported().surveyed())
      .when(commands.recordRevisit({ outcome: 'dissatisfied', note: 'it leaks' }))
      .thenState({
        stage: 'revisited',
        followUps: [
          expect.objectContaining({ key: 'revisit', kind: 'dissatisfied-customer', reason: 'it leaks' }),
        ],
      });
  });

  it('of a customer who was not reached is not made: twice it stays owed, then it is given up, not kept', () => {
    const vain = commands.recordRevisit({ outcome: 'not-reached', note: 'no answer' });
    const before = CASE_AT.reported().surveyed();
    const nextFrom = later(before.now, 4);
    given(before)
      .when(vain)
      .then({ type: 'RevisitAttempted', data: { note: 'no answer', nextFrom } });
    const once = before.does(vain);
    given(once)
      .when(vain)
      .thenRefused('CASE.REVISIT_TOO_SOON', { params: { from: nextFrom } });
    expect(serviceCase.tasks(once.state)).toMatchObject([
      { kind: 'revisit', params: { attempts: 1, nextAttemptFrom: nextFrom } },
    ]);
    const twice = once
      .later(4 * HOUR_MS)
      .does(vain)
      .later(4 * HOUR_MS);
    expect(twice.state).toMatchObject({ stage: 'surveyed', revisit: { attempts: 2 } });
    given(twice).when(commands.close()).thenRefused('CASE.REVISIT_OUTSTANDING');
    given(twice)
      .when(vain)
      .then(
        { type: 'RevisitMade', data: { outcome: 'not-reached', note: 'no answer' } },
        clockStopped('revisit', twice.now),
      );
    expect(twice.does(vain).state).toMatchObject({ stage: 'revisited', revisit: { outcome: 'not-reached' } });
  });

  it('succeeds after an attempt in vain', () => {
    const attempted = CASE_AT.reported().surveyed().revisited({ outcome: 'not-reached' });
    given(attempted).when(commands.recordRevisit()).thenAmongOthers(clockMet('revisit', attempted.now));
  });
});

describe('Closing', () => {
  it('is refused while a revisit is owed (R23)', () => {
    given(CASE_AT.reported().surveyed()).when(commands.close()).thenRefused('CASE.REVISIT_OUTSTANDING');
  });

  it('follows the survey at once where no revisit is owed', () => {
    given(CASE_AT.surveyed()).when(commands.close()).then({ type: 'CaseClosed', data: {} });
  });

  it('follows the revisit, also one that was not owed', () => {
    given(CASE_AT.surveyed().revisited()).when(commands.close()).thenState({ stage: 'closed' });
    given(CASE_AT.revisited()).when(commands.close()).then({ type: 'CaseClosed', data: {} });
  });

  it('leaves what a system could not do to be seen to; then the case has ended', () => {
    const closed = CASE_AT.revisited()
      .does(callFailed({ key: 'call-1' }))
      .closed();
    given(closed).when(commands.addNote()).thenState({ stage: 'closed' });
    given(closed.does(commands.followUpDone('call-1')))
      .when(commands.addNote())
      .thenRefused('CASE.ENDED');
  });
});
