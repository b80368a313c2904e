import { Type, type Static } from '@sinclair/typebox';
import { PRIORITIES, REQUEST_TYPES, STAGES } from '../../domain/case/terms';
import { TRIP_OUTCOMES } from '../../domain/case/visit/trips';
import { Bilingual, CaseNumber, Closed, Id, Instant, literals, Nullable } from '../http/schema/common';
import { At } from '../http/schema/paging';

export const MOST_DAYS = 42;
export const MOST_ENGINEERS = 200;
export const MOST_JOBS = 100;

export const DEFAULT_DAYS = 7;

export const ScheduleQuery = Closed({
  from: Type.Optional(Instant("The first instant shown; default: when today began in the company's zone")),
  to: Type.Optional(
    Instant(`The first instant after; ${MOST_DAYS} days later at most, ${DEFAULT_DAYS} where it is left out`),
  ),
  organisationId: Type.Optional(
    Type.Union([Id], {
      description: 'A centre with its outlets, or an outlet; default: whatever is in sight',
    }),
  ),
});
export type ScheduleQuery = Static<typeof ScheduleQuery>;

const Span = Type.Object({ from: At, to: At }, { title: 'TimeSpan' });

/** A job as a card shows it. */
const JOB = {
  caseNumber: CaseNumber,
  version: Type.Integer({ description: 'The ETag of the case' }),
  subject: Type.String(),
  stage: literals(STAGES),
  requestType: Nullable(literals(REQUEST_TYPES)),
  priority: literals(PRIORITIES),
  paused: Type.Boolean(),
  breached: Type.Boolean(),
  customer: Nullable(Type.Object({ id: Type.String(), name: Type.String() }, { title: 'Person' })),
  address: Nullable(Type.String({ description: 'Of the unit, else of the customer' })),
  contact: Type.Object(
    { name: Type.String(), phone: Nullable(Type.String()), extension: Nullable(Type.String()) },
    { title: 'VisitContact', description: 'Who sent the request' },
  ),
  unit: Nullable(
    Type.Object(
      { id: Type.String(), serial: Type.String(), productCode: Type.String(), family: Type.String() },
      { title: 'UnitOfJob', description: '`family` is the skill that the job takes' },
    ),
  ),
  dueAt: Nullable({ ...At, description: 'By when the next promise falls due' }),
};

export const JobSchema = Type.Object(JOB, { title: 'Job' });
export type JobView = Static<typeof JobSchema>;

const VisitSchema = Type.Object(
  {
    from: At,
    to: At,
    trip: Type.Integer({ description: 'Which trip of the case' }),
    departedAt: Nullable(At),
    arrivedAt: Nullable(At),
    endedAt: Nullable(At),
    outcome: literals(TRIP_OUTCOMES),
    job: Type.Union([JobSchema, Type.Null()], { description: 'null: a case of another region' }),
  },
  { title: 'ScheduledVisit' },
);

const AbsenceOfSchedule = Type.Object(
  { id: Type.String(), ...Span.properties, reason: Nullable(Type.String()) },
  { title: 'ScheduledAbsence', description: 'The reason is told to supervisors and to the engineer' },
);

export const ScheduleSchema = Type.Object(
  {
    asOf: At,
    engineers: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          name: Type.String(),
          names: Bilingual,
          organisation: Type.Object(
            { id: Type.String(), name: Type.String(), names: Bilingual },
            { title: 'OrganisationOfEngineer' },
          ),
          phone: Type.String(),
          skills: Type.Array(Type.String()),
          calendar: Type.String(),
          absences: Type.Array(AbsenceOfSchedule),
          visits: Type.Array(VisitSchema),
        },
        { title: 'ScheduledEngineer' },
      ),
      { description: `Those in sight by organisation and name, ${MOST_ENGINEERS} at most` },
    ),
    engineerCount: Type.Integer(),
    calendars: Type.Array(
      Type.Object(
        {
          code: Type.String(),
          timeZone: Nullable(Type.String({ description: 'null: around the clock' })),
          hours: Type.Array(Span),
        },
        { title: 'ScheduledHours', description: 'Working hours of every engineer of the calendar' },
      ),
    ),
    jobs: Type.Array(
      Type.Object(
        {
          ...JOB,
          task: Type.String({ description: 'What has to be done', examples: ['dispatch', 'answer-offer'] }),
          since: { ...At, description: 'When it was there to be placed' },
          wanted: Nullable({ ...Span, description: 'When the customer wants the engineer' }),
          offeredTo: Nullable(Type.String({ description: 'The organisation that has the offer' })),
        },
        { title: 'JobToPlace' },
      ),
      { description: `Jobs that wait for an engineer, first due first, ${MOST_JOBS} at most` },
    ),
    jobCount: Type.Integer(),
  },
  {
    title: 'Schedule',
    examples: [
      {
        asOf: '2026-11-22T02:00:00.000Z',
        engineers: [
          {
            id: 'stf-027',
            name: '李巍',
            names: { en: 'Li Wei', zh: '李巍' },
            organisation: {
              id: 'sh-pudong',
              name: '上海浦东授权服务站',
              names: { en: 'Shanghai Pudong Service Outlet', zh: '上海浦东授权服务站' },
            },
            phone: '+8618805107289',
            skills: ['oil-injected-screw'],
            calendar: 'cn-service',
            absences: [],
            visits: [],
          },
        ],
        engineerCount: 1,
        calendars: [
          {
            code: 'cn-service',
            timeZone: 'Asia/Shanghai',
            hours: [{ from: '2026-11-23T00:00:00.000Z', to: '2026-11-23T10:00:00.000Z' }],
          },
        ],
        jobs: [],
        jobCount: 0,
      },
    ],
  },
);
export type ScheduleView = Static<typeof ScheduleSchema>;
