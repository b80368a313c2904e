import { APPROVAL_CLOCK, openApproval } from '../../approval/approval';
import { nameOf } from '../../identity/actor';
import type { Task } from '../../process/task';
import type { RegisteredCase } from '../state';

/** The task of the post that has to decide, or of the colleague it was handed to; a paused case is resumed first. */
export function approvalTasks(state: RegisteredCase): Task[] {
  const open = openApproval(state);
  if (!open || state.paused) return [];
  const { id, need, with: post, delegated, what, asked, amountCents, currency, marginBasisPoints } = open;
  return [
    {
      key: `approval:${id}`,
      kind: 'approve',
      ...post,
      ...(delegated && { staffId: delegated.to.id }),
      clock: APPROVAL_CLOCK,
      openedAt: asked.at,
      params: {
        approvalId: id,
        approvalKind: need.kind,
        what,
        ruleId: need.ruleId,
        why: { en: need.reasonEn, zh: need.reasonZh },
        askedBy: { id: asked.by.id, name: nameOf(asked.by) },
        ...(amountCents !== undefined && { amountCents }),
        ...(currency !== undefined && { currency }),
        ...(marginBasisPoints !== undefined && { marginBasisPoints }),
      },
    },
  ];
}
