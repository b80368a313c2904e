import { Type } from '@sinclair/typebox';
import { LINK_PURPOSES } from '../../domain/identity/customer-link';
import { CaseNumber, PROBLEMS } from '../http/schema/common';
import { LinkList, Revoked } from './link-schema';
import type { Routes } from '../context';
import { iso, oneOf } from '../http/one-of';
import { visibleCase } from '../cases/visible-case';

const params = Type.Object({ number: CaseNumber });

/** The links that customers hold to a case, as staff see them: who has one, never the token (ADR 23). */
export const links: Routes = (app, { database }) => {
  app.get(
    '/v1/cases/:number/links',
    {
      config: { permission: 'link.read' },
      schema: {
        operationId: 'listCustomerLinks',
        tags: ['cases'],
        summary:
          'The links to a case that its customer was sent, the latest first; never the tokens themselves',
        description: 'A new one is sent by the command `sendLink`.',
        params,
        response: { 200: LinkList, ...PROBLEMS },
      },
    },
    async ({ params: { number }, principal }) => {
      await visibleCase(database, number, principal);
      const rows = await database.customerLink.findMany({
        where: { caseNumber: number },
        orderBy: [{ issuedAt: 'desc' }, { id: 'asc' }],
      });
      return {
        items: rows.map((row) => ({
          id: row.id,
          purpose: oneOf(LINK_PURPOSES, row.purpose),
          issuedAt: row.issuedAt.toISOString(),
          expiresAt: row.expiresAt.toISOString(),
          usedAt: iso(row.usedAt),
          revokedAt: iso(row.revokedAt),
          revokedBy: row.revokedBy,
        })),
      };
    },
  );

  app.post(
    '/v1/cases/:number/links/revoke',
    {
      config: { permission: 'link.revoke' },
      schema: {
        operationId: 'revokeCustomerLinks',
        tags: ['cases'],
        summary: 'End every link to a case that is out: none of them opens it any more',
        params,
        response: { 200: Revoked, ...PROBLEMS },
      },
    },
    async ({ params: { number }, principal, log }) => {
      await visibleCase(database, number, principal);
      const { count } = await database.customerLink.updateMany({
        where: { caseNumber: number, revokedAt: null },
        data: { revokedAt: new Date(), revokedBy: principal.actor.id },
      });
      log.info({ processId: number, revoked: count }, 'links revoked');
      return { revoked: count };
    },
  );
  return Promise.resolve();
};
