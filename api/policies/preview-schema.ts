import { Type, type Static } from '@sinclair/typebox';
import { Closed, Id, Instant, Nullable } from '../http/schema/common';
import { At } from '../http/schema/paging';
import { CalendarDefinition, NewPolicy } from './schema';

const { clock, requestType, priority, serviceLevel, warranty } = NewPolicy.properties;
const { effectiveFrom, effectiveTo, targetSeconds, calendar, warnAt } = NewPolicy.properties;

export const PreviewQuestion = Closed(
  {
    startAt: Instant('The promise begins here'),
    clock,
    requestType,
    priority,
    serviceLevel,
    warranty,
    policy: Type.Optional(
      Closed(
        { effectiveFrom, effectiveTo, targetSeconds, calendar, warnAt },
        { title: 'PolicyDraft', description: 'A policy for these facts that is not saved yet' },
      ),
    ),
    calendar: Type.Optional(
      Closed(
        { code: Id, effectiveFrom, definition: CalendarDefinition },
        { title: 'CalendarDraft', description: 'A version of a calendar that is not saved yet' },
      ),
    ),
  },
  {
    title: 'PromisePreviewQuestion',
    examples: [
      {
        startAt: '2026-12-31T09:00:00+08:00',
        clock: 'resolution',
        calendar: {
          code: 'cn-office',
          effectiveFrom: '2026-12-30T00:00:00+08:00',
          definition: { timeZone: 'Asia/Shanghai', hours: { thu: [['09:00', '18:00']] }, holidays: [] },
        },
      },
    ],
  },
);
export type PreviewQuestion = Static<typeof PreviewQuestion>;

const Promised = Type.Object(
  {
    policyId: Nullable(Type.String({ description: 'null: the draft' })),
    calendar: Type.String(),
    targetSeconds: Type.Integer(),
    dueAt: Nullable(At),
    warnings: Type.Array(Type.Object({ share: Type.Number(), at: Nullable(At) })),
  },
  { title: 'PromisePreviewTerms', description: 'Without pauses; null instants: too little working time' },
);
export type Promised = Static<typeof Promised>;

const before: Promised = {
  policyId: 'resolution',
  calendar: 'cn-office',
  targetSeconds: 32_400,
  dueAt: '2027-01-04T01:00:00.000Z',
  warnings: [{ share: 0.75, at: '2026-12-31T07:45:00.000Z' }],
};
export const PreviewAnswer = Type.Object(
  {
    before: Nullable(Promised),
    after: Nullable(Promised),
  },
  {
    title: 'PromisePreview',
    description: 'null: no policy covers such a promise',
    examples: [{ before, after: { ...before, dueAt: '2027-01-07T10:00:00.000Z' } }],
  },
);
