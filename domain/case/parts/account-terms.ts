import type { PartLine } from '../facts';

/** Pieces that were handed out for a repair. */
export interface IssuedParts {
  /** Sequence number of the event whose call reserved them. */
  readonly askedBy: number;
  /** Id of the reservation, once the parts system has answered that call. */
  readonly reservationId?: string;
  readonly parts: readonly PartLine[];
}

/** Pieces of a line of a parts order that the report says were fitted. */
export interface OrderedUse {
  readonly order: string;
  readonly line: number;
  readonly quantity: number;
}

/** Parts of a report, compared with those issued for the repair (R18, R20). */
export interface PartsAccount {
  /** Issued and not used: back into stock, by reservation. */
  readonly handBacks: readonly { readonly reservationId: string; readonly parts: readonly PartLine[] }[];
  /** The same of reservations that the parts system has not answered yet. */
  readonly awaited?: readonly Omit<IssuedParts, 'reservationId'>[];
  /** Used but never issued: taken from the engineer's own store. */
  readonly draws: readonly PartLine[];
  readonly depot: string;
  /** Fitted of what was delivered to the user. */
  readonly ordered: readonly OrderedUse[];
  /** Sequence number of the account that this one corrects: what it asked for is taken back. */
  readonly replaces?: number;
}
