import { Type, type Static } from '@sinclair/typebox';
import { Closed, Id, Instant, Nullable } from '../http/schema/common';
import { At } from '../http/schema/paging';

export const MOST_WEEKS = 53;
export const DEFAULT_WEEKS = 12;

const Filter = (description: string) => Type.Optional({ ...Id, description });
const OF = {
  organisationId: Filter('A centre with its outlets, or an outlet; `hq` is all of them'),
  engineerId: Filter('Cases of this engineer'),
  productCode: Filter('Of units of this product'),
};

export const WeeksQuery = Closed({
  from: Type.Optional(
    Instant(`The week of this instant is the first; default: ${DEFAULT_WEEKS} weeks before the last`),
  ),
  to: Type.Optional(Instant(`The week of this instant is the last; ${MOST_WEEKS} at most; default: now`)),
  ...OF,
});
export type WeeksQuery = Static<typeof WeeksQuery>;
export const BacklogQuery = Closed(OF);

/** A number on a picture, and the query of the case list that finds its cases. */
const Figure = Type.Object(
  {
    count: Type.Integer(),
    cases: Type.String({
      description: 'Query of `GET /v1/cases`, of its counts and of its file, that finds them',
      examples: ['receivedFrom=2026-11-16T00%3A00%3A00.000%2B08%3A00'],
    }),
  },
  { title: 'FigureWithCases' },
);
export type Figure = Static<typeof Figure>;

const WEEK = {
  week: Type.String({ description: 'The Monday on which it begins', examples: ['2026-11-16'] }),
  from: At,
  to: At,
};
const HEAD = {
  asOf: At,
  timeZone: Type.String({ description: 'IANA zone in which weeks begin' }),
};
const EXAMPLE = {
  asOf: '2026-11-22T02:00:00.000Z',
  timeZone: 'Asia/Shanghai',
};
const WEEK_EXAMPLE = {
  week: '2026-11-16',
  from: '2026-11-15T16:00:00.000Z',
  to: '2026-11-22T16:00:00.000Z',
};
const FIGURE_EXAMPLE: Figure = {
  count: 42,
  cases: 'receivedFrom=2026-11-15T16%3A00%3A00.000Z&receivedTo=2026-11-22T16%3A00%3A00.000Z',
};

export const FlowSchema = Type.Object(
  {
    ...HEAD,
    weeks: Type.Array(
      Type.Object(
        {
          ...WEEK,
          received: Figure,
          closed: Figure,
          ended: Type.Integer({ description: 'Closed, cancelled or merged' }),
          openAtEnd: Type.Integer({ description: 'Cases that were open when the week ended, or now' }),
        },
        { title: 'WeekOfFlow' },
      ),
    ),
  },
  {
    title: 'Flow',
    examples: [
      {
        ...EXAMPLE,
        weeks: [
          { ...WEEK_EXAMPLE, received: FIGURE_EXAMPLE, closed: FIGURE_EXAMPLE, ended: 40, openAtEnd: 17 },
        ],
      },
    ],
  },
);
export type Flow = Static<typeof FlowSchema>;

export const BacklogSchema = Type.Object(
  {
    asOf: At,
    total: Figure,
    bands: Type.Array(
      Type.Object(
        {
          fromDays: Type.Integer({ description: 'Since its receipt, at least' }),
          toDays: Nullable(Type.Integer({ description: 'and less than; null: older' })),
          open: Figure,
          breached: Figure,
          paused: Figure,
        },
        { title: 'BandOfBacklog' },
      ),
      { description: 'The youngest first' },
    ),
  },
  {
    title: 'Backlog',
    examples: [
      {
        asOf: EXAMPLE.asOf,
        total: FIGURE_EXAMPLE,
        bands: [
          { fromDays: 0, toDays: 1, open: FIGURE_EXAMPLE, breached: FIGURE_EXAMPLE, paused: FIGURE_EXAMPLE },
        ],
      },
    ],
  },
);
export type Backlog = Static<typeof BacklogSchema>;

export const RepairsSchema = Type.Object(
  {
    ...HEAD,
    weeks: Type.Array(
      Type.Object(
        {
          ...WEEK,
          repaired: Figure,
          firstTimeFixed: { ...Figure, description: 'Repaired at the first visit' },
          repeats: { ...Figure, description: 'The same fault was repaired before' },
        },
        { title: 'WeekOfRepairs' },
      ),
    ),
  },
  {
    title: 'RepairsByWeek',
    description:
      'By when repairs were verified; `GET /v1/repair-quality` has the rates, with what is provisional',
    examples: [
      {
        ...EXAMPLE,
        weeks: [
          {
            ...WEEK_EXAMPLE,
            repaired: FIGURE_EXAMPLE,
            firstTimeFixed: FIGURE_EXAMPLE,
            repeats: FIGURE_EXAMPLE,
          },
        ],
      },
    ],
  },
);
export type RepairsByWeek = Static<typeof RepairsSchema>;

const Mean = Nullable(Type.Number({ description: 'Of 1 to 5, to two decimals; null where nobody answered' }));

export const SatisfactionSchema = Type.Object(
  {
    ...HEAD,
    weeks: Type.Array(
      Type.Object(
        {
          ...WEEK,
          answered: Figure,
          dissatisfied: { ...Figure, description: 'A score of 1 or 2' },
          productScore: Mean,
          serviceScore: Mean,
        },
        { title: 'WeekOfSatisfaction' },
      ),
    ),
  },
  {
    title: 'Satisfaction',
    examples: [
      {
        ...EXAMPLE,
        weeks: [
          {
            ...WEEK_EXAMPLE,
            answered: FIGURE_EXAMPLE,
            dissatisfied: FIGURE_EXAMPLE,
            productScore: 4.62,
            serviceScore: 4.8,
          },
        ],
      },
    ],
  },
);
export type Satisfaction = Static<typeof SatisfactionSchema>;
