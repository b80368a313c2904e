import { openApproval } from '../../approval/approval';
import type { PlanCover } from '../../approval/plan-cover';
import { neededApproval, type ApprovalRuleFacts } from '../../approval/rules';
import { type Money } from '../../money/money';
import type { Approval, ApprovalAsk } from '../../approval/terms';
import { askApproval, askApprovalAgain, dropUsed, isOfPlan, planRefusal, PLAN_KINDS } from './approvals';
import { ahead } from '../ahead';
import type { CaseCommand } from '../commands';
import type { CaseEvent } from '../events';
import type { PartLine } from '../facts';
import type { PlanJudging } from './plan-judging-terms';
import { costOfPlan, type PlanTotal } from './plan-cost';
import { planParts, sums } from './plan-parts';
import { voidUnseen } from '../quote/quote';
import type { CaseState, RegisteredCase } from '../state';

interface Judged {
  readonly command: CaseCommand;
  /** Events of the command without approvals, and the case after them. */
  readonly events: readonly CaseEvent[];
  readonly after: RegisteredCase;
  readonly at: string;
  readonly now: string;
}

const LONGEST_WHAT = 500;

/**
 * R9: whatever comes to a repair counts against the limits of its plan, by whichever command it comes (ADR 45). What was approved once needs no
 * second approval, what goes beyond it does. Parts are ordered once it is given; a repair waits for it; what was used already stands, and is
 * approved afterwards. Commands without the registers' facts were judged as they were. @throws {DomainError}
 */
export function judgePlan(before: RegisteredCase, { command, events, after, at, now }: Judged) {
  const { judging } = command;
  if (!judging) return events;
  switch (command.type) {
    case 'diagnose':
    case 'dispatch':
    case 'acceptOffer':
      return [...events, ...put(after, planAsk(after, command, judging), { at, now })];
    case 'orderParts': {
      const refusal = planRefusal(before);
      if (refusal) throw refusal;
      const ask = planAsk(after, command, judging);
      return ask ? put(before, { ...ask, order: command.data }, { at, now }) : events;
    }
    case 'report':
    case 'amendReport':
      return [...events, ...putUsed(after, judging, now)];
    default:
      return events;
  }
}

/** Requests approval; voids a quote that the customer has not seen, because it was for another plan. */
function put(
  state: RegisteredCase,
  ask: ApprovalAsk | undefined,
  { at, now }: Pick<Judged, 'at' | 'now'>,
): readonly CaseEvent[] {
  if (!ask) return [];
  const unseen = voidUnseen(state, at);
  return [...unseen, ...askApprovalAgain(ahead(state, unseen, at), ask, { kinds: PLAN_KINDS, now, ahead })];
}

/** The approval that the plan needs by now; undefined where it needs none, has it, or waits for it. */
function planAsk(state: RegisteredCase, command: CaseCommand, judging: PlanJudging): ApprovalAsk | undefined {
  const { diagnosis } = state;
  const isPlan = command.type === 'diagnose';
  const parts = planParts(state);
  const { estimate } = diagnosis?.cost ?? {};
  const cover: PlanCover = {
    parts,
    ...(estimate && { cost: estimate }),
    ...(diagnosis?.replacesUnit && { replacesUnit: true }),
    ...(isPlan && { isPlan }),
  };
  if (!isPlan && parts.length === 0) return undefined;
  const ask = askOf(state, cover, judging);
  if (!ask) return undefined;
  // A rule without a limit is about the plan itself, however little it costs.
  const isAboutPlan = isPlan && limitOf(judging.rules, ask.need.ruleId) === undefined;
  const isCovered = coversOf(state).some(
    (other) => covers(other, cover) && (!isAboutPlan || other.isPlan === true),
  );
  if (isCovered) return undefined;
  return { ...ask, what: whatOf(command, parts) };
}

function whatOf(command: CaseCommand, parts: readonly PartLine[]): string {
  switch (command.type) {
    case 'diagnose':
      return command.data.plan;
    case 'orderParts':
      return `${command.data.number}: ${listed(command.data.lines)}`;
    default:
      return listed(parts);
  }
}

