import { type Bilingual } from '../../domain/bilingual';
import { Value } from '@sinclair/typebox/value';
import { saidOf } from '../../domain/processes';
import type { Prisma } from '../../platform/database';
import { ClockSchema, type ClockState, type ClockView } from './clock-schema';
import { iso } from '../http/one-of';

const EarlierBreaches = ClockSchema.properties.earlierBreaches;

type ClockRow = Prisma.ProcessClockGetPayload<object>;

const NAMES: Readonly<Record<string, Bilingual>> = saidOf('clocks');

/** A promise as it stands at an instant. */
export function clockView(row: ClockRow, now: Date): ClockView {
  return {
    name: row.name,
    names: NAMES[row.name] ?? { en: row.name, zh: row.name },
    state: stateOf(row, now),
    policyId: row.policyId,
    calendar: row.calendar,
    startedAt: row.startedAt.toISOString(),
    dueAt: iso(row.dueAt),
    metAt: iso(row.metAt),
    stoppedAt: iso(row.stoppedAt),
    breachedAt: iso(row.breachedAt),
    enteredLateAt: iso(row.enteredLateAt),
    earlierBreaches: Value.Parse(EarlierBreaches, row.earlierBreaches),
    nextStep:
      row.nextStep === null || row.nextStepAt === null
        ? null
        : { key: row.nextStep, at: row.nextStepAt.toISOString() },
  };
}

function stateOf({ metAt, stoppedAt, breachedAt, dueAt, paused }: ClockRow, now: Date): ClockState {
  if (breachedAt !== null) return 'breached';
  if (metAt !== null) return 'met';
  if (stoppedAt !== null) return 'stopped';
  // Broken is broken, a moment before the ladder's step is recorded too.
  if (dueAt !== null && dueAt <= now) return 'breached';
  return paused ? 'paused' : 'running';
}
