import { Type } from '@sinclair/typebox';
import { keyedWork } from '../shared/keyed-work';
import { commonProblems, problemResponse } from '../shared/problem';
import { buildSystemServer, type SystemServer, type SystemServerOptions } from '../shared/server';
import { ById, Moment, Reference, WriteHeaders } from '../shared/wire';
import { caseBalance, listAccounts } from './balance';
import { invoiceRoutes } from './invoice-routes';
import { readEntry } from './ledger';
import { Accounts, CaseBalance, Entry, PostBody, Reversal } from './port';
import { post, reverse } from './posting';

const ABOUT = {
  title: 'Finance',
  description:
    'The ledger of service cost and revenue: double entry, append-only; what a case cost and brought in.',
  version: '1.0.0',
};

const KEY_REUSED = 'IDEMPOTENCY.KEY_REUSED: the key came with another request before.';

/**
 * The embedded finance system over its schema `finance`. Give it to `listen`, and `close` it; `prisma` stays the caller's.
 */
export const buildFinanceServer = async (options: SystemServerOptions): Promise<SystemServer> => {
  const { prisma } = options;
  const app = await buildSystemServer(options, ABOUT);
  const keyed = keyedWork(prisma, 'finance');

  app.get(
    '/v1/accounts',
    { schema: { summary: 'The chart of accounts', response: { ...commonProblems, 200: Accounts } } },
    () => listAccounts(prisma),
  );

  app.post(
    '/v1/entries',
    {
      schema: {
        summary: 'Post a balanced entry; the idempotency key becomes its id',
        headers: WriteHeaders,
        body: PostBody,
        response: {
          ...commonProblems,
          201: Entry,
          409: problemResponse('FINANCE.REVERSED'),
          422: problemResponse(`FINANCE.UNBALANCED, FINANCE.ACCOUNT_UNKNOWN. ${KEY_REUSED}`),
        },
      },
    },
    (request, reply) => keyed(request, reply, (key) => post(key, request.body)),
  );

  app.get(
    '/v1/entries/:id',
    {
      schema: {
        summary: 'An entry as it stands',
        params: ById,
        response: { ...commonProblems, 200: Entry, 404: problemResponse('FINANCE.ENTRY_UNKNOWN') },
      },
    },
    (request) =>
      prisma.$transaction((tx) => readEntry(tx, request.params.id), { isolationLevel: 'RepeatableRead' }),
  );

  app.post(
    '/v1/entries/:id/reverse',
    {
      schema: {
        summary: 'Undo an entry by its mirror; bars an id never seen',
        params: ById,
        headers: WriteHeaders,
        body: Moment,
        response: {
          ...commonProblems,
          200: Reversal,
          409: problemResponse('FINANCE.NOT_REVERSIBLE, FINANCE.INVOICED'),
          422: problemResponse(KEY_REUSED),
        },
      },
    },
    (request, reply) => keyed(request, reply, (key) => reverse(key, request.params.id, request.body.at)),
  );

  await app.register(invoiceRoutes, { prisma });

  app.get(
    '/v1/cases/:reference/balance',
    {
      schema: {
        summary: 'Cost, revenue and profit of a case',
        params: Type.Object({ reference: Reference }),
        response: { ...commonProblems, 200: CaseBalance },
      },
    },
    (request) => caseBalance(prisma, request.params.reference),
  );
  return app;
};
