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
    }
  /** An invoice whose lines, tax and total are not what its entry posted. */
  | { readonly kind: 'invoice'; readonly entryId: string; readonly differenceCents: bigint }
  /** A credit note without the mirror of its invoice's entry, or an entry of an invoice that was mirrored without a note. */
  | { readonly kind: 'credit-note'; readonly entryId: string };

/** Checks every entry's balance, every mirror against its entry, every invoice and credit note against theirs. Empty where all agree. */
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
  const invoices = await prisma.$queryRaw<{ entryId: string; differenceCents: bigint }[]>`
    SELECT i."id" AS "entryId",
      (abs(i."net_cents" - coalesce(n."cents", 0)) + abs(i."total_cents" - coalesce(p."receivable", 0))
        + abs(i."tax_cents" - coalesce(p."tax", 0)) + abs(i."net_cents" - coalesce(p."revenue", 0)))::bigint AS "differenceCents"
    FROM "finance"."invoice" i
    LEFT JOIN LATERAL (SELECT sum("amount_cents") AS "cents" FROM "finance"."invoice_line" WHERE "invoice_id" = i."id") n ON true
    LEFT JOIN LATERAL (
      SELECT sum("amount_cents") FILTER (WHERE "account" = 'receivable' AND "side" = 'debit') AS "receivable",
        sum("amount_cents") FILTER (WHERE "account" = 'tax-payable' AND "side" = 'credit') AS "tax",
        sum("amount_cents") FILTER (WHERE "account" <> 'tax-payable' AND "side" = 'credit') AS "revenue"
      FROM "finance"."ledger_line" WHERE "entry_id" = i."id") p ON true
    WHERE i."net_cents" <> coalesce(n."cents", 0) OR i."total_cents" <> coalesce(p."receivable", 0)
      OR i."tax_cents" <> coalesce(p."tax", 0) OR i."net_cents" <> coalesce(p."revenue", 0)`;
  const notes = await prisma.$queryRaw<{ entryId: string }[]>`
    SELECT i."id" AS "entryId" FROM "finance"."invoice" i
    LEFT JOIN "finance"."credit_note" c ON c."invoice_id" = i."id"
    LEFT JOIN "finance"."ledger_reversal" r ON r."entry_id" = i."id"
    WHERE c."id" IS DISTINCT FROM r."mirror_id"`;
  return [
    ...unbalanced.map((row) => ({ kind: 'unbalanced' as const, ...row })),
    ...mirrors.map((row) => ({ kind: 'mirror' as const, ...row })),
    ...invoices.map((row) => ({ kind: 'invoice' as const, ...row })),
    ...notes.map((row) => ({ kind: 'credit-note' as const, ...row })),
  ];
};
