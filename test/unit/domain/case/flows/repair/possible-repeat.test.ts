import { describe, expect, it } from '@jest/globals';
import { serviceCase } from '../../../../../../domain/case/decider';
import { isFirstTimeFix } from '../../../../../../domain/case/flows/repair/diagnosis';
import { aDirector, anEngineer } from '../../../support/actors';
import { aCase, type CaseBuilder } from '../../../support/case-builder';
import * as commands from '../../../support/commands';
import { given } from '../../../support/given';
import { diagnosePossibleRepeat } from '../../../support/repeat-commands';

const DAY_MS = 86_400_000;
const onSite = () => aCase().answered().classified().dispatched().onSite();

describe('Another fault on a unit repaired not long ago (R14)', () => {
  const found = () => onSite().does(diagnosePossibleRepeat());

  it('is shown as a possible repeat, and is the director’s to judge, whom nobody waits for', () => {
    expect(found().state).toMatchObject({ possibleRepeat: { caseNumber: 'AS-2026-000080' }, followUps: [] });
    expect(found().state).not.toHaveProperty('repeatRepair');
    expect(serviceCase.tasks(found().state)).toContainEqual(
      expect.objectContaining({ kind: 'judge-possible-repeat', role: 'centre-director' }),
    );
    const closed = found().repaired().reported().surveyed().revisited().closed();
    expect(serviceCase.isEnded(closed.state)).toBe(true);
  });

  const ENDS: readonly (readonly [string, () => CaseBuilder])[] = [
    [
      'closed',
      () =>
        found()
          .repaired()
          .reported()
          .surveyed()
          .revisited()
          .does({ type: 'close', data: { leavesRepeatToJudge: true } }),
    ],
    [
      'cancelled',
      () =>
        found().does({
          type: 'cancel',
          data: { reason: 'scrapped', leavesRepeatToJudge: true },
        }),
    ],
  ];

  it.each(ENDS)(
    'can be judged once the case is %s: it waits for the director, by a deadline',
    (stage, ended) => {
      expect(ended().state.stage).toBe(stage);
      expect(serviceCase.isEnded(ended().state)).toBe(false);
      expect(serviceCase.tasks(ended().state)).toContainEqual(
        expect.objectContaining({ kind: 'repeat-repair', role: 'centre-director', clock: 'action-item' }),
      );
      expect(serviceCase.clocks(ended().state)).toMatchObject({ 'action-item': { fired: [] } });
      given(ended())
        .when(commands.completeFollowUp({ key: 'repeat-repair' }))
        .thenRefused('CASE.REPEAT_NOT_ATTRIBUTED');
      const judged = ended().does(commands.attributeRepeat(), { by: aDirector() });
      expect(judged.state).toMatchObject({
        repeatRepair: { caseNumber: 'AS-2026-000080', attribution: 'misdiagnosis' },
        followUps: [],
      });
      expect(serviceCase.isEnded(judged.state)).toBe(true);
    },
  );

  it.each(ENDS)('is unrelated by a supervisor’s word after the case was %s, too', (_stage, ended) => {
    const { state } = ended().does(commands.attributeRepeat({ attribution: 'unrelated' }));
    expect(state).not.toHaveProperty('repeatRepair');
    expect(serviceCase.isEnded(state)).toBe(true);
  });

  it('that was judged before leaves nothing to wait for', () => {
    const { state } = found()
      .does(commands.attributeRepeat({ attribution: 'unrelated' }))
      .does({ type: 'cancel', data: { reason: 'scrapped', leavesRepeatToJudge: true } });
    expect(serviceCase.isEnded(state)).toBe(true);
  });

  it('is no longer one after the days of the policy, nor where the same fault is found again', () => {
    const { now } = onSite();
    const repairedAt = new Date(Date.parse(now) - 91 * DAY_MS).toISOString();
    const otherFaults = [{ caseNumber: 'AS-2026-000080', repairedAt }];
    const longAgo = commands.diagnose({ history: { earlier: [], otherFaults, repeatWithinDays: 90 } });
    given(onSite()).when(longAgo).then({ type: 'FaultDiagnosed', data: commands.DIAGNOSIS });
    expect(found().does(commands.diagnoseRepeat()).state).not.toHaveProperty('possibleRepeat');
  });

  it('is found once, and not over a repeat that is known', () => {
    given(found()).when(diagnosePossibleRepeat()).then({ type: 'FaultDiagnosed', data: commands.DIAGNOSIS });
    given(onSite().does(commands.diagnoseRepeat()))
      .when(diagnosePossibleRepeat())
      .then({ type: 'FaultDiagnosed', data: commands.DIAGNOSIS });
  });

  it('becomes a repeat repair by a supervisor’s word, and counts against the first', () => {
    given(found()).when(commands.attributeRepeat(), { by: anEngineer() }).thenRefused('CASE.NOT_PERMITTED');
    const { state } = found().does(commands.attributeRepeat(), { by: aDirector() }).repaired();
    expect(state).toMatchObject({
      repeatRepair: { caseNumber: 'AS-2026-000080', attribution: 'misdiagnosis' },
    });
    expect(state).not.toHaveProperty('possibleRepeat');
    expect(isFirstTimeFix(state)).toBe(false);
  });

  it('stays another matter where a supervisor finds the two unrelated', () => {
    const { state } = found()
      .does(commands.attributeRepeat({ attribution: 'unrelated' }))
      .repaired();
    expect(state).toMatchObject({ possibleRepeat: { attribution: 'unrelated' } });
    expect(state).not.toHaveProperty('repeatRepair');
    expect(serviceCase.tasks(state)).not.toContainEqual(
      expect.objectContaining({ kind: 'judge-possible-repeat' }),
    );
    expect(isFirstTimeFix(state)).toBe(true);
  });
});
