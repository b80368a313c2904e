import type { RuleBook } from '../../rule';
import type { RemoteCommands } from './case-terms';

/** The end of the work without a visit; a request of any type may turn out to need none. */
export const REMOTE_RULES: RuleBook<keyof RemoteCommands> = {
  resolveRemotely: {
    at: ['classified'],
    finishes: true,
    events: (state, data, { at, takeBack }) => [
      { type: 'CaseResolvedRemotely', data },
      ...takeBack(state, { end: 'resolved' }, at),
    ],
  },
};
