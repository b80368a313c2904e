import type { Schemas } from '../api';
import type { Engineer, JobToPlace, Schedule, Visit } from './board';
import { overlap, spanOf, within, type Day, type Span } from './days';
import type { Act } from './placing';

/** A dragged card: a job that waits, or a visit with the engineer who has it. */
export type Dragged =
  | { readonly kind: 'job'; readonly job: JobToPlace }
  | {
      readonly kind: 'visit';
      readonly job: Schemas['Job'];
      readonly visit: Visit;
      readonly engineerId: string;
    };

/** Where it can be put: an engineer's hours of a day, or their day in a week. */
export interface Place {
  readonly engineer: Engineer;
  readonly day: Day;
  /** The hours that are drawn; undefined in the week, whose days have no hours. */
  readonly axis?: Span;
}

/** Where it would stand if it were dropped now. */
export interface Target extends Span {
  readonly engineer: Engineer;
}

const MINUTE_MS = 60_000;
const STEP_MS = 15 * MINUTE_MS;
const USUAL_MS = 120 * MINUTE_MS;

const spanOfDragged = (dragged: Dragged): Span | undefined =>
  dragged.kind === 'visit' ? spanOf(dragged.visit) : undefined;

const lengthOfDragged = (dragged: Dragged): number => {
  const span = spanOfDragged(dragged);
  return span ? span.toMs - span.fromMs : USUAL_MS;
};

/** @param part how far along the hours its beginning is, from 0 to 1. */
export function targetAt(schedule: Schedule, dragged: Dragged, place: Place, part: number): Target {
  const fromMs = place.axis ? timeAt(dragged, place.axis, part) : freeOn(schedule, dragged, place);
  return { engineer: place.engineer, fromMs, toMs: fromMs + lengthOfDragged(dragged) };
}

function timeAt(dragged: Dragged, axis: Span, part: number): number {
  const exactMs = axis.fromMs + part * (axis.toMs - axis.fromMs);
  const was = spanOfDragged(dragged)?.fromMs;
  // Given to another engineer, a visit keeps its time to the minute.
  if (was !== undefined && Math.abs(exactMs - was) < STEP_MS / 2) return was;
  return Math.round(exactMs / STEP_MS) * STEP_MS;
}

/** A day of the week: a visit keeps its time of day, a job gets the first time that is free. */
function freeOn(schedule: Schedule, dragged: Dragged, { engineer, day }: Place): number {
  if (dragged.kind === 'visit') {
    const was = new Date(dragged.visit.from);
    return day.fromMs + (was.getHours() * 60 + was.getMinutes()) * MINUTE_MS;
  }
  const length = lengthOfDragged(dragged);
  const calendar = schedule.calendars.find(({ code }) => code === engineer.calendar);
  const worked = (calendar?.hours ?? []).flatMap((hours) => within(spanOf(hours), day) ?? []);
  const taken = [...engineer.visits, ...engineer.absences].map(spanOf);
  const nowMs = Math.ceil(Date.now() / STEP_MS) * STEP_MS;
  for (const hours of worked)
    for (let at = Math.max(hours.fromMs, nowMs); at + length <= hours.toMs; at += STEP_MS)
      if (!taken.some((span) => overlap(span, { fromMs: at, toMs: at + length }))) return at;
  return worked[0]?.fromMs ?? day.fromMs;
}

export const isReassigned = (dragged: Dragged, target: Target): boolean =>
  dragged.kind === 'visit' && target.engineer.id !== dragged.engineerId;

export const isMoved = (dragged: Dragged, target: Target): boolean =>
  spanOfDragged(dragged)?.fromMs !== target.fromMs;

export const isSame = (one: Target | undefined, other: Target | undefined): boolean =>
  one?.engineer.id === other?.engineer.id && one?.fromMs === other?.fromMs;

/**
 * Commands of a drop. The customer's word is asked for after it; before, the question is whether there is anything else against it.
 * @param reason of another engineer.
 */
export function actsOfDrop(dragged: Dragged, target: Target, reason: string): readonly Act[] {
  const appointment = {
    from: new Date(target.fromMs).toISOString(),
    to: new Date(target.toMs).toISOString(),
  };
  const engineerId = target.engineer.id;
  if (dragged.kind === 'job')
    return [
      {
        type: dragged.job.task === 'answer-offer' ? 'acceptOffer' : 'dispatch',
        data: { engineerId, appointment },
      },
    ];
  const consent = {
    by: 'customer',
    how: 'phone',
    at: new Date(Date.now() - MINUTE_MS).toISOString(),
  } as const;
  return [
    ...(isReassigned(dragged, target) ? [{ type: 'reassign' as const, data: { engineerId, reason } }] : []),
    ...(isMoved(dragged, target)
      ? [{ type: 'moveAppointment' as const, data: { appointment, consent } }]
      : []),
  ];
}
