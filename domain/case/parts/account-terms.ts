import type { PartLine } from '../facts';

/** Pieces that were handed out for a repair. */
export interface IssuedParts {
  /** Sequence number of the event whose call reserved them. */
  readonly askedBy: number;
  /** Of that call, once the parts system has answered: the id of the reservation. */
  readonly reservationId?: string;
  readonly parts: readonly PartLine[];
}

/** Pieces of a line of a parts order that the report says were fitted. */
export interface OrderedUse {
  readonly order: string;
  readonly line: number;
  readonly quantity: number;
}

/** What a report says of parts, against what was handed out for the repair (R18, R20). */
export interface PartsAccount {
  /** Issued and not used: back into stock, by reservation. */
  readonly handBacks: readonly { readonly reservationId: string; readonly parts: readonly PartLine[] }[];
  /** The same of reservations that the parts system has not answered yet. */
  readonly awaited?: readonly Omit<IssuedParts, 'reservationId'>[];
  /** Used and never issued: out of the store of whoever did it. */
  readonly draws: readonly PartLine[];
  readonly depot: string;
  /** Fitted of what was delivered to the user. */
  readonly ordered: readonly OrderedUse[];
  /** Sequence number of the account that this one corrects: what it asked for is taken back. */
  readonly replaces?: number;
}
