import { isOnItsWay, onOrderOf, onTheWay, stageOf } from './quantities';
import { lineOf, type RequestedOrder } from './state';
import type { OrderProgress } from './progress-terms';

export function progressOf(state: RequestedOrder): OrderProgress {
  const expected = state.purchases
    .filter(({ line, failed }) => failed !== true && onOrderOf(state, line) > 0)
    .flatMap(({ expectedOn }) => expectedOn ?? [])
    .sort();
  const expectedOn = state.cancelled ? undefined : expected.at(-1);
  return {
    stage: stageOf(state),
    ...(expectedOn !== undefined && { expectedOn }),
    shipments: state.shipments.map((parcel) => ({
      shipment: parcel.shipment,
      carrier: parcel.carrier,
      ...(parcel.tracking !== undefined && { tracking: parcel.tracking }),
      shippedAt: parcel.shippedAt,
      isOnTheWay: isOnItsWay(parcel) && parcel.items.some((item) => onTheWay(state, item) > 0),
      items: parcel.items.map(({ line, quantity, received }) => ({
        line,
        partNumber: lineOf(state, line)?.partNumber ?? '',
        quantity,
        received,
      })),
    })),
  };
}
