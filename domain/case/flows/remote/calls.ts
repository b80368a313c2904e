import type { Calls } from '../../effects';
import { givenUpBy } from '../../parts/reservations';
import type { RemoteEvents } from './case-terms';

export const REMOTE_CALLS: Calls<keyof RemoteEvents> = {
  CaseResolvedRemotely: (state, { seq }) => givenUpBy(state, seq),
};
