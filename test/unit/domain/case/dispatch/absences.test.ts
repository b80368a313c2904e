import { describe, expect, it } from '@jest/globals';
import type { CaseCommand } from '../../../../../domain/case/commands';
import { tasks } from '../../../../../domain/case/tasks';
import { aDirector } from '../../support/actors';
import { aCase, type CaseBuilder } from '../../support/case-builder';
import * as commands from '../../support/commands';
import { given } from '../../support/given';

const ABSENCE = { id: 'absence:1', engineerId: 'engineer-li', ...commands.APPOINTMENT };
const absent = (changes: Partial<typeof ABSENCE> = {}): CaseCommand => ({
  type: 'recordAbsence',
  data: { ...ABSENCE, ...changes },
});
const withdrawn: CaseCommand = { type: 'recordAbsenceWithdrawn', data: { absenceId: ABSENCE.id } };
const dispatched = () => aCase().answered().classified().dispatched();
const toReassign = ({ state }: CaseBuilder) => tasks(state).filter(({ kind }) => kind === 'reassign');

describe('An absence of the engineer who was sent (R12)', () => {
  it('is a task of the desk: another engineer, or another time', () => {
    const before = dispatched();
    given(before).when(absent()).then({ type: 'EngineerAbsent', data: ABSENCE });
    expect(toReassign(before.does(absent()))).toMatchObject([
      {
        key: 'reassign:absence:1',
        role: 'enquiry-clerk',
        clock: 'arrival',
        params: { absenceId: 'absence:1', engineer: 'Li', ...commands.APPOINTMENT },
      },
    ]);
  });

  it('changes nothing that was promised to the customer (R4)', () => {
    const { state } = dispatched().does(absent());
    expect(state.dispatch?.appointment).toEqual(commands.APPOINTMENT);
    expect(state.clocks.arrival?.fixedDueAt).toBe(commands.APPOINTMENT.to);
  });

  it.each([
    ['another engineer is sent', (it: CaseBuilder) => it.does(commands.reassign())],
    ['the absence is withdrawn', (it: CaseBuilder) => it.does(withdrawn)],
    ['the engineer is there after all', (it: CaseBuilder) => it.onSite()],
    ['the case is cancelled', (it: CaseBuilder) => it.cancelled()],
    [
      'another time is agreed',
      (it: CaseBuilder) =>
        it.does(
          commands.moveAppointment({
            appointment: { from: '2026-11-06T01:00:00.000Z', to: '2026-11-06T04:00:00.000Z' },
          }),
        ),
    ],
  ])('is done once %s', (_what, then) => {
    expect(toReassign(then(dispatched().does(absent())))).toEqual([]);
  });

  it('is none of the case where it touches no visit of it', () => {
    const { from, to } = commands.APPOINTMENT;
    expect(toReassign(dispatched().does(absent({ engineerId: 'engineer-2' })))).toEqual([]);
    expect(toReassign(dispatched().does(absent({ from: to, to: '2026-11-09T00:00:00.000Z' })))).toEqual([]);
    expect(toReassign(dispatched().does(absent({ from: commands.RECEIVED_AT, to: from })))).toEqual([]);
  });

  it('is told once, and only by Aftercare itself', () => {
    given(dispatched().does(absent())).when(absent()).then();
    given(dispatched()).when(withdrawn).then();
    given(dispatched()).when(absent(), { by: aDirector() }).thenRefused('CASE.NOT_PERMITTED');
  });
});
