import type { PrismaClient } from '../../prisma/generated/client';
import { AccountType, type Accounts, type CaseBalance } from './port';

const cents = (total: bigint): number => {
  const value = Number(total);
  if (!Number.isSafeInteger(value)) throw new Error(`The total ${total.toString()} is beyond exact numbers.`);
  return value;
};

/** Cost is what expense accounts were debited with, revenue what revenue accounts were credited with; mirrors count too. */
export const caseBalance = async (prisma: PrismaClient, reference: string): Promise<CaseBalance> => {
  const rows = await prisma.$queryRaw<{ currency: string; cost: bigint; revenue: bigint }[]>`
    SELECT e."currency",
      coalesce(sum(CASE l."side" WHEN 'debit' THEN l."amount_cents" ELSE -l."amount_cents" END)
        FILTER (WHERE a."type" = 'expense'), 0)::bigint AS cost,
      coalesce(sum(CASE l."side" WHEN 'credit' THEN l."amount_cents" ELSE -l."amount_cents" END)
        FILTER (WHERE a."type" = 'revenue'), 0)::bigint AS revenue
    FROM "finance"."ledger_entry" e
    JOIN "finance"."ledger_line" l ON l."entry_id" = e."id"
    JOIN "finance"."ledger_account" a ON a."name" = l."account"
    WHERE e."reference" = ${reference} GROUP BY e."currency" ORDER BY e."currency"`;
  const totals = rows.map(({ currency, cost, revenue }) => ({
    currency,
    costCents: cents(cost),
    revenueCents: cents(revenue),
    profitCents: cents(revenue - cost),
  }));
  return { reference, totals };
};

/** The chart of accounts, by name. */
export const listAccounts = async (prisma: PrismaClient): Promise<Accounts> => {
  const rows = await prisma.ledgerAccount.findMany({ orderBy: { name: 'asc' } });
  const accounts = rows.map((row) => {
    const type = AccountType.anyOf.find((literal) => literal.const === row.type);
    if (type === undefined) throw new Error(`Account ${row.name} has the unknown type ${row.type}.`);
    return { ...row, type: type.const };
  });
  return { accounts };
};
