-- CreateTable
CREATE TABLE "parts"."stock_take" (
    "id" TEXT NOT NULL,
    "depot_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "counted_by" TEXT NOT NULL,
    "remark" TEXT,

    CONSTRAINT "stock_take_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "parts"."stock_take_line" (
    "stock_take_id" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "part_number" TEXT NOT NULL,
    "expected" INTEGER NOT NULL,
    "counted" INTEGER NOT NULL,
    "posted" INTEGER NOT NULL,
    "short" INTEGER NOT NULL,
    "short_for" JSONB NOT NULL,
    "unit_cost_cents" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "remark" TEXT,

    CONSTRAINT "stock_take_line_pkey" PRIMARY KEY ("stock_take_id","n")
);

-- CreateIndex
CREATE INDEX "stock_take_depot_id_recorded_at_id_idx" ON "parts"."stock_take"("depot_id", "recorded_at", "id");

-- CreateIndex
CREATE INDEX "stock_take_line_part_number_idx" ON "parts"."stock_take_line"("part_number");

-- CreateIndex
CREATE UNIQUE INDEX "stock_take_line_stock_take_id_part_number_key" ON "parts"."stock_take_line"("stock_take_id", "part_number");

-- AddForeignKey
ALTER TABLE "parts"."stock_take" ADD CONSTRAINT "stock_take_depot_id_fkey" FOREIGN KEY ("depot_id") REFERENCES "parts"."stock_location"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "parts"."stock_take_line" ADD CONSTRAINT "stock_take_line_stock_take_id_fkey" FOREIGN KEY ("stock_take_id") REFERENCES "parts"."stock_take"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "parts"."stock_take_line" ADD CONSTRAINT "stock_take_line_part_number_fkey" FOREIGN KEY ("part_number") REFERENCES "parts"."part"("part_number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema language cannot say.
ALTER TABLE "parts"."stock_take_line"
  ADD CONSTRAINT "stock_take_line_counted" CHECK ("counted" >= 0 AND "short" >= 0),
  -- What was there is what the books say now, less what is held and missing.
  ADD CONSTRAINT "stock_take_line_adds_up" CHECK ("expected" + "posted" = "counted" + "short");
CREATE TRIGGER "stock_take_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "parts"."stock_take"
  FOR EACH STATEMENT EXECUTE FUNCTION "parts"."refuse_change"();
CREATE TRIGGER "stock_take_line_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "parts"."stock_take_line"
  FOR EACH STATEMENT EXECUTE FUNCTION "parts"."refuse_change"();

-- Outside our stock: pieces that were found come from it, and those that were missed go to it.
ALTER TABLE "parts"."stock_location"
  DROP CONSTRAINT "stock_location_kind",
  ADD CONSTRAINT "stock_location_kind" CHECK ("kind" IN ('depot', 'reserved', 'issued', 'supplier', 'opening-balance',
    'in-transit', 'delivered', 'lost', 'customer-site', 'old-parts-due', 'old-parts', 'factory', 'written-off',
    'stock-difference'));
INSERT INTO "parts"."stock_location" ("id", "kind", "name_en", "name_zh", "external") VALUES
  ('stock-difference', 'stock-difference', 'Found and missing at stock-takes', '盘盈盘亏', true);
