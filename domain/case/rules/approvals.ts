import { decideApproval, delegateApproval, mayDecideOpen } from '../../approval/approval';
import { onApproval } from '../approval-outcomes';
import { BEFORE_REPAIR, type RuleBook } from '../rule';

/** Deciding what waits for approval, and handing it on. */
export const APPROVAL_RULES: RuleBook<'decideApproval' | 'delegateApproval'> = {
  decideApproval: {
    stages: BEFORE_REPAIR,
    isPointless: (state, actor) => !mayDecideOpen(state, actor),
    events: (state, data, at, actor) => {
      const decided = decideApproval(state, data, { actor, at });
      return [...decided, ...decided.flatMap((event) => onApproval(state, event, at))];
    },
  },
  delegateApproval: {
    stages: BEFORE_REPAIR,
    isPointless: (state, actor) => !mayDecideOpen(state, actor),
    events: (state, data, _at, actor) => delegateApproval(state, data, actor),
  },
};
