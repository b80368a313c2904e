import type { CaseCommand } from '../../domain/case/commands';
import type { PartLine } from '../../domain/case/facts';
import { partsOf } from '../../domain/case/parts/account';
import type { PlanJudging } from '../../domain/case/approval/plan-judging-terms';
import type { CaseState } from '../../domain/case/state';
import { PLAN_KINDS } from '../../domain/case/approval/approvals';
import { approvalRules, type CasePlace } from '../approvals/needed';
import { unitCosts } from '../prices/plan-cost';
import type { Resolver } from './resolve';

/** Commands that can add to what a repair costs. */
const ADDING = ['diagnose', 'dispatch', 'acceptOffer', 'orderParts', 'report', 'amendReport'] as const;

/**
 * The command with what its plan is judged by (R9): the rules for the place that it will be at, and what every part costs that the case has to do
 * with by then. @param state as the commands before leave it.
 */
export async function judged(
  resolver: Resolver,
  state: CaseState,
  command: CaseCommand,
): Promise<CaseCommand> {
  if (!ADDING.some((type) => type === command.type)) return command;
  const { database, principal, serviceLevel } = resolver;
  const rules = await approvalRules(database, {
    kinds: PLAN_KINDS,
    place: { ...resolver.place, ...placeOf(command) },
    askerId: principal.actor.id,
    now: new Date(),
  });
  const numbers = rules.length === 0 ? [] : [...partsOf(state), ...heldBy(state), ...partsIn(command)];
  const costs = await unitCosts(resolver, numbers, serviceLevel);
  const judging: PlanJudging = {
    rules,
    unitCosts: [...costs].map(([partNumber, unitCost]) => ({ partNumber, unitCost })),
  };
  return { ...command, judging };
}

/** The approval belongs to the place of the dispatched engineer. */
function placeOf(command: CaseCommand): Pick<CasePlace, 'regionId' | 'outletId'> {
  if (command.type !== 'dispatch' && command.type !== 'acceptOffer') return {};
  const { outletId, regionId } = command.data.engineer;
  return { outletId, regionId };
}

const heldBy = ({ reservations = [], offer }: CaseState): readonly string[] =>
  [...reservations.flatMap(({ parts }) => parts), ...(offer?.parts ?? [])].map(
    ({ partNumber }) => partNumber,
  );

function partsIn(command: CaseCommand): readonly string[] {
  return linesOf(command).map(({ partNumber }) => partNumber);
}

function linesOf(command: CaseCommand): readonly Pick<PartLine, 'partNumber'>[] {
  switch (command.type) {
    case 'diagnose':
    case 'dispatch':
      return command.data.parts;
    case 'orderParts':
      return command.data.lines;
    case 'report':
      return command.data.partsUsed ?? [];
    case 'amendReport':
      return command.data.changes.partsUsed ?? [];
    default:
      return [];
  }
}
