import { phaseOf, STAGES, type Stage } from '../../../../domain/case/terms';
import { aCase, type CaseBuilder } from './case-builder';
import { diagnose, leaveUnfinished, orderParts, UNSAMPLED_NUMBER } from './commands';

export type Reached = Exclude<Stage, 'unregistered'>;

const atLevelC = {
  engineer: {
    id: 'engineer-li',
    name: 'Li',
    outletId: 'outlet-suzhou',
    regionId: 'centre-east',
    serviceLevel: 'C',
  },
} as const;

/** The same ways, each gone only once: what it leads to is frozen, so that all may have it. */
function onceEach<W extends Readonly<Record<string, () => unknown>>>(ways: W): W {
  const once = (way: () => unknown) => {
    let made: { readonly it: unknown } | undefined;
    return () => (made ??= { it: way() }).it;
  };
  return Object.fromEntries(Object.entries(ways).map(([name, way]) => [name, once(way)])) as W;
}

/** A repair at each stage of its life; at `surveyed` no revisit is owed. */
export const CASE_AT: Readonly<Record<Reached, () => CaseBuilder>> = onceEach({
  registered: () => aCase(),
  answered: () => CASE_AT.registered().answered(),
  classified: () => CASE_AT.answered().classified(),
  dispatched: () => CASE_AT.classified().dispatched(),
  'on-site': () => CASE_AT.dispatched().onSite(),
  'awaiting-parts': () => CASE_AT['on-site']().does(diagnose()).does(leaveUnfinished()).does(orderParts()),
  repaired: () => CASE_AT['on-site']().repaired(),
  reported: () => CASE_AT.repaired().reported(),
  surveyed: () =>
    aCase({ caseNumber: UNSAMPLED_NUMBER })
      .answered()
      .classified()
      .dispatched(atLevelC)
      .onSite()
      .repaired()
      .reported()
      .surveyed(),
  revisited: () => CASE_AT.reported().surveyed().revisited(),
  closed: () => CASE_AT.revisited().closed(),
  cancelled: () => CASE_AT.dispatched().cancelled(),
  joined: () => CASE_AT.answered().joined(),
});

export const REACHED_STAGES = STAGES.filter((stage) => stage !== 'unregistered');
export const OPEN_STAGES: readonly Reached[] = REACHED_STAGES.filter((stage) => phaseOf(stage) !== 'ended');
