import { Type, type Static } from '@sinclair/typebox';
import { PERSON_COMMANDS } from '../../domain/case/decide';
import { WARRANTY_STATES } from '../../domain/entitlement/terms';
import { TRIP_OUTCOMES } from '../../domain/case/visit/trips';
import { Bilingual, CaseNumber, Closed, literals, Nullable } from '../http/schema/common';
import { Day } from '../cases/entitlement-schema';
import { InputDay } from '../entitlement/rule-schema';
import { At } from '../http/schema/paging';
import { JobSchema } from '../schedule/schema';

export const MyVisitsQuery = Closed({
  date: Type.Optional(
    Type.String({ ...InputDay, description: 'Local day of the caller’s organisation; default: today' }),
  ),
});

const EarlierCase = Type.Object(
  {
    caseNumber: CaseNumber,
    receivedAt: At,
    subject: Type.String(),
    fault: Nullable(Type.String({ description: 'As the engineer found it' })),
    work: Nullable(Type.String({ description: 'As the engineer reported it' })),
    engineerName: Nullable(Type.String()),
    repairedAt: Nullable(At),
  },
  { title: 'EarlierCaseOfUnit' },
);

export const MyVisitSchema = Type.Object(
  {
    ...JobSchema.properties,
    trip: Type.Integer({ description: 'Which trip of the case' }),
    appointment: Type.Object({ from: At, to: At }),
    isFromEarlier: Type.Boolean({ description: 'Promised for an earlier day, and not ended yet' }),
    departedAt: Nullable(At),
    arrivedAt: Nullable(At),
    endedAt: Nullable(At),
    outcome: literals(TRIP_OUTCOMES),
    symptom: Nullable(Type.String()),
    text: Type.String({ description: 'As the customer sent it' }),
    phones: Type.Array(
      Type.Object({ name: Nullable(Type.String()), number: Type.String() }, { title: 'PhoneOfCustomer' }),
      { description: 'Telephone numbers of the customer, beside that of `contact`' },
    ),
    productName: Nullable(Bilingual),
    warranty: literals(WARRANTY_STATES),
    parts: Type.Array(
      Type.Object(
        {
          partNumber: Type.String(),
          names: Nullable({ ...Bilingual, description: 'null while the catalogue is away' }),
          quantity: Type.Integer(),
          depotIds: Type.Array(Type.String(), { description: 'Where the pieces are; empty: not known yet' }),
        },
        { title: 'PartTakenAlong' },
      ),
    ),
    history: Type.Array(EarlierCase, { description: 'The latest cases of the unit, 5 at most' }),
    allowedCommands: Type.Array(literals(PERSON_COMMANDS), { description: 'What the caller may do now' }),
  },
  { title: 'MyVisit' },
);
export type MyVisitView = Static<typeof MyVisitSchema>;

export const MyVisitsAnswer = Type.Object(
  {
    date: Day,
    timeZone: Type.String({ description: 'IANA zone in which the day is meant' }),
    visits: Type.Array(MyVisitSchema, { description: 'In the order of their appointments' }),
  },
  {
    title: 'MyVisits',
    examples: [{ date: '2026-11-23', timeZone: 'Asia/Shanghai', visits: [] }],
  },
);
