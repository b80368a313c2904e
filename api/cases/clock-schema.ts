import { Type, type Static } from '@sinclair/typebox';
import { literals, Nullable } from '../http/schema/common';
import { Bilingual } from './offer-schema';
import { At } from '../http/schema/paging';

export const CLOCK_STATES = ['running', 'paused', 'met', 'breached', 'stopped'] as const;
export type ClockState = (typeof CLOCK_STATES)[number];

export const ClockSchema = Type.Object(
  {
    name: Type.String({ examples: ['answer'] }),
    names: Bilingual,
    state: literals(CLOCK_STATES),
    policyId: Type.String(),
    calendar: Type.String(),
    startedAt: At,
    dueAt: Nullable(At),
    metAt: Nullable(At),
    stoppedAt: Nullable(At),
    breachedAt: Nullable({ ...At, description: 'The first time that it was broken: stands for good' }),
    enteredLateAt: Nullable({
      ...At,
      description: 'Kept in time, as was entered then: after it was due',
    }),
    earlierBreaches: Type.Array(Type.Object({ startedAt: At, dueAt: At, metAt: Nullable(At) }), {
      description: 'Promises of this name that were broken before the present one was made',
    }),
    nextStep: Nullable(
      Type.Object({ key: Type.String({ examples: ['warn:0.75', 'breach', 'escalate:0'] }), at: At }),
    ),
  },
  { title: 'Clock' },
);
export type ClockView = Static<typeof ClockSchema>;
