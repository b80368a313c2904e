import { putForApproval } from '../../approval/approvals';
import type { CaseCommandData } from '../../commands';
import { rejudge } from '../../entitlement/entitlement';
import type { CaseEvent } from '../../events';
import { voidUnseen, quoteAfter } from '../../quote/quote';
import type { Entry } from '../../rule';
import type { CaseState, RegisteredCase } from '../../state';
import { isOnCustomersSide } from '../../visit/terms';
import { repeatsFound } from './repeats';

/**
 * R17: the cause is found and the plan made; a repair of the same fault that did not last is flagged (R14), and the entitlement judged
 * by what is known now (R6).
 */
export function diagnose(
  state: RegisteredCase,
  { history, approval: need, ...found }: CaseCommandData['diagnose'],
  { at, now, ahead }: Entry,
): CaseEvent[] {
  const unseen = need ? voidUnseen(state, at) : [];
  const before = ahead(state, unseen, at);
  const { diagnosis, events: approval } = putForApproval(before, found, { need, now, ahead });
  const needed = [...(state.dispatch?.parts ?? []), ...diagnosis.parts];
  const parts = [...new Set(needed.map(({ partNumber }) => partNumber))].sort();
  const judged = rejudge(state, { cause: diagnosis.cause.category, ...(parts.length > 0 && { parts }) });
  return [
    { type: 'FaultDiagnosed', data: diagnosis },
    ...unseen,
    ...approval,
    ...repeatsFound(state, history, at),
    ...judged,
    ...judged.flatMap((event) =>
      event.type === 'EntitlementJudged' ? quoteAfter(before, ahead(state, [event], at), at) : [],
    ),
  ];
}

/** When the visit ended that mended the unit, ISO-8601; undefined until then. */
export const repairedAt = ({ visits = [] }: CaseState): string | undefined =>
  visits.find(({ outcome }) => outcome === 'repaired')?.endedAt;

/**
 * R14: repaired on the first visit, and not for the second time. Undefined until it is repaired on site. A trip on which the engineer did
 * not get to the unit, because of the customer, says nothing about the engineer's work.
 */
export function isFirstTimeFix(state: CaseState): boolean | undefined {
  const { visits = [], repeatRepair } = state;
  if (repairedAt(state) === undefined) return undefined;
  const counted = visits.filter(({ reason }) => !isOnCustomersSide(reason));
  return counted.length === 1 && (repeatRepair === undefined || repeatRepair.attribution === 'unrelated');
}
