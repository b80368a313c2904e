import { Type, type Static } from '@sinclair/typebox';
import { TRIP_OUTCOMES } from '../../domain/case/visit/trips';
import { UNFINISHED_REASONS } from '../../domain/case/visit/terms';
import { CostCents } from '../http/schema/cost';
import { CaseNumber, Closed, Id, Instant, literals, Nullable } from '../http/schema/common';
import { At, PageOf, PAGING } from '../http/schema/paging';

/** Minutes, and what they cost. */
export const TripCostSchema = Type.Object(
  {
    labourMinutes: Type.Integer(),
    travelMinutes: Type.Integer(),
    labourCostCents: CostCents,
    travelCostCents: CostCents,
    currency: Type.String(),
  },
  { title: 'TripCost' },
);

const Named = Type.Object({ id: Type.String(), name: Type.String() }, { title: 'Person' });

/** How the promise of the arrival stands, in the case and in the dispatch record alike (R4, R37). */
export const ARRIVAL_FIELDS = {
  breachedAt: Nullable({ ...At, description: 'Promised for then, and nobody came: stands for good' }),
  enteredLateAt: Nullable({
    ...At,
    description: 'The arrival was in time, and was entered only then, when it had been due',
  }),
};

const TripSchema = Type.Object(
  {
    id: Type.String(),
    caseNumber: CaseNumber,
    number: Type.Integer({ description: 'Which trip of the case' }),
    engineer: Type.Object({ ...Named.properties, outletId: Type.String(), regionId: Type.String() }),
    customer: Nullable(Named),
    place: Nullable(Type.String({ description: 'Where: the address of the unit, else of the customer' })),
    promised: Type.Object({ from: At, to: At }),
    departedAt: Nullable(At),
    arrivedAt: Nullable(At),
    ...ARRIVAL_FIELDS,
    endedAt: Nullable(At),
    days: Nullable(
      Type.Integer({ description: 'Calendar days begun, from setting out to the end; null until then' }),
    ),
    outcome: literals(TRIP_OUTCOMES),
    reason: Nullable(literals(UNFINISHED_REASONS)),
    cost: Nullable(TripCostSchema),
  },
  { title: 'Trip' },
);
export type TripView = Static<typeof TripSchema>;

export const TripListQuery = Closed({
  engineerId: Type.Optional(Id),
  outletId: Type.Optional(Id),
  regionId: Type.Optional(Id),
  caseNumber: Type.Optional(CaseNumber),
  outcome: Type.Optional(literals(TRIP_OUTCOMES)),
  breached: Type.Optional(
    Type.Boolean({
      description: 'True: those on which nobody came by when it was promised; false: the others',
    }),
  ),
  from: Type.Optional(Instant('Promised from this instant on')),
  to: Type.Optional(Instant('and before this one')),
  ...PAGING,
});
export type TripListQuery = Static<typeof TripListQuery>;

export const TripPage = {
  ...PageOf(TripSchema),
  title: 'TripPage',
  examples: [
    {
      items: [
        {
          id: 'AS-2026-000001:1',
          caseNumber: 'AS-2026-000001',
          number: 1,
          engineer: { id: 'stf-027', name: '李巍', outletId: 'sh-pudong', regionId: 'east' },
          customer: { id: 'cus-0001', name: '上海澜汀食品有限公司' },
          place: '上海市浦东新区金桥路 1 号',
          promised: { from: '2026-11-23T01:00:00.000Z', to: '2026-11-23T04:00:00.000Z' },
          departedAt: '2026-11-23T00:20:00.000Z',
          arrivedAt: '2026-11-23T01:10:00.000Z',
          breachedAt: null,
          enteredLateAt: null,
          endedAt: '2026-11-23T03:40:00.000Z',
          days: 1,
          outcome: 'repaired',
          reason: null,
          cost: {
            labourMinutes: 120,
            travelMinutes: 50,
            labourCostCents: 30_000,
            travelCostCents: 8_000,
            currency: 'CNY',
          },
        },
      ],
      nextCursor: null,
    },
  ],
};
