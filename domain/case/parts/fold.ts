import { callKey } from '../../parts-order/state';
import type { EventOf } from '../events';
import { entering, unchanged, type Fold } from '../fold';
import type { CaseState } from '../state';
import type { PartsEvents } from './case-terms';
import type { CasePartsOrder } from './order-terms';

export const PARTS_FOLD: Fold<keyof PartsEvents> = {
  PartsRedirected: unchanged,
  OrdersRedirected: unchanged,
  PartsOrdered: ordered,
  PartsAwaited: (state, _event, at) => entering(state, 'awaiting-parts', at),
  PartsProgressed: (state, { data: { order, seq, progress } }) => ({
    ...state,
    partsOrders: (state.partsOrders ?? []).map((one) =>
      one.number === order ? { ...one, seq, progress } : one,
    ),
  }),
  PartsArrived: (state, _event, at) => entering(state, 'classified', at),
  PartsAccounted: (state, { data, seq }) => ({ ...state, partsAccount: { ...data, postedBy: seq } }),
};

function ordered(state: CaseState, { data, seq }: EventOf<'PartsOrdered'>, at: string): CaseState {
  const { number, caseNumber, neededBy, lines, followsCase } = data;
  const order: CasePartsOrder = {
    number,
    key: callKey(caseNumber, seq),
    orderedAt: at,
    neededBy,
    lines,
    ...(followsCase && { followsCase }),
    seq: 0,
    progress: { stage: 'requested', shipments: [] },
  };
  return { ...state, partsOrders: [...(state.partsOrders ?? []), order] };
}
