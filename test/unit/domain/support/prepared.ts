import { SYSTEM, type Actor } from '../../../../domain/identity/actor';
import type { CaseBuilder } from './case-builder';
import * as commands from './commands';
import { judged } from './judging';
import { CASE_AT, type Reached } from './stages';

/** The same fault as in an earlier case, at each stage at which that can be known. */
export const REPEAT_AT: Partial<Record<Reached, () => CaseBuilder>> = {
  // Known from the first visit on, though the case waits for parts or another visit.
  classified: () => repeatOnSite().leftUnfinished(),
  dispatched: () => repeatOnSite().leftUnfinished().dispatched(),
  'on-site': () => repeatOnSite(),
  'awaiting-parts': () => repeatOnSite().leftUnfinished().does(commands.orderParts()),
  repaired: () => repeatOnSite().repaired(),
  reported: () => repeatOnSite().repaired().reported(),
  surveyed: () => repeatOnSite().repaired().reported().surveyed(),
  revisited: () => repeatOnSite().repaired().reported().surveyed().revisited(),
  closed: () => repeatOnSite().repaired().reported().surveyed().revisited().closed(),
  cancelled: () => repeatOnSite().cancelled(),
  joined: () => repeatOnSite().leftUnfinished().joined(),
};
const repeatOnSite = (): CaseBuilder => CASE_AT['on-site']().does(commands.diagnoseRepeat());

/** Given to another engineer on the way, and back. */
const handedOver = (): CaseBuilder => {
  const { engineer } = CASE_AT.dispatched().state.dispatch ?? {};
  if (!engineer) throw new Error('nobody was sent');
  const back = commands.reassign({ engineer });
  return CASE_AT.dispatched().does(commands.depart()).does(commands.reassign()).does(back);
};
/** A case with an unreported trip cost, at each stage that can have one. */
export const HANDED_OVER_AT: Partial<Record<Reached, () => CaseBuilder>> = {
  classified: () => handedOver().onSite().diagnosed().leftUnfinished(),
  dispatched: handedOver,
  'on-site': () => handedOver().onSite().diagnosed(),
  'awaiting-parts': () => handedOver().onSite().diagnosed().leftUnfinished().does(commands.orderParts()),
  repaired: () => handedOver().onSite().repaired(),
  reported: () => handedOver().onSite().repaired().reported(),
  surveyed: () => handedOver().onSite().repaired().reported().surveyed(),
  revisited: () => handedOver().onSite().repaired().reported().surveyed().revisited(),
  cancelled: () => handedOver().cancelled(),
};

/** Requested by an actor outside those under test: the requester would be refused for another reason. */
const awaitingOnSite = (): CaseBuilder =>
  CASE_AT['on-site']().does(commands.diagnoseForApproval(), { by: SYSTEM });
const awaitingAt = (
  onSite: () => CaseBuilder,
  used: () => CaseBuilder,
): Partial<Record<Reached, () => CaseBuilder>> => ({
  'on-site': onSite,
  classified: () => onSite().leftUnfinished(),
  'awaiting-parts': () => onSite().leftUnfinished().does(commands.orderParts()),
  dispatched: () => onSite().leftUnfinished().dispatched(),
  reported: used,
  surveyed: () => used().surveyed(),
  revisited: () => used().surveyed().revisited(),
});
/** More than its plan was used, which is decided on afterwards. */
const usedBeyond = (by?: Actor): CaseBuilder =>
  CASE_AT['on-site']()
    .repaired()
    .does(
      judged(commands.report({ partsUsed: [{ partNumber: 'AIREND', quantity: 1, fromStore: true }] })),
      by ? { by } : {},
    );
/** A plan that waits for its approval, at each stage at which that can be. */
export const AWAITING_AT = awaitingAt(awaitingOnSite, () => usedBeyond(SYSTEM));
/** The same, asked for by the engineer. */
export const ASKED_AT = awaitingAt(
  () => CASE_AT['on-site']().does(commands.diagnoseForApproval()),
  () => usedBeyond(),
);
