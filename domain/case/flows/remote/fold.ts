import { entering, type Fold } from '../../fold';
import type { RemoteEvents } from './case-terms';

export const REMOTE_FOLD: Fold<keyof RemoteEvents> = {
  CaseResolvedRemotely: (state, { data }, at) =>
    entering(state, 'reported', at, { resolution: data.resolution }),
};
