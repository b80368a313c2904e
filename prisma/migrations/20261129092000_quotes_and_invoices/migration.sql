-- CreateTable
CREATE TABLE "public"."case_quote" (
    "number" TEXT NOT NULL,
    "process_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "status_since" TIMESTAMPTZ(3) NOT NULL,
    "currency" TEXT NOT NULL,
    "net_cents" BIGINT NOT NULL,
    "tax_cents" BIGINT NOT NULL,
    "total_cents" BIGINT NOT NULL,
    "prepared_at" TIMESTAMPTZ(3) NOT NULL,
    "prepared_by_id" TEXT NOT NULL,
    "prepared_by_name" TEXT NOT NULL,
    "offered_at" TIMESTAMPTZ(3),
    "valid_until" TIMESTAMPTZ(3),
    "decided_at" TIMESTAMPTZ(3),
    "decided_how" TEXT,

    CONSTRAINT "case_quote_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "public"."case_invoice" (
    "number" TEXT NOT NULL,
    "process_id" TEXT NOT NULL,
    "quote_number" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "tax_basis_points" INTEGER NOT NULL,
    "net_cents" BIGINT NOT NULL,
    "tax_cents" BIGINT NOT NULL,
    "total_cents" BIGINT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "credit_number" TEXT,
    "credited_at" TIMESTAMPTZ(3),

    CONSTRAINT "case_invoice_pkey" PRIMARY KEY ("number")
);

-- CreateIndex
CREATE INDEX "case_quote_process_id_idx" ON "public"."case_quote"("process_id");

-- CreateIndex
CREATE INDEX "case_quote_prepared_at_number_idx" ON "public"."case_quote"("prepared_at", "number");

-- CreateIndex
CREATE INDEX "case_quote_status_valid_until_idx" ON "public"."case_quote"("status", "valid_until");

-- CreateIndex
CREATE INDEX "case_invoice_process_id_idx" ON "public"."case_invoice"("process_id");

-- CreateIndex
CREATE INDEX "case_invoice_issued_at_number_idx" ON "public"."case_invoice"("issued_at", "number");

-- CreateIndex
CREATE INDEX "case_invoice_credited_at_credit_number_idx" ON "public"."case_invoice"("credited_at", "credit_number") WHERE "credited_at" IS NOT NULL;

-- The quotes of cases that are there: the versions of before, then the one that counts. A day of validity is 24 hours.
INSERT INTO "public"."case_quote" ("number", "process_id", "version", "status", "status_since", "currency", "net_cents", "tax_cents",
    "total_cents", "prepared_at", "prepared_by_id", "prepared_by_name", "offered_at", "valid_until", "decided_at", "decided_how")
  SELECT q."quote" ->> 'number', p."id", (q."quote" ->> 'version')::int, q."quote" ->> 'status', (q."quote" ->> 'statusSince')::timestamptz,
    q."quote" ->> 'currency', (q."quote" ->> 'netCents')::bigint, (q."quote" ->> 'taxCents')::bigint, (q."quote" ->> 'totalCents')::bigint,
    (q."quote" ->> 'preparedAt')::timestamptz, q."quote" #>> '{preparedBy,id}', q."quote" #>> '{preparedBy,name}',
    (q."quote" ->> 'validUntil')::timestamptz - make_interval(hours => 24 * (q."quote" ->> 'validDays')::int),
    (q."quote" ->> 'validUntil')::timestamptz,
    (q."quote" #>> '{decided,consent,at}')::timestamptz, q."quote" #>> '{decided,consent,how}'
  FROM "public"."process" AS p CROSS JOIN LATERAL (
    SELECT earlier AS "quote" FROM jsonb_array_elements(COALESCE(p."state" -> 'earlierQuotes', '[]')) AS earlier
    UNION ALL SELECT p."state" -> 'quote' WHERE p."state" ? 'quote'
  ) AS q
  WHERE p."type" = 'serviceCase';

INSERT INTO "public"."case_invoice" ("number", "process_id", "quote_number", "currency", "tax_basis_points", "net_cents", "tax_cents",
    "total_cents", "issued_at", "credit_number", "credited_at")
  SELECT i ->> 'number', p."id", i ->> 'quoteNumber', i ->> 'currency', (i ->> 'taxBasisPoints')::int,
    (i ->> 'netCents')::bigint, (i ->> 'taxCents')::bigint, (i ->> 'totalCents')::bigint, (i ->> 'issuedAt')::timestamptz,
    CASE WHEN i ? 'creditedAt' THEN (i ->> 'number') || '-C' END, (i ->> 'creditedAt')::timestamptz
  FROM "public"."process" AS p CROSS JOIN LATERAL jsonb_array_elements(COALESCE(p."state" -> 'invoices', '[]')) AS i
  WHERE p."type" = 'serviceCase';
