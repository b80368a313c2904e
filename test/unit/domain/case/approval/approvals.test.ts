import { describe, expect, it } from '@jest/globals';
import { serviceCase } from '../../../../../domain/case/decider';
import { tasks } from '../../../../../domain/case/tasks';
import type { Effect } from '../../../../../domain/process/decider';
import { HQ } from '../../../../../domain/identity/scope';
import { aClerk, aDirector, anEngineer, anHqManager, CENTRE, ENGINEER_ID } from '../../support/actors';
import type { CaseBuilder } from '../../support/case-builder';
import * as commands from '../../support/commands';
import { allowedTo, given } from '../../support/given';
import { CASE_AT } from '../../support/stages';

const onSite = () => CASE_AT['on-site']();
const asked = () => onSite().does(commands.diagnoseForApproval());
const approved = () => asked().does(commands.decideApproval());
const rejected = () =>
  asked().does(commands.decideApproval({ decision: 'reject', reason: 'Ask the maker.' }));
const escalated = () => asked().elapsed('approval', { kind: 'escalate', to: 'hq-service-manager' });
const anotherDirector = () => aDirector({ id: 'director-he' });
const deputy = () => aClerk({ id: 'deputy' });
const delegated = () => asked().does(commands.delegateApproval());

/** The messages that the latest event of a type asks for. */
function noticesOf({ events }: CaseBuilder, type: string): readonly Effect[] {
  const event = events.findLast((it) => it.type === type);
  if (!event) throw new Error(`${type} has not happened`);
  const state = events.slice(0, event.seq).reduce(serviceCase.evolve, serviceCase.initial);
  return serviceCase.react(state, event).filter(({ kind }) => kind === 'notify');
}

describe('A plan that a rule wants approved (R17)', () => {
  it('is put before the post that the rule names, with its clock', () => {
    given(onSite())
      .when(commands.diagnoseForApproval())
      .thenAmongOthers({
        type: 'ApprovalRequested',
        data: {
          approvalId: 'repair-plan:1',
          need: commands.NEED,
          what: commands.DIAGNOSIS.plan,
          amountCents: 600_000,
          currency: 'CNY',
        },
      });
    expect(asked().state.clocks.approval).toMatchObject({
      startedAt: onSite().now,
      facts: { requestType: 'repair' },
    });
    expect(tasks(asked().state)).toMatchObject([
      { kind: 'await-approval', staffId: ENGINEER_ID },
      {
        kind: 'approve',
        role: 'centre-director',
        organisationId: CENTRE,
        clock: 'approval',
        params: { approvalId: 'repair-plan:1' },
      },
    ]);
    expect(noticesOf(asked(), 'ApprovalRequested')).toMatchObject([
      { template: 'approval-requested', to: commands.NEED.with, urgency: 'now' },
    ]);
  });

  it('is not carried out before somebody has approved it', () => {
    given(asked())
      .when(commands.repair())
      .thenRefused('CASE.APPROVAL_PENDING', { params: { approvalKind: 'repair-plan' } });
    expect(approved().repaired().state.stage).toBe('repaired');
  });

  it('waits on while the engineer leaves and comes back', () => {
    const back = asked().leftUnfinished().dispatched().onSite();
    given(back).when(commands.repair()).thenRefused('CASE.APPROVAL_PENDING');
    expect(back.does(commands.decideApproval()).repaired().state.stage).toBe('repaired');
  });

  it('that is rejected takes another plan, which by rule is asked for anew', () => {
    given(rejected())
      .when(commands.repair())
      .thenRefused('CASE.PLAN_REJECTED', { params: { reason: 'Ask the maker.' } });
    expect(tasks(rejected().state)).toMatchObject([{ kind: 'diagnose' }]);
    expect(rejected().diagnosed().repaired().state.stage).toBe('repaired');
    const again = rejected().does(commands.diagnoseForApproval());
    given(again).when(commands.repair()).thenRefused('CASE.APPROVAL_PENDING');
    expect(again.state.approvals).toMatchObject([
      { id: 'repair-plan:1', status: 'rejected' },
      { id: 'repair-plan:2', status: 'open' },
    ]);
  });

  it('that is replaced while it waits is withdrawn, and whoever had it is told', () => {
    const replaced = asked().diagnosed();
    expect(replaced.state.approvals).toMatchObject([{ status: 'withdrawn' }]);
    expect(replaced.state.clocks.approval).toHaveProperty('stoppedAt');
    expect(noticesOf(replaced, 'ApprovalWithdrawn')).toMatchObject([
      { template: 'approval-withdrawn', to: commands.NEED.with, params: { withdrawal: 'superseded' } },
    ]);
    given(replaced).when(commands.decideApproval()).thenRefused('APPROVAL.WITHDRAWN');
    expect(replaced.repaired().state.stage).toBe('repaired');
    expect(asked().does(commands.diagnoseForApproval()).state.approvals).toMatchObject([
      { status: 'withdrawn' },
      { status: 'open' },
    ]);
  });

  it('needs nobody any more once the case is cancelled', () => {
    const { state } = asked().cancelled();
    expect(state.approvals).toMatchObject([
      { status: 'withdrawn', withdrawn: { withdrawal: 'case-cancelled' } },
    ]);
    // The trip was made, so its cost is all that is left to tell (R13).
    expect(tasks(state).map(({ kind }) => kind)).toEqual(['record-trip-cost']);
    expect(tasks(asked().leftUnfinished().cancelled().state)).toEqual([]);
    const remotely = asked().leftUnfinished().resolvedRemotely().state;
    expect(remotely.approvals).toMatchObject([{ status: 'withdrawn' }]);
  });
});

