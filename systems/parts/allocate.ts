import type { Pick, ReservationLine } from './reservation-port';

/** Pieces that can be reserved now. */
export interface Available {
  readonly partNumber: string;
  readonly depot: string;
  readonly quantity: number;
}

export type Allocation =
  | { readonly kind: 'allocated'; readonly picks: readonly Pick[] }
  /** The first line that all depots together cannot fill, and the pieces that are left for it. */
  | { readonly kind: 'short'; readonly line: number; readonly available: number };

/** Remaining stock while lines take from it; two lines of the same part draw on the same pieces. */
class Shelf {
  private readonly left = new Map<string, number>();
  constructor(available: readonly Available[]) {
    for (const { partNumber, depot, quantity } of available)
      this.left.set(`${depot} ${partNumber}`, quantity);
  }
  at(depot: string, partNumber: string): number {
    return this.left.get(`${depot} ${partNumber}`) ?? 0;
  }
  take(depot: string, partNumber: string, quantity: number): Pick {
    this.left.set(`${depot} ${partNumber}`, this.at(depot, partNumber) - quantity);
    return { partNumber, quantity, depot };
  }
}

const fromOneDepot = (lines: readonly ReservationLine[], available: readonly Available[], depot: string) => {
  const shelf = new Shelf(available);
  const picks: Pick[] = [];
  for (const { partNumber, quantity } of lines) {
    if (shelf.at(depot, partNumber) < quantity) return undefined;
    picks.push(shelf.take(depot, partNumber, quantity));
  }
  return picks;
};

const split = (
  lines: readonly ReservationLine[],
  available: readonly Available[],
  depots: readonly string[],
): Allocation => {
  const shelf = new Shelf(available);
  const picks: Pick[] = [];
  for (const [line, { partNumber, quantity }] of lines.entries()) {
    const total = depots.reduce((sum, depot) => sum + shelf.at(depot, partNumber), 0);
    if (total < quantity) return { kind: 'short', line, available: total };
    const whole = depots.find((depot) => shelf.at(depot, partNumber) >= quantity);
    let missing = quantity;
    for (const depot of whole === undefined ? depots : [whole]) {
      const taken = Math.min(missing, shelf.at(depot, partNumber));
      if (taken > 0) picks.push(shelf.take(depot, partNumber, taken));
      missing -= taken;
    }
  }
  return { kind: 'allocated', picks };
};

/**
 * Which depot gives what: all lines from one depot where one has them, so that one parcel goes out; else each line from one
 * depot where one has it; else from several. Depots are tried in the order preferred, the others after them by id.
 */
export const allocate = (
  lines: readonly ReservationLine[],
  available: readonly Available[],
  preferredDepots: readonly string[],
): Allocation => {
  const others = available.map(({ depot }) => depot).sort((a, b) => (a < b ? -1 : 1));
  const depots = [...new Set([...preferredDepots, ...others])];
  for (const depot of depots) {
    const picks = fromOneDepot(lines, available, depot);
    if (picks !== undefined) return { kind: 'allocated', picks };
  }
  return split(lines, available, depots);
};
