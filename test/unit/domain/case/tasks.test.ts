import { describe, expect, it } from '@jest/globals';
import { tasks } from '../../../../domain/case/tasks';
import { ownerOf } from '../../../../domain/case/common/owner';
import { isRegistered } from '../../../../domain/case/state';
import { CENTRE, ENGINEER_ID, OUTLET } from '../support/actors';
import { aCase, anUnplacedCase, callFailed, type CaseBuilder } from '../support/case-builder';
import * as commands from '../support/commands';
import { CASE_AT, REACHED_STAGES } from '../support/stages';

const desk = { role: 'enquiry-clerk', organisationId: CENTRE };
const engineer = { role: 'repair-engineer', organisationId: OUTLET, staffId: ENGINEER_ID };
const headquarters = { role: 'hq-service-manager', organisationId: 'hq' };

const ownerIn = ({ state }: CaseBuilder) => (isRegistered(state) ? ownerOf(state) : undefined);

describe('What is to be done next, and by whom (R12)', () => {
  it.each([
    ['registered', { kind: 'answer-request', clock: 'answer', ...desk }],
    ['answered', { kind: 'classify', clock: 'classification', ...desk }],
    ['classified', { kind: 'dispatch', clock: 'resolution', ...desk }],
    ['dispatched', { kind: 'arrive', clock: 'arrival', ...engineer }],
    ['on-site', { kind: 'diagnose', clock: 'resolution', ...engineer }],
    ['repaired', { kind: 'report', clock: 'resolution', ...engineer }],
    ['reported', { kind: 'ask-survey', clock: 'survey', ...desk }],
    ['surveyed', { kind: 'close', clock: 'closing', ...desk }],
    ['revisited', { kind: 'close', clock: 'closing', ...desk }],
  ] as const)('at stage %s', (stage, expected) => {
    const { state } = CASE_AT[stage]();
    const { kind } = expected;
    expect(tasks(state)).toStrictEqual([{ key: kind, openedAt: state.stageSince, params: {}, ...expected }]);
  });

  it.each(['closed', 'cancelled', 'joined'] as const)('is nothing once the case is %s', (stage) => {
    expect(tasks(CASE_AT[stage]().state)).toEqual([]);
    expect(ownerIn(CASE_AT[stage]())).toBeUndefined();
  });

  it('is to resolve, where nobody is sent (R3)', () => {
    const { state } = aCase().answered().classified({ requestType: 'consultation' });
    expect(tasks(state)).toMatchObject([{ kind: 'resolve', clock: 'resolution', ...desk }]);
  });

  it('is a revisit, where one is owed (R23)', () => {
    expect(tasks(CASE_AT.reported().surveyed().state)).toMatchObject([
      { kind: 'revisit', clock: 'revisit', ...desk },
    ]);
  });

  it('is with headquarters while a question is there (R5)', () => {
    expect(tasks(aCase().escalated().state)).toMatchObject([{ kind: 'answer-request', ...headquarters }]);
  });

  it('is with whoever took the request in, where nobody knows the region', () => {
    const unplaced = anUnplacedCase();
    expect(ownerIn(unplaced)).toEqual(desk);
  });

  it.each(REACHED_STAGES.slice(0, 9))('is to resume a case paused at stage %s, since then', (stage) => {
    const before = CASE_AT[stage]();
    expect(tasks(before.paused().state)).toMatchObject([
      { kind: 'resume', openedAt: before.now, params: { reason: 'the customer travels' } },
    ]);
  });

  it('is also to identify a customer nobody knows (R2), and to look at the sender’s open cases (R14)', () => {
    const unknown = aCase({ customer: commands.PROSPECT, openCases: ['AS-2026-000050'] });
    for (const { state } of [unknown, unknown.answered()])
      expect(tasks(state).slice(1)).toMatchObject([
        { kind: 'identify-customer', ...desk },
        { kind: 'decide-joining', params: { openCases: ['AS-2026-000050'] }, ...desk },
      ]);
    expect(tasks(unknown.identified().answered().classified().state)).toHaveLength(1);
  });

  it('is also every follow-up, until it is done, and comes before the case is closed (R22)', () => {
    const revisited = CASE_AT.reported().surveyed({ serviceScore: 1 }).revisited();
    expect(tasks(revisited.state)).toMatchObject([
      {
        key: 'follow-up:dissatisfied',
        kind: 'dissatisfied-customer',
        params: { key: 'dissatisfied' },
        clock: 'follow-up',
        ...desk,
      },
    ]);
    expect(ownerIn(revisited)).toEqual(desk);
    expect(tasks(revisited.does(commands.completeFollowUp()).state)).toMatchObject([{ kind: 'close' }]);
  });

  it('is also what a system could not do', () => {
    expect(tasks(CASE_AT.dispatched().does(callFailed()).state)).toMatchObject([
      { kind: 'arrive', ...engineer },
      { key: 'follow-up:AS-2026-000001:9:2', kind: 'call-failed', ...desk },
    ]);
  });
});
