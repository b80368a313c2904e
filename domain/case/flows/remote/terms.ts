import { DESK, FIELD } from '../../../identity/roles';
import { flowTerms } from '../flow-terms';
import type { RemoteCommands, RemoteEvents, RemoteState } from './case-terms';

export interface RemoteAdditions {
  readonly commands: RemoteCommands;
  readonly events: RemoteEvents;
  readonly state: RemoteState;
}

/** Requests that the desk resolves without a visit. Parts ordered for one make it wait at the on-site stage `awaiting-parts`. */
export const REMOTE_TERMS = flowTerms<RemoteAdditions>()({
  chapters: ['parts'],
  stages: {},
  classified: { task: 'resolve', toCustomer: { en: 'in progress', zh: '处理中' } },
  owner: () => undefined,
  isPaidByCustomer: () => false,
  commands: {
    resolveRemotely: { name: { en: 'resolve remotely', zh: '远程解决' }, roles: [...DESK, ...FIELD] },
  },
  events: {
    CaseResolvedRemotely: {
      toStaff: { en: 'Resolved without a visit: {resolution}', zh: '远程解决：{resolution}' },
      toCustomer: { en: 'Resolved without a visit', zh: '已远程解决' },
    },
  },
});
