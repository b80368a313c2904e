/** Recipient of a message, with their contact details. */
export interface MessageRecipient {
  readonly kind: 'staff' | 'customer' | 'address';
  readonly id?: string;
  readonly name?: string;
  /** Lower case. */
  readonly email?: string;
  /** E.164. */
  readonly phone?: string;
}

export interface OutgoingMessage {
  /** The same however often it is tried: what a receiver knows a repetition by. */
  readonly id: string;
  readonly template: string;
  readonly language: 'zh' | 'en';
  readonly title: string;
  readonly text: string;
  readonly caseNumber?: string;
  /** ISO-8601. */
  readonly createdAt: string;
  readonly recipient: MessageRecipient;
}

/**
 * Outcome of one attempt. `reason` is a code (`smtp-550 5.1.1`, `http-410`, `no-answer`) and never the
 * server's own text: that may quote the address.
 */
export type DeliveryOutcome =
  | { readonly kind: 'sent' }
  /** For good: the same again would be refused again. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** Temporary failure or unknown outcome: send again, with the same id. */
  | { readonly kind: 'unavailable'; readonly reason: string; readonly retryAfterMs?: number };

/** A way to people. An attempt takes less than a minute and never throws. */
export interface DeliveryChannel {
  readonly name: 'smtp' | 'webhook';
  carries(recipient: MessageRecipient): boolean;
  deliver(message: OutgoingMessage): Promise<DeliveryOutcome>;
  close(): Promise<void>;
}
