import { SYSTEM } from '../../../../domain/identity/actor';
import type { CaseBuilder } from './case-builder';
import * as commands from './commands';
import { CASE_AT, type Reached } from './stages';

/** The same fault as in an earlier case, at each stage at which that can be known. */
export const REPEAT_AT: Partial<Record<Reached, () => CaseBuilder>> = {
  'on-site': () => repeatOnSite(),
  repaired: () => repeatOnSite().repaired(),
  reported: () => repeatOnSite().repaired().reported(),
  surveyed: () => repeatOnSite().repaired().reported().surveyed(),
  revisited: () => repeatOnSite().repaired().reported().surveyed().revisited(),
  closed: () => repeatOnSite().repaired().reported().surveyed().revisited().closed(),
  cancelled: () => repeatOnSite().cancelled(),
};
const repeatOnSite = (): CaseBuilder => CASE_AT['on-site']().does(commands.diagnoseRepeat());

/** Asked for by nobody of those who are tried: whoever asked is refused in another way. */
const awaitingOnSite = (): CaseBuilder =>
  CASE_AT['on-site']().does(commands.diagnoseForApproval(), { by: SYSTEM });
/** A plan that waits for its approval, at each stage at which that can be. */
export const AWAITING_AT: Partial<Record<Reached, () => CaseBuilder>> = {
  'on-site': awaitingOnSite,
  classified: () => awaitingOnSite().leftUnfinished(),
  'awaiting-parts': () => awaitingOnSite().leftUnfinished().does(commands.orderParts()),
  dispatched: () => awaitingOnSite().leftUnfinished().dispatched(),
};
