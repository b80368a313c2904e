import { planRefusal } from '../../approval/approvals';
import { undecidedRefusal } from '../../entitlement/entitlement';
import { missingQuoteRefusal } from '../../quote/quote';
import type { RuleBook } from '../../rule';
import { DomainError } from '../../../errors';
import { otherEngineerRefusal } from '../../visit/dispatched-engineer';
import type { RepairCommands } from './case-terms';
import { attributeRepeat } from './repeats';
import { endUnrepaired, notDeclinedRefusal } from './unrepaired';
import { repair, verifiedRefusal, verify } from './verification';
import { diagnose } from './diagnosis';

/** From the fault to a repair that was tested (R14, R17). */
export const REPAIR_RULES: RuleBook<keyof RepairCommands> = {
  diagnose: {
    at: ['on-site'],
    unless: otherEngineerRefusal,
    events: diagnose,
  },
  repair: {
    at: ['on-site'],
    unless: (state, actor) =>
      otherEngineerRefusal(state, actor) ??
      planRefusal(state) ??
      undecidedRefusal(state) ??
      missingQuoteRefusal(state),
    events: repair,
  },
  verify: {
    at: ['repaired'],
    unless: (state, actor) => otherEngineerRefusal(state, actor) ?? verifiedRefusal(state),
    events: verify,
  },
  attributeRepeat: {
    at: 'always',
    whilePaused: true,
    ofAnyType: true,
    unless: ({ repeatRepair, possibleRepeat }) =>
      (repeatRepair ?? possibleRepeat) ? undefined : new DomainError('CASE.NO_REPEAT_REPAIR'),
    events: attributeRepeat,
  },
  endUnrepaired: { at: ['classified'], ofAnyType: true, unless: notDeclinedRefusal, events: endUnrepaired },
};
