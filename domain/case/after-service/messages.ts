import { reasonOf } from '../../notices/reasons';
import { followUpOwner } from '../common/owner';
import { ownerRecipient, tell, notifyCustomer, toRecipient } from '../common/recipients';
import type { Messages } from '../effects';
import type { AfterServiceEvents } from './case-terms';

export const AFTER_SERVICE_MESSAGES: Messages<keyof AfterServiceEvents> = {
  SurveyAsked: (state) => notifyCustomer(state, 'survey-asked'),
  CaseReopened: (state, { data }) => [
    tell(state, ownerRecipient(state), 'case-reopened', { reason: data.reason }),
    ...notifyCustomer(state, 'served-again'),
  ],
  CaseClosed: (state) => notifyCustomer(state, 'case-closed'),
  FollowUpOpened: (state, { data }) => [
    tell(state, toRecipient(followUpOwner(state, data)), 'follow-up', {
      kind: data.kind,
      reason: reasonOf(data),
    }),
  ],
};
