import { planRefusal } from '../../approval/approvals';
import { undecided } from '../../entitlement/entitlement';
import { quoteMissing } from '../../quote/quote';
import type { RuleBook } from '../../rule';
import { DomainError } from '../../../errors';
import { onlyTheDispatchedEngineer } from '../../visit/dispatched-engineer';
import type { RepairCommands } from './case-terms';
import { attributeRepeat } from './repeats';
import { endUnrepaired, notDeclined } from './unrepaired';
import { repair, verifiedAlready, verify } from './verification';
import { diagnose } from './diagnosis';

/** From the fault to a repair that was tested (R14, R17). */
export const REPAIR_RULES: RuleBook<keyof RepairCommands> = {
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
  attributeRepeat: {
    at: 'always',
    whilePaused: true,
    ofAnyType: true,
    unless: ({ repeatRepair, possibleRepeat }) =>
      (repeatRepair ?? possibleRepeat) ? undefined : new DomainError('CASE.NO_REPEAT_REPAIR'),
    events: attributeRepeat,
  },
  endUnrepaired: { at: ['classified'], ofAnyType: true, unless: notDeclined, events: endUnrepaired },
};
