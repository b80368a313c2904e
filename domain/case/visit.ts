import type { Actor } from '../identity/actor';
import type { CaseCommandData } from './commands';
import { putForApproval } from './approvals';
import { rejudge, withVerdict } from './entitlement';
import type { CaseEvent } from './events';
import { afterVoid, quoteAfter, voidUnseen } from './quote';
import type { CaseState, RegisteredCase } from './state';
import type { EndedVisit, RepeatRepair, UnfinishedVisit } from './visit-facts';

const DAY_MS = 86_400_000;
/** Of the follow-up that a repeat repair opens; done by attributing it. */
export const REPEAT_KEY = 'repeat-repair';

/**
 * R17: the cause is found and the plan made; a repair of the same fault that did not last is flagged (R14), and the entitlement judged
 * by what is known now (R6).
 */
export function diagnose(
  state: RegisteredCase,
  { history, approval: need, ...found }: CaseCommandData['diagnose'],
  at: string,
  _by: Actor,
  now: string,
): CaseEvent[] {
  const unseen = need ? voidUnseen(state, at) : [];
  const before = unseen.length > 0 ? afterVoid(state) : state;
  const { diagnosis, events: approval } = putForApproval(before, found, { need, now });
  const repeat = repeatOf(state, history, at);
  const needed = [...(state.dispatch?.parts ?? []), ...diagnosis.parts];
  const parts = [...new Set(needed.map(({ partNumber }) => partNumber))].sort();
  const judged = rejudge(state, { cause: diagnosis.cause.category, ...(parts.length > 0 && { parts }) });
  return [
    { type: 'FaultDiagnosed', data: diagnosis },
    ...unseen,
    ...approval,
    ...(repeat ? flagged(repeat) : []),
    ...judged,
    ...judged.flatMap((event) =>
      event.type === 'EntitlementJudged' ? quoteAfter(before, withVerdict(state, event.data), at) : [],
    ),
  ];
}

/** Somebody has to find out why the first repair did not last. */
const flagged = (repeat: RepeatRepair): CaseEvent[] => [
  { type: 'RepeatRepairFound', data: repeat },
  {
    type: 'FollowUpOpened',
    data: {
      key: REPEAT_KEY,
      kind: 'repeat-repair',
      reason: repeat.caseNumber,
      reasonNames: {
        en: `The same fault was repaired as ${repeat.caseNumber}, ${repeat.days} days before.`,
        zh: `${repeat.days} 天前同一故障已维修（${repeat.caseNumber}）。`,
      },
    },
  },
];

/** The latest repair of this fault on this unit, where it is no longer ago than the policy says. */
function repeatOf(
  { registration, repeatRepair }: RegisteredCase,
  { earlier, repeatWithinDays }: CaseCommandData['diagnose']['history'],
  at: string,
): RepeatRepair | undefined {
  const [latest] = earlier
    .filter(({ caseNumber, repairedAt }) => caseNumber !== registration.caseNumber && repairedAt <= at)
    .toSorted((left, right) => right.repairedAt.localeCompare(left.repairedAt));
  if (!latest) return undefined;
  const elapsedMs = Date.parse(at) - Date.parse(latest.repairedAt);
  // Diagnosed again, the same earlier repair is not found twice.
  if (elapsedMs > repeatWithinDays * DAY_MS || repeatRepair?.caseNumber === latest.caseNumber)
    return undefined;
  return { ...latest, days: Math.floor(elapsedMs / DAY_MS) };
}

/** Once attributed, nobody has to look into it any more. */
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

/** A visit that ends without a repair leaves the case to be dispatched again. */
export const leaveUnfinished = (data: UnfinishedVisit): CaseEvent[] => [
  { type: 'VisitLeftUnfinished', data },
];

/** An engineer is expected, at work, or has yet to show that it works. */
export const isVisiting = (state: CaseState): boolean =>
  state.stage === 'dispatched' ||
  state.stage === 'on-site' ||
  (state.stage === 'repaired' && state.visit?.arrivedAt !== undefined);

/** Which trip of the case the one under way is, or the next. */
export const tripNumber = ({ visits = [], handedOverTrips = [] }: CaseState): number =>
  visits.length + handedOverTrips.length + 1;

/** The trip that ends now, added to those before it (R13). */
export function withEndedVisit(
  state: CaseState,
  ended: Pick<EndedVisit, 'endedAt' | 'outcome' | 'reason' | 'cost'>,
): Pick<CaseState, 'visits' | 'visit'> {
  const { dispatch, visit, visits = [] } = state;
  if (!dispatch) return { visits };
  const { engineer, appointment } = dispatch;
  return {
    visit: {},
    visits: [...visits, { number: tripNumber(state), engineer, appointment, ...visit, ...ended }],
  };
}

/** When the visit ended that mended the unit, ISO-8601; undefined until then. */
export const repairedAt = ({ visits = [] }: CaseState): string | undefined =>
  visits.find(({ outcome }) => outcome === 'repaired')?.endedAt;

/** R14: repaired on the first visit, and not for the second time. Undefined until it is repaired on site. */
export function isFirstTimeFix(state: CaseState): boolean | undefined {
  const { visits = [], repeatRepair } = state;
  if (repairedAt(state) === undefined) return undefined;
  return visits.length === 1 && (repeatRepair === undefined || repeatRepair.attribution === 'unrelated');
}
