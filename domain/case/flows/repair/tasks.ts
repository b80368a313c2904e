import { planApproval } from '../../approval/approvals';
import { centreOf } from '../../common/owner';
import { toTask, type SideTasks, type TaskOf } from '../../common/task';
import { quoteTask } from '../../quote/tasks';
import { isPossibleRepeatOpen } from './repeats';
import { isTerminal } from '../../state';

export const onSiteTask: TaskOf = (state) => {
  const clock = 'resolution';
  if (!state.diagnosis) return { kind: 'diagnose', clock };
  switch (planApproval(state)?.status) {
    case 'open':
      return { kind: 'await-approval', clock };
    case 'rejected':
    case 'withdrawn':
      return { kind: 'diagnose', clock };
    case 'approved':
    case undefined:
      return quoteTask(state) ?? { kind: 'repair', clock };
  }
};

/** R14: a supervisor may say whether it is the earlier repair that did not last; a case can be closed without. */
export const possibleRepeatTasks: SideTasks = (state) => {
  if (!isPossibleRepeatOpen(state) || isTerminal(state.stage)) return [];
  const { caseNumber = '', days = 0 } = state.possibleRepeat ?? {};
  return [
    toTask(
      state,
      { role: 'centre-director', organisationId: centreOf(state) },
      { kind: 'judge-possible-repeat', params: { caseNumber, days } },
    ),
  ];
};
