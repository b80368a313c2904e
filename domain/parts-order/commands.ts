/** A part as the catalogue describes it, and how many of it are asked for (R19). */
export interface OrderLine {
  /** 1, 2, … */
  readonly line: number;
  readonly partNumber: string;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly model: string;
  readonly material: string;
  readonly quantity: number;
  /** Standard cost of a piece, in minor units of `currency`: what an old part that never comes back is charged at. */
  readonly unitCostCents: number;
  readonly currency: string;
  /** The part that it replaces goes back to the factory (R20). */
  readonly oldPartDue: boolean;
}

/** Recipient of the parts (R19). */
export interface Consignee {
  readonly name: string;
  readonly address: string;
  readonly contact: string;
  readonly phone: string;
}

export interface OrderRequest {
  readonly number: string;
  readonly caseNumber: string;
  readonly customerId?: string;
  /** The desk that looks after the case. */
  readonly regionId: string;
  /** Outlet of the engineer who fits the parts and owes the old ones. */
  readonly outletId: string;
  readonly engineerId: string;
  /** Nearest first. */
  readonly preferredDepots: readonly string[];
  /** The user needs them by then; ISO-8601. */
  readonly neededBy: string;
  readonly consignee: Consignee;
  readonly lines: readonly OrderLine[];
  /**
   * The order stays open until its case is over: what the user confirmed can be corrected, and old parts are due by what the report says was
   * replaced. Orders of before that end with the receipt, and owe by what was ordered.
   */
  readonly followsCase?: true;
}

/** Engineer who fits the parts, and the depots nearby. */
export type OrderDestination = Pick<OrderRequest, 'engineerId' | 'outletId' | 'preferredDepots'>;

export interface LineQuantity {
  readonly line: number;
  readonly quantity: number;
}

/** Delivered pieces of one line: as ordered, others than ordered, and missing. */
export interface Arrival {
  readonly line: number;
  readonly received: number;
  readonly wrong: number;
  readonly missing: number;
}

/** Pieces that were fitted, by line; left out where the case tells nothing more of them. */
export interface PartsUse {
  readonly items?: readonly LineQuantity[];
  readonly isOver?: true;
  /** Somebody sees to what was delivered and never fitted. Absent in commands recorded before that was so. */
  readonly leavesNothing?: true;
}

export interface OrderCommandData {
  readonly request: OrderRequest;
  readonly redirect: OrderDestination;
  readonly reserve: { readonly line: number };
  readonly orderFromSupplier: {
    readonly purchase: number;
    readonly supplier: string;
    readonly supplierOrder?: string;
    /** A day, `2026-12-01`. */
    readonly expectedOn?: string;
  };
  readonly receiveGoods: { readonly purchase: number; readonly quantity: number };
  readonly ship: {
    readonly depot: string;
    readonly carrier: string;
    readonly tracking?: string;
    readonly items: readonly LineQuantity[];
  };
  /** Without items: all of the shipment is there, as ordered. */
  readonly confirmReceipt: { readonly shipment: number; readonly items?: readonly Arrival[] };
  /** Corrects a wrong confirmation of a shipment: the full counts of each line. */
  readonly correctReceipt: {
    readonly shipment: number;
    readonly items: readonly Arrival[];
    readonly reason: string;
  };
  /** The case tells what its report says was fitted, or that it is over. */
  readonly recordUse: PartsUse;
  /** Parcels that are still to leave go there. */
  readonly readdress: { readonly consignee: Consignee; readonly reason: string };
  readonly reportLost: { readonly shipment: number; readonly note: string };
  readonly takeBack: {
    readonly shipment: number;
    readonly depot: string;
    readonly items: readonly LineQuantity[];
  };
  readonly receiveOldParts: { readonly depot: string; readonly items: readonly LineQuantity[] };
  readonly forwardOldParts: Record<string, never>;
  /** The outlet says that they will not come: whatever is outstanding is charged now. */
  readonly chargeOldParts: { readonly reason: string };
  readonly cancel: { readonly reason: string };
  readonly completeFollowUp: { readonly key: string; readonly note: string };
}

export type OrderCommandType = keyof OrderCommandData;
export type OrderCommand = {
  [T in OrderCommandType]: { readonly type: T; readonly data: OrderCommandData[T] };
}[OrderCommandType];

/** The commands that people give. */
export type OrderPersonCommandType = Exclude<OrderCommandType, 'request' | 'redirect' | 'recordUse'>;
