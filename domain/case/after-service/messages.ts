import { reasonOf } from '../../notices/told';
import { followUpOwner } from '../common/owner';
import { ownerRecipient, tell, tellCustomer, toRecipient } from '../common/recipients';
import type { Messages } from '../effects';
import type { AfterServiceEvents } from './case-terms';

export const AFTER_SERVICE_MESSAGES: Messages<keyof AfterServiceEvents> = {
  SurveyAsked: (state) => tellCustomer(state, 'survey-asked'),
  CaseReopened: (state, { data }) => [
    tell(state, ownerRecipient(state), 'case-reopened', { reason: data.reason }),
    ...tellCustomer(state, 'served-again'),
  ],
  CaseClosed: (state) => tellCustomer(state, 'case-closed'),
  FollowUpOpened: (state, { data }) => [
    tell(state, toRecipient(followUpOwner(state, data)), 'follow-up', {
      kind: data.kind,
      reason: reasonOf(data),
    }),
  ],
};
