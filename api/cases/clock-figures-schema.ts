import { Type, type Static } from '@sinclair/typebox';
import { DUE_BASES } from '../../domain/clock/why-due';
import { Bilingual, CaseNumber, literals, Nullable } from '../http/schema/common';
import { At } from '../http/schema/paging';
import { ClockSchema } from './clock-schema';

const Figures = Type.Object(
  {
    targetSeconds: Type.Integer({ description: 'Working seconds that were promised' }),
    usedSeconds: Type.Integer({
      description: 'Working seconds outside pauses until `asOf`, or until its end',
    }),
    leftSeconds: Type.Integer({ description: 'Negative past the target' }),
    isCounting: Type.Boolean({ description: 'Time is used up now: neither paused, ended nor out of hours' }),
    changesAt: Nullable({ ...At, description: 'When working time begins or ends next; null: not by itself' }),
    pauses: Type.Array(Type.Object({ from: At, to: Nullable(At) }, { title: 'ClockPause' }), {
      description: 'Those that put it off; `to` null: it lasts',
    }),
    dueBy: literals(DUE_BASES, {
      description:
        'From working time, agreed with the customer as an instant, or promised for a merged request',
    }),
    policy: Type.Object(
      {
        id: Type.String(),
        isBuiltIn: Type.Boolean({ description: 'The company’s register covers no such clock' }),
        requestType: Nullable(Type.String()),
        priority: Nullable(Type.String()),
        serviceLevel: Nullable(Type.String()),
        warranty: Nullable(Type.String()),
        effectiveFrom: At,
        recordedAt: Nullable({ ...At, description: 'The version of its row' }),
        isPausable: Type.Boolean(),
      },
      { title: 'PolicyOfClock', description: 'null facts match anything' },
    ),
    calendar: Type.Object(
      { code: Type.String(), timeZone: Nullable(Type.String({ description: 'null: around the clock' })) },
      { title: 'CalendarOfClock' },
    ),
    registersAsOf: Nullable({
      ...At,
      description: 'The latest entry of policies and calendars that it is computed from',
    }),
    why: { ...Bilingual, description: 'Why it is due then, in a sentence' },
    grounds: { ...Bilingual, description: 'The same without the due time, for those who show it beside' },
  },
  { title: 'ClockFigures' },
);
export type ClockFigures = Static<typeof Figures>;

const ClockInDetail = Type.Object(
  {
    ...ClockSchema.properties,
    figures: Type.Union([Figures, Type.Null()], {
      description: 'null: the registers have no policy or calendar for it any more',
    }),
  },
  { title: 'ClockInDetail' },
);

export const CaseClocks = Type.Object(
  { caseNumber: CaseNumber, asOf: At, clocks: Type.Array(ClockInDetail) },
  {
    title: 'CaseClocks',
    examples: [{ caseNumber: 'AS-2026-000001', asOf: '2026-11-22T02:00:00.000Z', clocks: [] }],
  },
);
