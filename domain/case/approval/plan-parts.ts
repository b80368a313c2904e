import type { PartLine } from '../facts';
import type { CaseState } from '../state';

/**
 * All pieces planned, taken along, ordered or issued for the repair, each counted once (ADR 45): an order of
 * planned parts belongs to the plan, and so do parts that a later dispatch takes along for it. Unreservable
 * pieces are missing, and cancelled ones are not needed.
 */
export function planParts(state: CaseState): readonly PartLine[] {
  const { diagnosis, issued = [], reservations = [], partsOrders = [], fittedBefore = [] } = state;
  const held = reservations.filter(
    ({ givenUpBy, failed, purpose }) => givenUpBy === undefined && purpose === 'visit' && failed !== true,
  );
  const plannedBy = reservations.find(
    ({ givenUpBy, purpose }) => givenUpBy === undefined && purpose === 'plan',
  )?.askedBy;
  const isForPlan = ({ askedBy }: { readonly askedBy: number }): boolean =>
    plannedBy !== undefined && askedBy > plannedBy;
  const planned = sums(diagnosis?.parts ?? []);
  const fulfilling = sums([
    ...held.filter(isForPlan).flatMap(({ parts }) => parts),
    ...partsOrders.filter(({ progress }) => progress.stage !== 'cancelled').flatMap(({ lines }) => lines),
  ]);
  for (const { order, line, quantity } of fittedBefore) {
    const known = partsOrders.find(({ number }) => number === order)?.lines.find((one) => one.line === line);
    if (known) fulfilling.set(known.partNumber, (fulfilling.get(known.partNumber) ?? 0) - quantity);
  }
  const total = sums([
    ...issued.flatMap(({ parts }) => parts),
    ...held.filter((one) => !isForPlan(one)).flatMap(({ parts }) => parts),
  ]);
  for (const partNumber of new Set([...planned.keys(), ...fulfilling.keys()]))
    total.set(
      partNumber,
      (total.get(partNumber) ?? 0) + Math.max(planned.get(partNumber) ?? 0, fulfilling.get(partNumber) ?? 0),
    );
  return [...total]
    .filter(([, quantity]) => quantity > 0)
    .map(([partNumber, quantity]) => ({ partNumber, quantity }))
    .toSorted((left, right) => (left.partNumber < right.partNumber ? -1 : 1));
}

/** Pieces of each part. */
export function sums(lines: readonly PartLine[]): Map<string, number> {
  const pieces = new Map<string, number>();
  for (const { partNumber, quantity } of lines)
    pieces.set(partNumber, (pieces.get(partNumber) ?? 0) + quantity);
  return pieces;
}
