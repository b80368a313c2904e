import { Type, type Static } from '@sinclair/typebox';
import { Bilingual, Nullable } from '../http/schema/common';
import { At } from '../http/schema/paging';

export const PublicPromises = Type.Object(
  {
    from: { ...At, description: 'Of requests received from then on' },
    asOf: At,
    items: Type.Array(
      Type.Object(
        {
          key: Type.String(),
          name: Bilingual,
          text: Bilingual,
          percent: Nullable(
            Type.Number({ description: 'Kept of those due, to one decimal; null where nothing was due' }),
          ),
          due: Type.Integer({ description: 'How many the figure is of' }),
        },
        { title: 'PublicPromise' },
      ),
    ),
  },
  {
    title: 'PublicPromises',
    examples: [
      {
        from: '2025-11-22T04:00:00.000Z',
        asOf: '2026-11-22T04:00:00.000Z',
        items: [
          {
            key: 'answer',
            name: { en: 'answer', zh: '答复' },
            text: { en: 'Every request is answered within 24 hours.', zh: '所有请求 24 小时内答复。' },
            percent: 95.3,
            due: 43,
          },
        ],
      },
    ],
  },
);
export type PublicPromiseList = Static<typeof PublicPromises>;
