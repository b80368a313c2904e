import { DAY_MS } from '../../../clock/instant';
import type { CaseCommandData } from '../../commands';
import type { CaseEvent } from '../../events';
import type { CaseState, RegisteredCase } from '../../state';
import type { EarlierRepair, LeavingRepeat, RepairHistory, RepeatRepair } from './facts';

/** Key of the follow-up that a repeat repair opens; attributing the repeat completes it. */
export const REPEAT_KEY = 'repeat-repair';

/**
 * R14: the same fault on the same unit is a repeat repair, and somebody has to find out why the first repair did not last. Another fault is
 * shown as a possible repeat, for a supervisor to judge: engineers name one fault differently, and one bad repair causes another fault.
 */
export function repeatsFound(
  state: RegisteredCase,
  { earlier, otherFaults = [], repeatWithinDays }: RepairHistory,
  at: string,
): CaseEvent[] {
  const repeat = latestWithin(state, { earlier, repeatWithinDays }, at);
  // Diagnosed again, the same earlier repair is not found twice.
  if (repeat) return state.repeatRepair?.caseNumber === repeat.caseNumber ? [] : flagged(repeat);
  if (state.repeatRepair) return [];
  const possible = latestWithin(state, { earlier: otherFaults, repeatWithinDays }, at);
  return possible && state.possibleRepeat?.caseNumber !== possible.caseNumber
    ? [{ type: 'PossibleRepeatFound', data: possible }]
    : [];
}

const flagged = (repeat: RepeatRepair): CaseEvent[] => [
  { type: 'RepeatRepairFound', data: repeat },
  {
    type: 'FollowUpOpened',
    data: {
      key: REPEAT_KEY,
      kind: 'repeat-repair',
      reason: repeat.caseNumber,
      reasonNames: {
        en: `The same fault was repaired ${repeat.days} days earlier in case ${repeat.caseNumber}.`,
        zh: `${repeat.days} 天前同一故障已维修（${repeat.caseNumber}）。`,
      },
    },
  },
];

/** The latest repair, where it is no longer ago than the policy says. */
function latestWithin(
  { registration }: RegisteredCase,
  { earlier, repeatWithinDays }: RepairHistory,
  at: string,
): (EarlierRepair & { readonly days: number }) | undefined {
  const [latest] = earlier
    .filter(({ caseNumber, repairedAt }) => caseNumber !== registration.caseNumber && repairedAt <= at)
    .toSorted((left, right) => right.repairedAt.localeCompare(left.repairedAt));
  if (!latest) return undefined;
  const elapsedMs = Date.parse(at) - Date.parse(latest.repairedAt);
  return elapsedMs > repeatWithinDays * DAY_MS
    ? undefined
    : { ...latest, days: Math.floor(elapsedMs / DAY_MS) };
}

/** True while a supervisor has not said whether the two belong together. */
export const isPossibleRepeatOpen = ({ repeatRepair, possibleRepeat }: CaseState): boolean =>
  repeatRepair === undefined && possibleRepeat !== undefined && possibleRepeat.attribution === undefined;

/**
 * A repeat not judged by the end of the case becomes the supervisor's task: the case waits for it, as for the
 * cause of a repeat repair. Older cases ended without.
 */
export const leftToJudge = (
  state: RegisteredCase,
  { leavesRepeatToJudge }: LeavingRepeat,
): readonly CaseEvent[] => {
  if (!leavesRepeatToJudge || !isPossibleRepeatOpen(state)) return [];
  const { caseNumber = '', days = 0 } = state.possibleRepeat ?? {};
  return [
    {
      type: 'FollowUpOpened',
      data: {
        key: REPEAT_KEY,
        kind: 'repeat-repair',
        reason: caseNumber,
        reasonNames: {
          en: `Another fault of the unit was repaired ${days} days earlier in case ${caseNumber}. Decide whether this is a repeat repair.`,
          zh: `${days} 天前该设备另一故障已维修（${caseNumber}），请判定是否为重复维修。`,
        },
      },
    },
  ];
};

/** Attribution completes the task to examine the repeat. */
export function attributeRepeat(
  { followUps }: RegisteredCase,
  data: CaseCommandData['attributeRepeat'],
): CaseEvent[] {
  return [
    { type: 'RepeatRepairAttributed', data },
    ...(followUps.some(({ key }) => key === REPEAT_KEY)
      ? [{ type: 'FollowUpDone', data: { key: REPEAT_KEY, note: data.note } } as const]
      : []),
  ];
}
