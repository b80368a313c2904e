import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditLedger } from '../support/audit-ledger';
import { createFinanceClient } from '../../systems/finance/client';
import { buildFinanceServer } from '../../systems/finance/server';
import { type Embedded, startEmbedded, TOKEN } from './embedded';
import { financeContract } from './finance-contract';
import { AT } from './finance-fixture';
import { httpContract } from './http-contract';

financeContract('embedded server', async () => {
  const embedded = await startEmbedded(buildFinanceServer);
  const port = createFinanceClient({ baseUrl: embedded.baseUrl, token: TOKEN, timeoutMs: 20_000 });
  return {
    port,
    differences: () => auditLedger(embedded.prisma),
    stop: async () => {
      await port.close();
      await embedded.stop();
    },
  };
});

httpContract('finance', () => startEmbedded(buildFinanceServer), {
  path: '/v1/entries/nobody:1:0/reverse',
  body: { at: AT },
  otherBody: { at: '2026-03-03T00:00:00Z' },
  invalid: { at: '2026-13-01T00:00:00Z' },
  pointer: '#/at',
  read: '/v1/accounts',
});

describe('embedded finance server', () => {
  let embedded: Embedded;
  beforeAll(async () => {
    embedded = await startEmbedded(buildFinanceServer);
  });
  afterAll(async () => {
    await embedded.stop();
  });
  const entry = { reference: 'SC-1', kind: 'revenue', currency: 'CNY', at: AT };
  const line = { account: 'cash', side: 'debit', amountCents: 100 };

  it('has a database that takes no unbalanced entry, whoever writes it', async () => {
    const { prisma } = embedded;
    const lines = { create: [{ n: 0, ...line }] };
    await expect(prisma.ledgerEntry.create({ data: { id: 'lame', ...entry, lines } })).rejects.toThrow(
      'not balanced',
    );
    await expect(prisma.ledgerEntry.create({ data: { id: 'empty', ...entry } })).rejects.toThrow(
      'not balanced',
    );
    expect(await prisma.ledgerEntry.count()).toBe(0);
  });

  it('has a database that changes no line of the ledger, whoever asks', async () => {
    const { prisma } = embedded;
    const lines = {
      create: [
        { n: 0, ...line },
        { n: 1, ...line, side: 'credit' },
      ],
    };
    await prisma.ledgerEntry.create({ data: { id: 'sound', ...entry, lines } });
    const before = await prisma.ledgerEntry.findMany({ include: { lines: true } });
    await expect(prisma.ledgerLine.updateMany({ data: { amountCents: 1 } })).rejects.toThrow();
    await expect(prisma.ledgerLine.deleteMany()).rejects.toThrow();
    await expect(prisma.ledgerEntry.updateMany({ data: { reference: 'SC-2' } })).rejects.toThrow();
    expect(await prisma.ledgerEntry.findMany({ include: { lines: true } })).toEqual(before);
    expect(await auditLedger(prisma)).toEqual([]);
  });

  it('lets the audit find a mirror that does not undo its entry', async () => {
    const { prisma } = embedded;
    const lines = {
      create: [
        { n: 0, ...line },
        { n: 1, ...line, side: 'credit', account: 'receivable' },
      ],
    };
    await prisma.ledgerEntry.create({ data: { id: 'entry', ...entry, lines } });
    await prisma.ledgerEntry.create({ data: { id: 'mirror', ...entry, lines } });
    await prisma.ledgerReversal.create({ data: { entryId: 'entry', mirrorId: 'mirror', at: AT } });
    expect(await auditLedger(prisma)).toEqual(
      expect.arrayContaining([{ kind: 'mirror', entryId: 'entry', account: 'cash', differenceCents: 200n }]),
    );
  });
});
