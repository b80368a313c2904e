import { Type, type Static } from '@sinclair/typebox';
import { MAX_INT } from '../http/schema/amount';
import { Closed, Nullable } from '../http/schema/common';

const JOINED = {
  requestNumber: Type.String({ examples: ['RQ-2026-000007'] }),
  fromCase: Type.String({ examples: ['AS-2026-000007'] }),
};

/** Fields of a case: the latest requests merged into it, and their number. */
export const JOINED_FIELDS = {
  joinedRequests: Type.Array(
    Type.Object({
      ...JOINED,
      text: Type.String(),
      isCut: Type.Optional(
        Type.Literal(true, { description: 'Only how it begins: whole under `/joined-requests`' }),
      ),
    }),
    { description: 'The latest 100, most recent last' },
  ),
  joinedRequestCount: Type.Integer(),
};

export const SequelQuery = (most: number, what: string) =>
  Closed({
    after: Type.Optional(
      Type.Integer({ minimum: 0, maximum: MAX_INT, description: `${what} after this one; default 0` }),
    ),
    limit: Type.Optional(
      Type.Integer({ minimum: 1, maximum: most, default: most, description: 'Items at most' }),
    ),
  });

export const Later = Nullable(Type.Integer({ description: 'Send it as `after` for those that follow' }));

export const JoinedRequestQuery = SequelQuery(20, 'Requests');
export type JoinedRequestQuery = Static<typeof JoinedRequestQuery>;

export const JoinedRequestPage = Type.Object(
  {
    items: Type.Array(
      Type.Object({
        number: Type.Integer({ description: 'From 1, as they were joined' }),
        ...JOINED,
        text: Type.String(),
      }),
    ),
    later: Later,
  },
  {
    title: 'JoinedRequestPage',
    examples: [
      {
        items: [{ number: 1, requestNumber: 'RQ-2026-000007', fromCase: 'AS-2026-000007', text: '又停机了' }],
        later: null,
      },
    ],
  },
);
