import type { ClientRect, KeyboardCoordinateGetter, UniqueIdentifier } from '@dnd-kit/core';
import type { Place } from './drag-target';

const STEP_MS = 15 * 60_000;
/** So far below the upper edge of a row its card is held. */
const INSET = 6;
/** Rows above it lie below the bars of the page. */
const BARS = 90;

interface Spot {
  readonly id: UniqueIdentifier;
  readonly rect: ClientRect;
  readonly place: Place;
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export const isPlace = (data: unknown): data is Place =>
  typeof data === 'object' && data !== null && 'engineer' in data && 'day' in data;

/** Arrows go along the hours in quarters, from day to day, and from engineer to engineer. */
export const byArrows: KeyboardCoordinateGetter = (event, { currentCoordinates: at, context }) => {
  const arrow = ARROWS[event.code];
  if (!arrow) return undefined;
  event.preventDefault();
  const [right, down] = arrow;
  const spots = context.droppableContainers.getEnabled().flatMap((one): readonly Spot[] => {
    const rect = context.droppableRects.get(one.id);
    const place: unknown = one.data.current;
    return rect && isPlace(place) ? [{ id: one.id, rect, place }] : [];
  });
  const here = spots.find(({ id }) => id === context.over?.id);
  if (!here) {
    const first = spots.find(({ rect }) => rect.top >= BARS) ?? spots[0];
    return first && { x: startOf(first), y: first.rect.top + INSET };
  }
  if (down !== 0) {
    const next = nearest(
      spots,
      ({ rect }) => (rect.top - here.rect.top) * down,
      ({ rect }) => Math.abs(rect.left - here.rect.left),
    );
    return next && { x: at.x, y: next.rect.top + INSET };
  }
  const { axis } = here.place;
  if (!axis) {
    const next = nearest(
      spots,
      ({ rect }) => (rect.left - here.rect.left) * right,
      ({ rect }) => Math.abs(rect.top - here.rect.top),
    );
    return next && { x: next.rect.left + INSET, y: next.rect.top + INSET };
  }
  const step = (STEP_MS / (axis.toMs - axis.fromMs)) * here.rect.width;
  const x = Math.min(Math.max(at.x + right * step, here.rect.left), here.rect.right - step);
  return { x, y: at.y };
};

/** The next spot ahead, of those in the same row or column. */
function nearest(
  spots: readonly Spot[],
  ahead: (spot: Spot) => number,
  aside: (spot: Spot) => number,
): Spot | undefined {
  return spots
    .filter((spot) => ahead(spot) > 1 && aside(spot) < 2)
    .sort((one, other) => ahead(one) - ahead(other))[0];
}

/** A job begins at the present or, on another day, with the first hour that somebody works. */
function startOf({ rect, place: { axis } }: Spot): number {
  if (!axis) return rect.left + INSET;
  const hour = 4 * STEP_MS;
  const next = Math.ceil(Date.now() / STEP_MS) * STEP_MS;
  const fromMs = next >= axis.fromMs && next < axis.toMs ? next : axis.fromMs + hour;
  return rect.left + ((fromMs - axis.fromMs) / (axis.toMs - axis.fromMs)) * rect.width;
}
