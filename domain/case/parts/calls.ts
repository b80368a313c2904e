import type { CaseEffect } from '../common/call-terms';
import type { Calls } from '../effects';
import type { CaseEventType, EventOf } from '../events';
import type { RegisteredCase } from '../state';
import { accountCalls, lateHandBack } from './account';
import { redirectOrder, startOrder, reportUse } from './orders';
import { givenUpBy, issueParts, isUsed, reserveParts } from './reservations';

/** Parts are reserved, put back and issued by what happens to the case, but for the events of flows, which have entries of their own. */
export const PARTS_CALLS = {
  EngineerDispatched: (state, { data }) =>
    data.parts.length > 0 ? [reserveParts(state, data.engineer, data.parts)] : [],
  PartsRedirected: (state, { data, seq }) => [
    // Put back first: what the old depot has is as good as any other's.
    ...givenUpBy(state, seq),
    reserveParts(state, data.engineer, data.parts),
  ],
  OrdersRedirected: (state, { data }) =>
    data.orders.map((order) => redirectOrder(state, order, data.engineer)),
  PartsOrdered: (_state, { data }) => [startOrder(data)],
  CallSettled: issueLate,
  PartsAccounted: (state, event) => [...accountCalls(state, event), ...reportUse(state, event.data)],
  CaseClosed: (state) => reportUse(state, 'over'),
} satisfies Calls<CaseEventType>;

/** The parts system was slower than the engineer. Cases that took back everything when they were cancelled have released the parts. */
function issueLate(state: RegisteredCase, { data }: EventOf<'CallSettled'>): readonly CaseEffect[] {
  const isStanding = state.stage !== 'cancelled' || state.keepsWhatHappened === true;
  return data.call === 'reserveParts' && data.outcome.ok && isUsed(state, data.key) && isStanding
    ? [issueParts(data.key), ...lateHandBack(state, data.key)]
    : [];
}
