import { Type, type Static } from '@sinclair/typebox';
import { REQUEST_TYPES } from '../../domain/case/terms';
import { PROMISES } from '../../domain/promises/definitions';
import { CaseNumber, Closed, Instant, literals, Nullable } from '../http/schema/common';
import { At, PageOf, PAGING } from '../http/schema/paging';

const Bilingual = Type.Object({ en: Type.String(), zh: Type.String() }, { title: 'Bilingual' });
const Count = Type.Integer({ minimum: 0 });

const PERIOD = {
  from: Type.Optional(Instant('Of requests received from this instant on')),
  to: Type.Optional(Instant('and before this one')),
};
export const PromiseListQuery = Closed(PERIOD);
export type PromiseListQuery = Static<typeof PromiseListQuery>;

const PublishedPromise = Type.Object(
  {
    key: Type.String(),
    name: Bilingual,
    text: Bilingual,
    kept: Count,
    keptEnteredLate: {
      ...Count,
      description: 'Kept in time as well, as somebody entered once the promise was due; not among `kept`',
    },
    breached: Count,
    due: Type.Integer({ description: 'Kept, entered late or not, or breached: decided' }),
    open: Type.Integer({ description: 'Not due yet, and not kept yet; also while the case is paused' }),
    percent: Nullable(
      Type.Number({ description: 'Kept of those due, to one decimal; null where nothing was due' }),
    ),
  },
  { title: 'PublishedPromise' },
);

export const PromiseList = Type.Object(
  { asOf: At, items: Type.Array(PublishedPromise) },
  {
    title: 'PromiseList',
    examples: [
      {
        asOf: '2026-11-22T04:00:00.000Z',
        items: [
          {
            key: 'answer',
            name: { en: 'answer', zh: '答复' },
            text: { en: 'Every request is answered within 24 hours.', zh: '所有请求 24 小时内答复。' },
            kept: 40,
            keptEnteredLate: 1,
            breached: 2,
            due: 43,
            open: 3,
            percent: 95.3,
          },
        ],
      },
    ],
  },
);

export const PromiseParams = Type.Object({
  key: Type.String({
    pattern: '^[a-z-]+$',
    maxLength: 64,
    description: PROMISES.map(({ key }) => key).join(', '),
  }),
});

const PROMISE_STANDINGS = ['kept', 'kept-entered-late', 'breached', 'open'] as const;

export const PromiseCasesQuery = Closed({
  ...PERIOD,
  standing: Type.Optional(literals(PROMISE_STANDINGS, { description: 'Default: all' })),
  ...PAGING,
});
export type PromiseCasesQuery = Static<typeof PromiseCasesQuery>;

const PromiseCase = Type.Object(
  {
    number: CaseNumber,
    receivedAt: At,
    requestType: Nullable(literals(REQUEST_TYPES)),
    dueAt: Nullable(At),
    metAt: Nullable(At),
    standing: literals(PROMISE_STANDINGS),
  },
  { title: 'PromiseCase' },
);
export const PromiseCasesPage = {
  ...PageOf(PromiseCase),
  title: 'PromiseCasesPage',
  examples: [
    {
      items: [
        {
          number: 'AS-2026-000001',
          receivedAt: '2026-11-21T01:12:00.000Z',
          requestType: 'repair',
          dueAt: '2026-11-22T01:12:00.000Z',
          metAt: null,
          standing: 'breached',
        },
      ],
      nextCursor: null,
    },
  ],
};
