import { Type, type Static } from '@sinclair/typebox';
import { Closed, literals, Nullable, Text } from '../http/schema/common';

/** Kinds of things that a search finds, in the order in which they are shown. */
export const FOUND_KINDS = ['case', 'customer', 'unit', 'request', 'partsOrder', 'staff'] as const;
export type FoundKind = (typeof FOUND_KINDS)[number];
export const MOST_OF_A_KIND = 5;

export const SearchQuery = Closed({
  q: Text(200, {
    description:
      'Words, a name, a telephone number, a number of a case, request or order, a fragment of a serial number',
    examples: ['漏油'],
  }),
});

export const FoundSchema = Type.Object(
  {
    kind: literals(FOUND_KINDS),
    id: Type.String({ description: 'What the link takes: the number of a case, the id of a customer' }),
    label: Type.String({ description: 'One line by which it is recognised' }),
    detail: Nullable(Type.String({ description: 'What tells it from others like it' })),
    state: Nullable(
      Type.String({ description: 'The stage of a case or an order, the status of a customer' }),
    ),
    href: Type.String({ description: 'Where the API answers it', examples: ['/v1/cases/AS-2026-000001'] }),
  },
  { title: 'Found' },
);
export type Found = Static<typeof FoundSchema>;

export const SearchAnswer = Type.Object(
  {
    groups: Type.Array(
      Type.Object(
        {
          kind: literals(FOUND_KINDS),
          items: Type.Array(FoundSchema, { description: `${MOST_OF_A_KIND} at most, the best first` }),
          hasMore: Type.Boolean({ description: 'The list of this kind has more' }),
        },
        { title: 'FoundGroup' },
      ),
      { description: 'Kinds of which something was found and that the caller may read' },
    ),
  },
  {
    title: 'SearchResult',
    examples: [
      {
        groups: [
          {
            kind: 'case',
            items: [
              {
                kind: 'case',
                id: 'AS-2026-000001',
                label: 'AS-2026-000001 空压机漏油',
                detail: '上海澜汀食品有限公司',
                state: 'dispatched',
                href: '/v1/cases/AS-2026-000001',
              },
            ],
            hasMore: false,
          },
        ],
      },
    ],
  },
);
export type SearchAnswer = Static<typeof SearchAnswer>;
