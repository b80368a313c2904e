-- CreateTable
CREATE TABLE "finance"."invoice" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "party" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "tax_basis_points" INTEGER NOT NULL,
    "net_cents" BIGINT NOT NULL,
    "tax_cents" BIGINT NOT NULL,
    "total_cents" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "invoice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "finance"."invoice_line" (
    "invoice_id" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "description" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "amount_cents" BIGINT NOT NULL,

    CONSTRAINT "invoice_line_pkey" PRIMARY KEY ("invoice_id","n")
);

-- CreateTable
CREATE TABLE "finance"."credit_note" (
    "id" TEXT NOT NULL,
    "invoice_id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "credit_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "price_list" (
    "id" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "service_level" TEXT,
    "currency" CHAR(3) NOT NULL,
    "labour_per" TEXT NOT NULL,
    "labour_price_cents" INTEGER NOT NULL,
    "labour_cost_cents" INTEGER NOT NULL,
    "travel_per" TEXT NOT NULL,
    "travel_price_cents" INTEGER NOT NULL,
    "travel_cost_cents" INTEGER NOT NULL,
    "tax_basis_points" INTEGER NOT NULL,
    "quote_valid_days" INTEGER NOT NULL,
    "declined_charge" TEXT NOT NULL,
    "effective_from" TIMESTAMPTZ(3) NOT NULL,
    "effective_to" TIMESTAMPTZ(3),

    CONSTRAINT "price_list_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "part_price" (
    "id" TEXT NOT NULL,
    "part_number" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "price_cents" INTEGER NOT NULL,
    "cost_cents" INTEGER NOT NULL,
    "effective_from" TIMESTAMPTZ(3) NOT NULL,
    "effective_to" TIMESTAMPTZ(3),

    CONSTRAINT "part_price_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "invoice_number_key" ON "finance"."invoice"("number");

-- CreateIndex
CREATE INDEX "invoice_reference_idx" ON "finance"."invoice"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "credit_note_invoice_id_key" ON "finance"."credit_note"("invoice_id");

-- CreateIndex
CREATE UNIQUE INDEX "credit_note_number_key" ON "finance"."credit_note"("number");

-- CreateIndex
CREATE INDEX "price_list_effective_from_idx" ON "price_list"("effective_from");

-- CreateIndex
CREATE INDEX "part_price_part_number_effective_from_idx" ON "part_price"("part_number", "effective_from");

-- AddForeignKey
ALTER TABLE "finance"."invoice" ADD CONSTRAINT "invoice_id_fkey" FOREIGN KEY ("id") REFERENCES "finance"."ledger_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finance"."invoice_line" ADD CONSTRAINT "invoice_line_invoice_id_fkey" FOREIGN KEY ("invoice_id") REFERENCES "finance"."invoice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finance"."credit_note" ADD CONSTRAINT "credit_note_id_fkey" FOREIGN KEY ("id") REFERENCES "finance"."ledger_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finance"."credit_note" ADD CONSTRAINT "credit_note_invoice_id_fkey" FOREIGN KEY ("invoice_id") REFERENCES "finance"."invoice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema language cannot say.

-- Issued invoices and credit notes are never changed, as the ledger's entries.
CREATE TRIGGER "invoice_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "finance"."invoice"
  FOR EACH STATEMENT EXECUTE FUNCTION "finance"."refuse_change"();
CREATE TRIGGER "invoice_line_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "finance"."invoice_line"
  FOR EACH STATEMENT EXECUTE FUNCTION "finance"."refuse_change"();
CREATE TRIGGER "credit_note_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "finance"."credit_note"
  FOR EACH STATEMENT EXECUTE FUNCTION "finance"."refuse_change"();

ALTER TABLE "finance"."invoice"
  ADD CONSTRAINT "invoice_amounts" CHECK ("net_cents" > 0 AND "tax_cents" >= 0 AND "total_cents" = "net_cents" + "tax_cents");
ALTER TABLE "finance"."invoice_line"
  ADD CONSTRAINT "invoice_line_amount" CHECK ("amount_cents" > 0);

CREATE FUNCTION "finance"."refuse_wrong_invoice"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  invoice "finance"."invoice";
BEGIN
  SELECT * INTO invoice FROM "finance"."invoice"
    WHERE "id" = CASE TG_TABLE_NAME WHEN 'invoice' THEN to_jsonb(NEW) ->> 'id' ELSE to_jsonb(NEW) ->> 'invoice_id' END;
  IF invoice."net_cents" IS DISTINCT FROM
    (SELECT sum("amount_cents") FROM "finance"."invoice_line" WHERE "invoice_id" = invoice."id") THEN
    RAISE EXCEPTION 'the lines of invoice % do not add up to its net amount', invoice."id";
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "invoice_adds_up" AFTER INSERT ON "finance"."invoice"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "finance"."refuse_wrong_invoice"();
CREATE CONSTRAINT TRIGGER "invoice_line_adds_up" AFTER INSERT ON "finance"."invoice_line"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "finance"."refuse_wrong_invoice"();

INSERT INTO "finance"."ledger_account" ("name", "type", "name_en", "name_zh") VALUES
  ('tax-payable', 'liability', 'Tax payable', '应交税费');

ALTER TABLE "price_list"
  ADD CONSTRAINT "price_list_words" CHECK (
    "labour_per" IN ('hour', 'visit') AND "travel_per" IN ('trip', 'hour') AND "declined_charge" IN ('travel', 'none')
    AND ("service_level" IS NULL OR "service_level" IN ('A', 'B', 'C'))),
  ADD CONSTRAINT "price_list_amounts" CHECK (
    "labour_price_cents" >= 0 AND "labour_cost_cents" >= 0 AND "travel_price_cents" >= 0 AND "travel_cost_cents" >= 0
    AND "tax_basis_points" BETWEEN 0 AND 10000 AND "quote_valid_days" BETWEEN 1 AND 366),
  ADD CONSTRAINT "price_list_span" CHECK ("effective_to" IS NULL OR "effective_to" > "effective_from");
ALTER TABLE "part_price"
  ADD CONSTRAINT "part_price_amounts" CHECK ("price_cents" >= 0 AND "cost_cents" >= 0),
  ADD CONSTRAINT "part_price_span" CHECK ("effective_to" IS NULL OR "effective_to" > "effective_from");