describe('An approval', () => {
  it('is decided by the post it is with, or a supervisor above, and the asker is told', () => {
    for (const by of [aDirector(), anHqManager()])
      given(asked())
        .when(commands.decideApproval(), { by })
        .thenState({ approvals: [expect.objectContaining({ status: 'approved' })] });
    expect(noticesOf(rejected(), 'ApprovalDecided')).toMatchObject([
      {
        template: 'approval-decided',
        to: { staffId: ENGINEER_ID },
        params: { status: 'rejected', by: 'director-zhao', reason: 'Ask the maker.' },
      },
    ]);
    expect(approved().state.clocks.approval).toHaveProperty('metAt');
  });

  it('is nobody else’s to decide, the same role elsewhere included', () => {
    for (const by of [
      aClerk(),
      aDirector({ organisationId: 'centre-west' }),
      anHqManager({ organisationId: CENTRE }),
    ])
      for (const command of [commands.decideApproval(), commands.delegateApproval()])
        given(asked()).when(command, { by }).thenRefused('APPROVAL.NOT_YOURS');
  });

  it('is never decided by whoever asked, whatever their roles and whoever hands it to them', () => {
    const by = anEngineer({ roles: ['repair-engineer', 'centre-director'], organisationId: CENTRE });
    given(asked()).when(commands.decideApproval(), { by }).thenRefused('APPROVAL.OWN_REQUEST');
    given(asked())
      .when(commands.delegateApproval({ to: { id: ENGINEER_ID, name: 'Li' } }))
      .thenRefused('APPROVAL.OWN_REQUEST', { field: 'data.staffId' });
    expect(allowedTo(asked(), by)).not.toContain('decideApproval');
  });

  it('is decided once: the second supervisor is told who decided what, when and why', () => {
    const at = asked().now;
    given(rejected())
      .when(commands.decideApproval(), { by: anotherDirector() })
      .thenRefused('APPROVAL.DECIDED_ALREADY', {
        params: { by: 'director-zhao', decision: 'rejected', at, reason: 'Ask the maker.' },
      });
  });

  it('that there is not is told as such', () => {
    given(asked())
      .when(commands.decideApproval({ approvalId: 'quote:1' }))
      .thenRefused('APPROVAL.UNKNOWN', { field: 'data.approvalId' });
  });

  it('told late by a phone out of reach is not decided before it was asked for', () => {
    const before = asked();
    const decided = before.does(commands.decideApproval(), {
      by: aDirector(),
      occurredAt: before.state.stageSince,
    });
    expect(decided.state.clocks.approval).toMatchObject({ metAt: before.state.clocks.approval?.startedAt });
  });
});

