/** Where in the stream of all events one stands: a transaction, and a place within it (see `EventLog`). */
export interface EventPosition {
  readonly transactionId: bigint;
  readonly position: bigint;
}

const LARGEST = 2n ** 63n - 1n;

export const isAfter = (left: EventPosition, right: EventPosition): boolean =>
  left.transactionId === right.transactionId
    ? left.position > right.position
    : left.transactionId > right.transactionId;

/** After every event of the transactions before `transactionId`. */
export const beforeTransaction = (transactionId: bigint): EventPosition => ({
  transactionId: transactionId - 1n,
  position: LARGEST,
});

export const positionText = ({ transactionId, position }: EventPosition): string =>
  `${transactionId}-${position}`;

/** A position from the id of a server-sent event; undefined where it is none of ours. */
export function parsePosition(text: string): EventPosition | undefined {
  const [, transaction, place] = /^(\d{1,19})-(\d{1,19})$/.exec(text) ?? [];
  if (transaction === undefined || place === undefined) return undefined;
  const parsed = { transactionId: BigInt(transaction), position: BigInt(place) };
  return parsed.transactionId <= LARGEST && parsed.position <= LARGEST ? parsed : undefined;
}
