import { Type, type Static, type TObject, type TProperties } from '@sinclair/typebox';
import { Closed, Id, literals, Text } from '../http/schema/common';
import { At } from '../http/schema/paging';

const Content = Type.Record(Type.String({ maxLength: 200 }), Type.Unknown(), {
  description: 'Any JSON object: what it means is between the pages of the console',
});

/** Characters of JSON. */
export const LARGEST_DRAFT = 64_000;
export const LARGEST_PREFERENCES = 32_000;
export const LARGEST_FILTERS = 8_000;
export const MOST_DRAFTS = 500;
export const MOST_VIEWS = 200;

export const DraftKey = Type.String({
  pattern: '^[\\w.:~-]{1,200}$',
  description: 'Where the draft belongs',
  examples: ['case:AS-2026-000001:answer'],
});
export const DraftBody = Closed(
  { content: Content },
  { title: 'DraftBody', examples: [{ content: { text: '已安排工程师' } }] },
);
export const DraftSchema = Type.Object(
  { key: Type.String(), content: Type.Record(Type.String(), Type.Unknown()), updatedAt: At },
  {
    title: 'Draft',
    examples: [
      {
        key: 'case:AS-2026-000001:answer',
        content: { text: '已安排工程师' },
        updatedAt: '2026-11-22T01:40:00.000Z',
      },
    ],
  },
);
export const DraftListQuery = Closed({
  prefix: Type.Optional(
    Text(200, { description: 'Of their keys: those of one case', examples: ['case:AS-2026-000001:'] }),
  ),
});
const listOf = <T extends TProperties>(item: TObject<T>, title: string) =>
  Type.Object({ items: Type.Array(item) }, { title, examples: [{ items: item.examples as unknown }] });
export const DraftList = listOf(DraftSchema, 'DraftList');

export const PreferencesBody = Closed(
  { content: Content },
  { title: 'PreferencesBody', examples: [{ content: { density: 'compact' } }] },
);
export const Preferences = Type.Object(
  {
    content: Type.Record(Type.String(), Type.Unknown()),
    updatedAt: Type.Union([At, Type.Null()], { description: 'null: nothing has been set yet' }),
  },
  {
    title: 'Preferences',
    examples: [{ content: { density: 'compact' }, updatedAt: '2026-11-22T01:40:00.000Z' }],
  },
);

const ListName = Type.String({ pattern: '^[a-z][a-z-]{0,39}$', examples: ['cases'] });
const SHARING = ['private', 'organisation'] as const;
export const NewView = Closed(
  {
    list: ListName,
    name: Text(100),
    filters: Content,
    sharing: literals(SHARING, { description: 'organisation: with the people of mine' }),
  },
  {
    title: 'NewSavedView',
    examples: [{ list: 'cases', name: '今天到期', filters: { dueBefore: '@today' }, sharing: 'private' }],
  },
);
export const ViewPatch = Closed(
  {
    name: Type.Optional(Text(100)),
    filters: Type.Optional(Content),
    sharing: Type.Optional(literals(SHARING)),
  },
  { title: 'SavedViewPatch', minProperties: 1, examples: [{ name: '今天到期的' }] },
);
export const ViewSchema = Type.Object(
  {
    id: Id,
    list: Type.String(),
    name: Type.String(),
    filters: Type.Record(Type.String(), Type.Unknown()),
    sharing: literals(SHARING),
    owner: Type.Object({ id: Id, nameEn: Type.String(), nameZh: Type.String() }),
    isMine: Type.Boolean({ description: 'The owner alone changes and deletes it' }),
    updatedAt: At,
  },
  {
    title: 'SavedView',
    examples: [
      {
        id: '0d5d1b3d-6a10-4f0e-9d7c-b7a1c7de3a52',
        list: 'cases',
        name: '今天到期',
        filters: { dueBefore: '@today' },
        sharing: 'private',
        owner: { id: 'stf-010', nameEn: 'Lu Xinran', nameZh: '陆欣然' },
        isMine: true,
        updatedAt: '2026-11-22T01:40:00.000Z',
      },
    ],
  },
);
export type ViewView = Static<typeof ViewSchema>;
export const ViewListQuery = Closed({ list: Type.Optional(ListName) });
export const ViewList = listOf(ViewSchema, 'SavedViewList');
