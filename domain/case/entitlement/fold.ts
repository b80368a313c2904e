import { nameOf } from '../../identity/actor';
import type { EventOf } from '../events';
import type { Fold } from '../fold';

import type { CaseState } from '../state';
import type { EntitlementEvents } from './case-terms';
import { stateOfShares, withVerdict } from './entitlement';

export const ENTITLEMENT_FOLD: Fold<keyof EntitlementEvents> = {
  EntitlementJudged: (state, { data }) => ({ ...state, ...withVerdict(state, data) }),
  EntitlementOverruled: withOverride,
};

function withOverride(
  state: CaseState,
  { data, actor }: EventOf<'EntitlementOverruled'>,
  at: string,
): CaseState {
  const { verdict, reason, overruled: before } = data;
  const by = { id: actor.id, name: nameOf(actor) };
  return {
    ...state,
    warranty: stateOfShares(verdict),
    entitlement: {
      ...state.entitlement,
      overruling: { ...verdict, reason, by, at, ...(before && { overruled: before }) },
    },
  };
}
