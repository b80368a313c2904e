import { planRefusal } from '../../approval/approvals';
import { undecided } from '../../entitlement/entitlement';
import { quoteMissing } from '../../quote/quote';
import type { RuleBook } from '../../rule';
import { onlyTheDispatchedEngineer } from '../../visit/dispatched-engineer';
import { repair, verifiedAlready, verify } from '../../visit/verification';
import { diagnose } from '../../visit/visit';

/** From the fault to a repair that was tested (R14, R17). */
export const REPAIR_RULES: RuleBook<'diagnose' | 'repair' | 'verify'> = {
  diagnose: {
    at: ['on-site'],
    unless: onlyTheDispatchedEngineer,
    events: diagnose,
  },
  repair: {
    at: ['on-site'],
    unless: (state, actor) =>
      onlyTheDispatchedEngineer(state, actor) ??
      planRefusal(state) ??
      undecided(state) ??
      quoteMissing(state),
    events: repair,
  },
  verify: {
    at: ['repaired'],
    unless: (state, actor) => onlyTheDispatchedEngineer(state, actor) ?? verifiedAlready(state),
    events: verify,
  },
};
