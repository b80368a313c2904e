import { Type, type Static } from '@sinclair/typebox';
import { MAX_INT } from '../http/schema/amount';
import { Closed, literals, Nullable } from '../http/schema/common';
import { At } from '../http/schema/paging';
import { Bilingual } from './offer-schema';

const ACTOR_KINDS = ['staff', 'customer', 'system'] as const;

export const TimelineEntry = Type.Object(
  {
    seq: Type.Integer(),
    type: Type.String({ examples: ['CaseClassified'] }),
    at: At,
    occurredAt: Nullable(At),
    actor: Type.Object({ kind: literals(ACTOR_KINDS), id: Type.String(), name: Type.String() }),
    sentence: { ...Bilingual, description: 'The event as a sentence, without actor and time' },
    times: Type.Array(
      Type.Object({ text: Type.String(), at: At, to: Nullable(At) }, { title: 'SentenceTime' }),
      {
        description:
          'Times within the sentence: `text` as it stands there, in the zone of the company; `to` is the end of a stretch',
      },
    ),
    data: Type.Record(Type.String(), Type.Unknown()),
  },
  { title: 'TimelineEntry' },
);
export type TimelineEntry = Static<typeof TimelineEntry>;

export const TimelineQuery = Closed({
  after: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: MAX_INT,
      description: 'Events after this one, oldest first; default 0',
    }),
  ),
  before: Type.Optional(
    Type.Integer({ minimum: 1, maximum: MAX_INT, description: 'The latest events before this one' }),
  ),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 100 })),
});
export type TimelineQuery = Static<typeof TimelineQuery>;

export const Timeline = Type.Object(
  {
    items: Type.Array(TimelineEntry, { description: 'Most recent last' }),
    earlier: Nullable(Type.Integer({ description: 'Send it as `before` for what came before these' })),
    later: Nullable(Type.Integer({ description: 'Send it as `after` for what followed these' })),
  },
  {
    title: 'Timeline',
    examples: [
      {
        items: [
          {
            seq: 1,
            type: 'NoteAdded',
            at: '2026-11-22T01:40:00.000Z',
            occurredAt: null,
            actor: { kind: 'staff', id: 'stf-010', name: '陆欣然' },
            sentence: { en: 'Note: 已电话确认', zh: '备注：已电话确认' },
            times: [],
            data: { text: '已电话确认' },
          },
        ],
        earlier: null,
        later: null,
      },
    ],
  },
);
export type Timeline = Static<typeof Timeline>;
