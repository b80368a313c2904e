import type { PrismaClient } from '../../prisma/generated/client';

/** Something that double entry does not allow. */
export type LedgerDifference =
  | { readonly kind: 'unbalanced'; readonly entryId: string; readonly differenceCents: bigint }
  /** An entry and its mirror that together do not come to nothing, by account. */
  | {
      readonly kind: 'mirror';
      readonly entryId: string;
      readonly account: string;
      readonly differenceCents: bigint;
    };

/** Checks every entry's balance and every mirror against its entry. Empty where all agree. */
export const auditLedger = async (prisma: PrismaClient): Promise<LedgerDifference[]> => {
  const unbalanced = await prisma.$queryRaw<{ entryId: string; differenceCents: bigint }[]>`
    SELECT e."id" AS "entryId",
      coalesce(sum(CASE l."side" WHEN 'debit' THEN l."amount_cents" ELSE -l."amount_cents" END), 0)::bigint AS "differenceCents"
    FROM "finance"."ledger_entry" e LEFT JOIN "finance"."ledger_line" l ON l."entry_id" = e."id"
    GROUP BY e."id"
    HAVING count(l."n") = 0 OR sum(CASE l."side" WHEN 'debit' THEN l."amount_cents" ELSE -l."amount_cents" END) <> 0`;
  const mirrors = await prisma.$queryRaw<{ entryId: string; account: string; differenceCents: bigint }[]>`
    SELECT r."entry_id" AS "entryId", l."account",
      sum(CASE l."side" WHEN 'debit' THEN l."amount_cents" ELSE -l."amount_cents" END)::bigint AS "differenceCents"
    FROM "finance"."ledger_reversal" r JOIN "finance"."ledger_line" l ON l."entry_id" IN (r."entry_id", r."mirror_id")
    WHERE r."mirror_id" IS NOT NULL
    GROUP BY r."entry_id", l."account"
    HAVING sum(CASE l."side" WHEN 'debit' THEN l."amount_cents" ELSE -l."amount_cents" END) <> 0`;
  return [
    ...unbalanced.map((row) => ({ kind: 'unbalanced' as const, ...row })),
    ...mirrors.map((row) => ({ kind: 'mirror' as const, ...row })),
  ];
};
