import { describe, expect, it } from '@jest/globals';
import { serviceCase } from '../../../../../domain/case/decider';
import { REGISTER_REQUEST } from '../../../../../domain/case/after-service/new-problems';
import { aClerk } from '../../support/actors';
import { recordedBy, type CaseBuilder, settleCall } from '../../support/case-builder';
import * as commands from '../../support/commands';
import { given } from '../../support/given';
import { CASE_AT } from '../../support/stages';

const NUMBERS = { requestNumber: 'RQ-2026-000002', caseNumber: 'AS-2026-000002' };
const found = commands.recordRevisit({ outcome: 'new-problem', note: 'the dryer hums' });

/** The event that tells of it, and the key of the call that follows. */
function foundOn(before: CaseBuilder) {
  const event = recordedBy(before, found, {}).find(({ type }) => type === 'RevisitMade');
  if (!event) throw new Error('no revisit');
  return { event, key: `${before.state.registration?.caseNumber ?? ''}:${event.seq}:0` };
}
const settled = (before: CaseBuilder, outcome: Parameters<typeof settleCall>[0] = {}): CaseBuilder =>
  before.does(found).does(
    settleCall({
      key: foundOn(before).key,
      call: REGISTER_REQUEST,
      outcome: { ok: true, result: NUMBERS },
      ...outcome,
    }),
  );

describe('A new problem found on the revisit (R24)', () => {
  const before = CASE_AT.reported().surveyed();

  it('is put in the register: a request of the same sender, for the same unit, that names the case', () => {
    const { event } = foundOn(before);
    const after = before.does(found);
    const [effect] = serviceCase.react(after.state, event);
    expect(effect).toMatchObject({
      kind: 'call',
      call: REGISTER_REQUEST,
      input: {
        request: {
          channel: 'phone',
          receivedAt: before.now,
          text: 'the dryer hums',
          subject: expect.stringContaining(after.state.registration?.subject ?? '?'),
          sender: after.state.registration?.sender,
          regionId: after.state.regionId,
          origin: { caseNumber: 'AS-2026-000001', requestNumber: 'RQ-2026-000001' },
        },
        by: { kind: 'staff' },
      },
    });
    expect(effect).not.toHaveProperty('undo');
  });

  it('keeps the case open until it has its number; both are named in the case', () => {
    given(before.does(found)).when(commands.close()).thenRefused('CASE.NEW_PROBLEM_UNREGISTERED');
    const after = settled(before);
    expect(after.state.newProblems).toEqual([
      { seq: foundOn(before).event.seq, text: 'the dryer hums', foundAt: before.now, registered: NUMBERS },
    ]);
    expect(after.closed().state.stage).toBe('closed');
  });

  it('that the register never takes becomes work for a person, and does not hold the case', () => {
    const failed = settled(before, { outcome: { ok: false, code: 'CALL.TIMED_OUT', reason: 'away' } });
    expect(failed.state.newProblems).toMatchObject([{ failed: true }]);
    expect(failed.state.followUps).toMatchObject([{ kind: 'call-failed' }]);
    expect(failed.closed().state.stage).toBe('closed');
  });

  it('is not lost where the case is reopened before it has its number', () => {
    const reopened = before.does(found).does(commands.reopen());
    const after = reopened.does(
      settleCall({
        key: foundOn(before).key,
        call: REGISTER_REQUEST,
        outcome: { ok: true, result: NUMBERS },
      }),
    );
    expect(after.state.newProblems).toMatchObject([{ registered: NUMBERS }]);
  });

  it('does not let the desk reopen the old case: it has one of its own', () => {
    given(settled(before)).when(commands.reopen(), { by: aClerk() }).thenRefused('CASE.NOT_PERMITTED');
  });
});
