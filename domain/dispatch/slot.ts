/** Time of an engineer that a process takes up: from `from` up to, not including, `to`. ISO-8601 in UTC with milliseconds. */
export interface Slot {
  readonly engineerId: string;
  /** For what a person reads. */
  readonly engineerName: string;
  readonly from: string;
  readonly to: string;
}

const isSame = (one: Slot, other: Slot): boolean =>
  one.engineerId === other.engineerId && one.from === other.from && one.to === other.to;

/** The slots of the first list that the second does not hold. */
export const without = (slots: readonly Slot[], others: readonly Slot[]): readonly Slot[] =>
  slots.filter((slot) => !others.some((other) => isSame(slot, other)));
