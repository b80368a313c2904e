import type { CaseEffect } from '../common/call-terms';
import type { Calls } from '../effects';
import type { CaseEventType } from '../events';
import { givenUpBy } from '../parts/reservations';
import { learnContacts } from './identification';
import { askToJoin, requestsOf } from './joining';

export const INTAKE_CALLS = {
  CustomerIdentified: (state, { data: { customer, learned }, actor }) =>
    learned ? [learnContacts(state, customer.id, { learned, by: actor })] : [],
  JoinRequested: (state) => (state.joining ? [askToJoin(state, state.joining)] : []),
  CaseJoined: (state, { data, seq }) => [
    // The case that it is joined to has agreed, and has them.
    ...(data.agreed === true ? [] : requestsOf(state)).map((request): CaseEffect => ({
      kind: 'deliver',
      processType: 'serviceCase',
      processId: data.into,
      command: { type: 'recordJoinedRequest', data: { ...request } },
    })),
    ...givenUpBy(state, seq),
  ],
} satisfies Calls<CaseEventType>;
