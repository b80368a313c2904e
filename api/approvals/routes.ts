import { ApprovalListQuery, ApprovalPage } from './schema';
import { PROBLEMS } from '../http/schema/common';
import type { Routes } from '../context';
import { approvalView } from './view';
import { readingOf } from '../access/reading';
import { listApprovals } from './list';

/** Pending approvals (R9, R17). Commands of the case decide them. */
export const approvals: Routes = (app, { database }) => {
  app.get(
    '/v1/approvals',
    {
      config: { permission: 'approval.read' },
      schema: {
        operationId: 'listApprovals',
        tags: ['approvals'],
        summary: 'What waits for my approval, or for anybody’s; what is due first comes first',
        description:
          'Decide with the command `decideApproval` of the case, hand it on with `delegateApproval`; whoever asked reminds with `remindApproval`. The approvals of a paused case wait with it.',
        querystring: ApprovalListQuery,
        response: { 200: ApprovalPage, ...PROBLEMS },
      },
    },
    async ({ principal, query }) => {
      const { rows, nextCursor } = await listApprovals(database, principal, query, new Date());
      const reading = readingOf(principal);
      return { items: rows.map((row) => approvalView(row, reading)), nextCursor };
    },
  );
  return Promise.resolve();
};