describe('An approval that is handed to a colleague', () => {
  it('is theirs to decide, and still that of the post', () => {
    for (const by of [deputy(), aDirector(), anHqManager()])
      given(delegated())
        .when(commands.decideApproval(), { by })
        .thenState({ approvals: [expect.objectContaining({ status: 'approved' })] });
    expect(tasks(delegated().state)).toContainEqual(
      expect.objectContaining({ kind: 'approve', staffId: 'deputy' }),
    );
    expect(noticesOf(delegated(), 'ApprovalDelegated')).toMatchObject([
      { template: 'approval-requested', to: { staffId: 'deputy' } },
    ]);
  });

  it('is not handed to the one who has it', () => {
    given(delegated())
      .when(commands.delegateApproval())
      .thenRefused('APPROVAL.WITH_THEM_ALREADY', { field: 'data.staffId' });
    given(asked())
      .when(commands.delegateApproval({ to: { id: 'director-zhao', name: 'Zhao' } }), { by: aDirector() })
      .thenRefused('APPROVAL.WITH_THEM_ALREADY');
  });
});

describe('An approval that nobody decides', () => {
  it('is reminded of in working hours, and told of when it is overdue', () => {
    const remindersOf = (kind: 'warn' | 'breach') =>
      noticesOf(asked().elapsed('approval', { kind }), kind === 'warn' ? 'ClockWarned' : 'ClockBreached');
    expect(remindersOf('warn')).toMatchObject([
      { template: 'approval-reminder', to: commands.NEED.with, urgency: 'working-hours' },
    ]);
    expect(remindersOf('breach')).toMatchObject([{ template: 'approval-overdue', to: commands.NEED.with }]);
  });

  it('passes up, and is no longer theirs who let it lie, nor the deputy’s', () => {
    expect(escalated().state.approvals).toMatchObject([
      { with: { role: 'hq-service-manager', organisationId: HQ } },
    ]);
    expect(noticesOf(escalated(), 'ApprovalEscalated')).toMatchObject([
      { template: 'approval-escalated', to: { role: 'hq-service-manager', organisationId: HQ } },
    ]);
    expect(noticesOf(escalated(), 'ClockEscalated')).toEqual([]);
    given(escalated()).when(commands.decideApproval(), { by: aDirector() }).thenRefused('APPROVAL.NOT_YOURS');
    const past = delegated().elapsed('approval', { kind: 'escalate', to: 'hq-service-manager' });
    given(past).when(commands.decideApproval(), { by: deputy() }).thenRefused('APPROVAL.NOT_YOURS');
    given(past)
      .when(commands.decideApproval(), { by: anHqManager() })
      .thenState({ approvals: [expect.objectContaining({ status: 'approved' })] });
  });

  it('stays where nobody is above, and they are told again', () => {
    const again = escalated().elapsed('approval', {
      kind: 'escalate',
      key: 'escalate:1',
      to: 'hq-service-manager',
    });
    expect(noticesOf(again, 'ClockEscalated')).toMatchObject([
      { template: 'approval-overdue', to: { role: 'hq-service-manager', organisationId: HQ } },
    ]);
  });

  it('waits with the case while it is paused, and nobody is asked for it', () => {
    const paused = asked().paused();
    expect(tasks(paused.state)).toMatchObject([{ kind: 'resume' }]);
    given(paused).when(commands.decideApproval(), { by: aDirector() }).thenRefused('CASE.PAUSED');
    // A clock without a running time has no next step: its ladder stands still.
    expect(paused.state.clocks.approval?.pauses).toEqual([{ from: asked().now }]);
    expect(paused.state.approvals).toEqual(asked().state.approvals);
    const resumed = paused.resumed();
    expect(resumed.state.clocks.approval?.pauses).toMatchObject([{ to: expect.any(String) }]);
    expect(tasks(resumed.state)).toEqual(tasks(asked().state));
  });
});
