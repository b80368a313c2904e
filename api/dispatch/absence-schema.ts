import { Type, type Static } from '@sinclair/typebox';
import { CaseNumber, Closed, Id, Instant, Nullable, Text } from '../http/schema/common';
import { IDEMPOTENCY_KEY } from '../http/schema/headers';
import { At } from '../http/schema/paging';

export const StaffParams = Type.Object({ id: Type.String({ pattern: '^[\\w.:@-]+$', maxLength: 100 }) });
export const AbsenceParams = Type.Object({ ...StaffParams.properties, absenceId: Id });

export const AbsenceHeaders = Type.Object({
  'idempotency-key': Type.Optional(
    Type.String({
      pattern: IDEMPOTENCY_KEY,
      description: 'New for each absence, the same when sending it again: it is registered once',
    }),
  ),
});

export const NewAbsence = Closed(
  { from: Instant(), to: Instant('The first instant after it'), reason: Text(500) },
  {
    title: 'NewAbsence',
    examples: [{ from: '2096-11-23T00:00:00+08:00', to: '2096-11-25T00:00:00+08:00', reason: '病假' }],
  },
);

const AbsenceSchema = Type.Object(
  {
    id: Type.String(),
    from: At,
    to: At,
    reason: Nullable(Type.String({ description: 'Told to supervisors and to the engineer; null to others' })),
    visits: Type.Array(Type.Object({ caseNumber: CaseNumber, from: At, to: At }), {
      description: 'Visits booked in this time, which need another engineer or another appointment',
    }),
  },
  { title: 'Absence' },
);
export type AbsenceView = Static<typeof AbsenceSchema>;

const EXAMPLE: AbsenceView = {
  id: 'absence:3f0c',
  from: '2026-11-22T16:00:00.000Z',
  to: '2026-11-24T16:00:00.000Z',
  reason: '病假',
  visits: [
    { caseNumber: 'AS-2026-000001', from: '2026-11-23T01:00:00.000Z', to: '2026-11-23T04:00:00.000Z' },
  ],
};
export const AbsenceAnswer = { ...AbsenceSchema, examples: [EXAMPLE] };
export const AbsenceList = Type.Object(
  { items: Type.Array(AbsenceSchema, { description: 'Those that are not over, soonest first' }) },
  { title: 'AbsenceList', examples: [{ items: [EXAMPLE] }] },
);
