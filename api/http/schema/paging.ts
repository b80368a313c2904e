import { Type, type TSchema } from '@sinclair/typebox';
import { Nullable } from './common';

export const DEFAULT_LIMIT = 50;
export const MAX_LIMIT = 100;

/** The two parameters of every list: how many, and from where. */
export const PAGING = {
  limit: Type.Optional(
    Type.Integer({ minimum: 1, maximum: MAX_LIMIT, default: DEFAULT_LIMIT, description: 'Items at most' }),
  ),
  cursor: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 2_000,
      pattern: '^[\\w-]+$',
      description: '`nextCursor` of the page before, sent with the same filters and sort',
    }),
  ),
};

export const DIRECTIONS = ['asc', 'desc'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export const PageOf = <T extends TSchema>(item: T) =>
  Type.Object({
    items: Type.Array(item),
    nextCursor: Nullable(Type.String({ description: 'Null on the last page' })),
  });

/** An instant as it is answered: ISO-8601 in UTC with milliseconds. */
export const At = Type.String({
  title: 'Timestamp',
  format: 'date-time',
  examples: ['2026-11-22T01:30:00.000Z'],
});