/** Requests approval afterwards for parts that the report used beyond the approved or known scope. */
function putUsed(state: RegisteredCase, judging: PlanJudging, now: string): readonly CaseEvent[] {
  const parts = [...sums(state.report?.partsUsed ?? [])].map(([partNumber, quantity]) => ({
    partNumber,
    quantity,
  }));
  const cover: PlanCover = { parts, isUsed: true };
  const ask = parts.length > 0 ? askOf(state, cover, judging) : undefined;
  const asked = (state.approvals ?? []).flatMap(({ covers: one, status }) =>
    one?.isUsed === true && one.isOfEarlierService !== true && status !== 'withdrawn' ? [one] : [],
  );
  if (!ask) return dropUsed(state, now);
  if ([...coversOf(state), ...asked].some((other) => covers(other, cover))) return [];
  return openApproval(state)?.covers?.isUsed === true
    ? askApprovalAgain(state, ask, { kinds: PLAN_KINDS, now, ahead })
    : askApproval(state, ask, now);
}

function askOf(
  state: RegisteredCase,
  cover: PlanCover,
  { rules, unitCosts }: PlanJudging,
): ApprovalAsk | undefined {
  const { cost, unpriced } = totalOf(state, cover, unitCosts);
  const need = neededApproval(rules, {
    kinds: cover.replacesUnit ? ['unit-replacement', 'repair-plan'] : ['repair-plan'],
    requestType: state.requestType,
    amount: cost,
    beside: cost?.beside,
    isPartial: unpriced.length > 0,
    failsClosed: true,
  });
  return (
    need && {
      need,
      what: listed(cover.parts),
      covers: cover,
      ...(cost && { amountCents: cost.amountCents, currency: cost.currency }),
    }
  );
}

/** By the registers; what the diagnosis plans and none of them knows, by its estimate. */
function totalOf(
  { diagnosis }: CaseState,
  { parts, cost: estimate }: PlanCover,
  unitCosts: PlanJudging['unitCosts'],
): PlanTotal {
  const costed = parts.map((part) => {
    const known = unitCosts.find(({ partNumber }) => partNumber === part.partNumber);
    return { ...part, ...(known && { unitCost: known.unitCost }) };
  });
  if (!estimate) return costOfPlan(costed, undefined);
  const planned = sums(diagnosis?.parts ?? []);
  const isEstimated = (part: (typeof costed)[number]): boolean =>
    part.unitCost === undefined && part.quantity <= (planned.get(part.partNumber) ?? 0);
  const isMeant = planned.size === 0 || costed.some(isEstimated);
  return costOfPlan(
    [
      ...costed.filter((part) => !isEstimated(part)),
      ...(isMeant ? [{ partNumber: '', quantity: 1, unitCost: estimate }] : []),
    ],
    undefined,
  );
}

/**
 * Scopes approved, or awaiting approval, before the repair. An older approval without a scope covers the
 * diagnosis.
 */
function coversOf(state: CaseState): readonly PlanCover[] {
  const { approvals = [], diagnosis, dispatch } = state;
  const before = ({ id, covers: cover }: Approval): PlanCover | undefined =>
    cover ??
    (diagnosis?.approvalId === id
      ? {
          parts: [...(dispatch?.parts ?? []), ...diagnosis.parts],
          ...(diagnosis.cost?.estimate && { cost: diagnosis.cost.estimate }),
          ...(diagnosis.replacesUnit && { replacesUnit: true }),
          isPlan: true,
        }
      : undefined);
  return approvals
    .filter((one) => isOfPlan(one) && (one.status === 'approved' || one.status === 'open'))
    .flatMap((one) => before(one) ?? [])
    .filter(({ isUsed, isOfEarlierService }) => isUsed !== true && isOfEarlierService !== true);
}

/** Parts by their pieces, whatever their price has become since; what is no part by its amount. */
function covers(approved: PlanCover, wanted: PlanCover): boolean {
  const pieces = sums(approved.parts);
  return (
    wanted.parts.every(({ partNumber, quantity }) => quantity <= (pieces.get(partNumber) ?? 0)) &&
    (wanted.replacesUnit !== true || approved.replacesUnit === true) &&
    (wanted.cost === undefined || isWithin(wanted.cost, approved.cost))
  );
}

const isWithin = ({ amountCents, currency }: Money, approved: Money | undefined): boolean =>
  approved?.currency === currency && amountCents <= approved.amountCents;

const limitOf = (rules: readonly ApprovalRuleFacts[], id: string): Money | undefined =>
  rules.find(({ rule }) => rule.id === id)?.rule.over;

const listed = (parts: readonly PartLine[]): string => {
  const text = parts.map(({ partNumber, quantity }) => `${partNumber} × ${quantity}`).join(', ');
  return text.length > LONGEST_WHAT ? `${text.slice(0, LONGEST_WHAT - 1)}…` : text;
};
