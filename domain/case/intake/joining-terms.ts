import type { Bilingual } from '../../bilingual';

/** Command of the desk: this case ends, and another takes over its requests. */
export interface JoinOrder {
  readonly into: string;
  /** The other case, as the registers have it. Absent in older commands. */
  readonly target?: { readonly customerId?: string };
  /** Confirmed: the other case is another customer's, and about the same thing all the same. */
  readonly otherCustomer?: boolean;
  /** Notifies the sender of the case that takes over their request. Absent in older commands. */
  readonly tellsSender?: true;
  /** Resolution time promised for the merged request, if it lies ahead. Absent in older commands. */
  readonly resolutionBy?: string;
}

/** The other case is asked. */
export interface JoinRequest {
  readonly into: string;
  /** How many of the requests of this case it has been asked to take, the first ones. */
  readonly asked: number;
  readonly otherCustomer?: boolean;
  /** The case that was asked before, and has been joined to `into` itself. */
  readonly insteadOf?: string;
  readonly tellsSender?: true;
  readonly resolutionBy?: string;
}

/** A case that waits for the answer of the one it is to be joined to. */
export interface Joining {
  readonly into: string;
  readonly asked: number;
  /** How many it has taken already. */
  readonly taken: number;
  readonly otherCustomer?: boolean;
  /** Sequence number of the event that asked: the answer's key begins with it. */
  readonly seq: number;
  readonly tellsSender?: true;
  readonly resolutionBy?: string;
}

/** Request to a case to take over another's requests. */
export interface JoinOffer {
  readonly fromCase: string;
  readonly customer?: { readonly id: string; readonly name: string };
  readonly otherCustomer?: boolean;
  readonly requests: readonly JoinedRequest[];
  readonly resolutionBy?: string;
}

export interface JoinedRequest {
  readonly requestNumber: string;
  readonly fromCase: string;
  readonly text: string;
  /** Only how the text begins: all of it stands in the register of requests (ADR 37). */
  readonly isCut?: true;
}

export interface JoinEventData {
  readonly JoinRequested: JoinRequest;
  /** The other case does not take it, and why; this one stays open. */
  readonly JoinRefused: { readonly into: string; readonly code: string; readonly why: Bilingual };
  readonly CaseJoined: {
    readonly into: string;
    /** The other case has the requests. Before it was asked, they were sent there afterwards. */
    readonly agreed?: boolean;
    readonly tellsSender?: true;
  };
  /** This case takes over the requests of another. */
  readonly JoinAgreed: {
    readonly fromCase: string;
    readonly requestNumbers: readonly string[];
    readonly otherCustomer?: boolean;
    readonly resolutionBy?: string;
  };
  readonly RequestJoined: JoinedRequest;
}
