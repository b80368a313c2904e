import { askSurvey } from '../../after-service/after-service';
import { dropPlan } from '../../approval/approvals';
import { withdrawal } from '../../dispatch/offers';
import { voidQuote } from '../../quote/quote';
import type { RuleBook } from '../../rule';
import type { RemoteCommands } from './case-terms';

/** The end of the work without a visit; a request of any type may turn out to need none. */
export const REMOTE_RULES: RuleBook<keyof RemoteCommands> = {
  resolveRemotely: {
    at: ['classified'],
    events: (state, data, { at }) => [
      { type: 'CaseResolvedRemotely', data },
      ...withdrawal(state, { end: 'resolved' }, at),
      ...voidQuote(state, 'resolved-remotely', at),
      ...dropPlan(state, at),
      ...askSurvey(state, at),
    ],
  },
};
