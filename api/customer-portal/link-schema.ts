import { Type } from '@sinclair/typebox';
import { LINK_PURPOSES } from '../../domain/identity/customer-link';
import { literals, Nullable } from '../http/schema/common';
import { At } from '../http/schema/paging';

/** A link as staff see it: never the token. */
export const LinkList = Type.Object(
  {
    items: Type.Array(
      Type.Object({
        id: Type.String(),
        purpose: literals(LINK_PURPOSES),
        issuedAt: At,
        expiresAt: At,
        usedAt: Nullable(At),
        revokedAt: Nullable(At),
        revokedBy: Nullable(Type.String()),
      }),
    ),
  },
  {
    title: 'CustomerLinkList',
    examples: [
      {
        items: [
          {
            id: '4f9cf1c2-5a1f-4b0a-9d40-0c9c2f1d1a77',
            purpose: 'case',
            issuedAt: '2026-11-22T01:40:00.000Z',
            expiresAt: '2027-01-21T01:40:00.000Z',
            usedAt: null,
            revokedAt: null,
            revokedBy: null,
          },
        ],
      },
    ],
  },
);
export const Revoked = Type.Object(
  { revoked: Type.Integer() },
  { title: 'RevokedLinks', examples: [{ revoked: 2 }] },
);
