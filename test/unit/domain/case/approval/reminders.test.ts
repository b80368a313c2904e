import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { serviceCase } from '../../../../../domain/case/decider';
import { aClerk, aDirector, anEngineer, anotherEngineer, ENGINEER_ID } from '../../support/actors';
import type { CaseBuilder } from '../../support/case-builder';
import * as commands from '../../support/commands';
import { allowedTo, given, refusalOf } from '../../support/given';
import { CASE_AT } from '../../support/stages';

const asked = () => CASE_AT['on-site']().does(commands.diagnoseForApproval());
const after = (from: string, seconds: number): string =>
  new Date(Date.parse(from) + seconds * 1000).toISOString();
const reminded = () => asked().does(commands.remindApproval());

const messages = ({ state, events }: CaseBuilder) => {
  const event = events.at(-1);
  return event ? serviceCase.react(state, event).filter(({ kind }) => kind === 'notify') : [];
};

describe('A reminder of an approval, by hand of whoever asked (R9)', () => {
  it('is on record with when it can be given again, and told to whoever has to decide', () => {
    const before = asked();
    const againFrom = after(before.now, 1_800);
    given(before)
      .when(commands.remindApproval())
      .then({ type: 'ApprovalReminded', data: { approvalId: 'repair-plan:1', againFrom } });
    const { state } = before.does(commands.remindApproval());
    expect(state.approvals).toMatchObject([
      { status: 'open', reminders: [{ by: { id: ENGINEER_ID }, at: before.now, againFrom }] },
    ]);
    expect(messages(reminded())).toMatchObject([
      {
        template: 'approval-reminded',
        to: commands.NEED.with,
        urgency: 'now',
        params: { by: ENGINEER_ID, since: before.state.approvals?.[0]?.asked.at },
      },
    ]);
  });

  it('goes to the colleague it was handed to, or to the post that it has passed up to', () => {
    expect(messages(asked().does(commands.delegateApproval()).does(commands.remindApproval()))).toMatchObject(
      [{ to: { staffId: 'deputy' } }],
    );
    const up = asked().elapsed('approval', { kind: 'escalate', to: 'hq-service-manager' });
    expect(messages(up.does(commands.remindApproval()))).toMatchObject([
      { to: { role: 'hq-service-manager' } },
    ]);
  });

  it('leaves the clock, and whose it is to decide, as they were', () => {
    const before = asked();
    const { state } = before.does(commands.remindApproval());
    expect(state.clocks).toEqual(before.state.clocks);
    expect(state.approvals?.map(({ reminders: _, ...rest }) => rest)).toEqual(before.state.approvals);
  });

  it('is nobody else’s to give, whoever they are', () => {
    for (const by of [aDirector(), aClerk(), anotherEngineer()]) {
      given(asked())
        .when(commands.remindApproval(), { by })
        .thenRefused('APPROVAL.NOT_YOUR_REQUEST', { params: { by: ENGINEER_ID } });
      expect(allowedTo(asked(), by)).not.toContain('remindApproval');
    }
    expect(allowedTo(asked(), anEngineer())).toContain('remindApproval');
  });

  it('is given once in the policy’s time, to the millisecond; too soon, it says from when on', () => {
    const at = asked().now;
    const from = after(at, 1_800);
    given(reminded().at(after(at, 1_799.999)))
      .when(commands.remindApproval())
      .thenRefused('APPROVAL.REMINDED_ALREADY', { params: { at, from } });
    expect(allowedTo(reminded().at(after(at, 1_799.999)), anEngineer())).not.toContain('remindApproval');
    expect(allowedTo(reminded().at(from), anEngineer())).toContain('remindApproval');
    const again = reminded()
      .at(from)
      .does(commands.remindApproval({ everySeconds: 60 }));
    expect(again.state.approvals?.[0]?.reminders).toMatchObject([
      { againFrom: from },
      { at: from, againFrom: after(from, 60) },
    ]);
  });

  it('is given once an hour where the policy names no time', () => {
    const approvalId = 'repair-plan:1';
    given(asked())
      .when({ type: 'remindApproval', data: { approvalId } })
      .then({ type: 'ApprovalReminded', data: { approvalId, againFrom: after(asked().now, 3_600) } });
  });

  it('counts from when it is recorded, whatever a phone says of when it was given', () => {
    const before = asked();
    const { state } = before.does(commands.remindApproval(), {
      by: anEngineer(),
      occurredAt: before.state.stageSince,
    });
    expect(state.approvals).toMatchObject([{ reminders: [{ againFrom: after(before.now, 1_800) }] }]);
  });

  it('is too late once it is decided or withdrawn, and there must be an approval', () => {
    const decided = asked().does(commands.decideApproval());
    given(decided)
      .when(commands.remindApproval())
      .thenRefused('APPROVAL.DECIDED_ALREADY', { params: { by: 'director-zhao', decision: 'approved' } });
    expect(allowedTo(decided, anEngineer())).not.toContain('remindApproval');
    given(asked().diagnosed()).when(commands.remindApproval()).thenRefused('APPROVAL.WITHDRAWN');
    given(asked())
      .when(commands.remindApproval({ approvalId: 'quote:7' }))
      .thenRefused('APPROVAL.UNKNOWN', { field: 'data.approvalId' });
  });

  it('is given whenever the time has passed by whoever asked, and never otherwise, however they try', () => {
    const asker = anEngineer();
    const attempts = fc.array(
      fc.record({
        by: fc.constantFrom(asker, asker, aDirector(), aClerk()),
        waitSeconds: fc.nat(4_000),
        everySeconds: fc.integer({ min: 1, max: 4_000 }),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(attempts, (taken) => {
        let builder = asked();
        let againFrom = '';
        for (const { by, waitSeconds, everySeconds } of taken) {
          const tried = builder.later(waitSeconds * 1000);
          const command = commands.remindApproval({ everySeconds });
          const refusal = refusalOf(() => tried.does(command, { by }));
          expect(refusal === undefined).toBe(by === asker && tried.now >= againFrom);
          expect(allowedTo(tried, by).includes('remindApproval')).toBe(refusal === undefined);
          builder = refusal ? tried : tried.does(command, { by });
          if (!refusal) againFrom = after(tried.now, everySeconds);
        }
      }),
      { numRuns: 100 },
    );
  });
});
