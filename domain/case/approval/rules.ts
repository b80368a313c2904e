import { decideApproval, delegateApproval, mayDecideOpen } from '../../approval/approval';
import { mayRemindOfOpen, remindOfApproval } from '../../approval/remind';
import { onApproval } from './outcomes';
import { AFTER_REPORT, BEFORE_REPAIR, type RuleBook } from '../rule';

/** What was used beyond its plan is decided on after the report. */
const DECIDABLE = [...BEFORE_REPAIR, ...AFTER_REPORT];

/** Deciding what waits for approval, handing it on, and reminding of it. */
export const APPROVAL_RULES: RuleBook<'decideApproval' | 'delegateApproval' | 'remindApproval'> = {
  decideApproval: {
    stages: DECIDABLE,
    isPointless: (state, actor) => !mayDecideOpen(state, actor),
    events: (state, data, at, actor) => {
      const decided = decideApproval(state, data, { actor, at });
      return [...decided, ...decided.flatMap((event) => onApproval(state, event, at))];
    },
  },
  delegateApproval: {
    stages: DECIDABLE,
    isPointless: (state, actor) => !mayDecideOpen(state, actor),
    events: (state, data, _at, actor) => delegateApproval(state, data, actor),
  },
  remindApproval: {
    stages: DECIDABLE,
    isPointless: (state, actor, now) => !mayRemindOfOpen(state, actor, now),
    events: (state, data, _at, actor, now) => remindOfApproval(state, data, { actor, now }),
  },
};
