import { isOnItsWay, onOrderOf, onTheWay, stageOf } from './quantities';
import { lineOf, type RequestedOrder } from './state';
import type { OrderStage } from './terms';

/** What the case, and so the customer, is told of its order (R19, R36). */
export interface OrderProgress {
  readonly stage: OrderStage;
  /** The day on which the last of what is bought is expected. */
  readonly expectedOn?: string;
  readonly shipments: readonly ShipmentProgress[];
}

export interface ShipmentProgress {
  readonly shipment: number;
  readonly carrier: string;
  readonly tracking?: string;
  readonly shippedAt: string;
  /** True while the user can still confirm something of it. */
  readonly isOnTheWay: boolean;
  readonly items: readonly {
    readonly line: number;
    readonly partNumber: string;
    readonly quantity: number;
    readonly received: number;
  }[];
}

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
