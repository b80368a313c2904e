import type { OrderStage } from './terms';

/** Progress of an order, as reported to the case and thus to the customer (R19, R36). */
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
