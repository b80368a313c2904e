import { decideApproval, delegateApproval, mayDecideOpen } from '../../approval/approval';
import { mayRemindOfOpen, remindOfApproval } from '../../approval/remind';
import { onApproval } from './outcomes';
import type { RuleBook } from '../rule';

/** Until the work is done; and after its report, since what was used beyond the plan is decided on then. */
const DECIDABLE = { at: ['work', 'after-service'], notAt: ['repaired'] } as const;

/** Deciding what waits for approval, handing it on, and reminding of it. */
export const APPROVAL_RULES: RuleBook<'decideApproval' | 'delegateApproval' | 'remindApproval'> = {
  decideApproval: {
    ...DECIDABLE,
    isPointless: (state, actor) => !mayDecideOpen(state, actor),
    events: (state, data, { at, by: actor }) => {
      const decided = decideApproval(state, data, { actor, at });
      return [...decided, ...decided.flatMap((event) => onApproval(state, event, at))];
    },
  },
  delegateApproval: {
    ...DECIDABLE,
    isPointless: (state, actor) => !mayDecideOpen(state, actor),
    events: (state, data, { by: actor }) => delegateApproval(state, data, actor),
  },
  remindApproval: {
    ...DECIDABLE,
    isPointless: (state, actor, now) => !mayRemindOfOpen(state, actor, now),
    events: (state, data, { by: actor, now }) => remindOfApproval(state, data, { actor, now }),
  },
};
