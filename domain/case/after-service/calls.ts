import type { Calls } from '../effects';
import type { CaseEventType } from '../events';
import { registerRequest } from './new-problems';

export const AFTER_SERVICE_CALLS = {
  RevisitMade: (state, event) =>
    event.data.outcome === 'new-problem' ? [registerRequest(state, event, state.stageSince)] : [],
} satisfies Calls<CaseEventType>;
