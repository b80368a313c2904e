import type { EngineerFacts, PartLine } from '../facts';

/** Parts that are held for the work ahead. They are issued with the repair, or put back where there will be none. */
export interface CaseReservation {
  /** Sequence number of the event whose call reserves them. */
  readonly askedBy: number;
  /** To be taken along, or needed by the plan of a diagnosis. */
  readonly purpose: 'visit' | 'plan';
  /** Outlet of the engineer who takes or fits them. */
  readonly outletId: string;
  readonly parts: readonly PartLine[];
  /** Where they are, once the parts system has answered. */
  readonly depots?: readonly string[];
  /** The parts system could not reserve them. */
  readonly failed?: true;
  /** Sequence number of the event by which they are not needed any more. */
  readonly givenUpBy?: number;
}

/** True for parts that are still needed: the others are put back. */
export const isNeeded = ({ givenUpBy }: Pick<CaseReservation, 'givenUpBy'>): boolean =>
  givenUpBy === undefined;

type Follower = Pick<EngineerFacts, 'id' | 'outletId' | 'regionId'>;

/** Moves a reservation: released at the former outlet, and reserved again near the engineer's. */
export interface Redirection {
  readonly purpose: CaseReservation['purpose'];
  readonly engineer: Follower;
  readonly parts: readonly PartLine[];
}

/** Redirects pending parts orders to the engineer who now fits the parts. */
export interface OrdersRedirection {
  readonly engineer: Follower;
  readonly orders: readonly string[];
}
