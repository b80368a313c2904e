-- AlterTable
ALTER TABLE "parts"."stock_movement" ADD COLUMN     "document_id" TEXT;

-- CreateTable
CREATE TABLE "parts"."stock_document" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "reference" TEXT,
    "state" TEXT NOT NULL,
    "details" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "stock_document_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "stock_document_reference_idx" ON "parts"."stock_document"("reference");

-- CreateIndex
CREATE INDEX "stock_document_kind_state_idx" ON "parts"."stock_document"("kind", "state");

-- CreateIndex
CREATE INDEX "stock_movement_document_id_idx" ON "parts"."stock_movement"("document_id");

-- AddForeignKey
ALTER TABLE "parts"."stock_movement" ADD CONSTRAINT "stock_movement_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "parts"."stock_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema language cannot say.
ALTER TABLE "parts"."stock_document"
  ADD CONSTRAINT "stock_document_kind" CHECK ("kind" IN ('purchase', 'shipment', 'return')),
  ADD CONSTRAINT "stock_document_state" CHECK ("state" IN ('open', 'ordered', 'recalled', 'closed')),
  -- Only a tombstone has no reference.
  ADD CONSTRAINT "stock_document_reference" CHECK ("reference" IS NOT NULL OR "state" = 'closed');
ALTER TABLE "parts"."stock_reservation"
  DROP CONSTRAINT "stock_reservation_state",
  ADD CONSTRAINT "stock_reservation_state" CHECK ("state" IN ('reserved', 'issued', 'released', 'shipped'));
ALTER TABLE "parts"."stock_location"
  DROP CONSTRAINT "stock_location_kind",
  ADD CONSTRAINT "stock_location_kind" CHECK ("kind" IN ('depot', 'reserved', 'issued', 'supplier', 'opening-balance',
    'in-transit', 'delivered', 'lost', 'customer-site', 'old-parts-due', 'old-parts', 'factory', 'written-off'));

INSERT INTO "parts"."stock_location" ("id", "kind", "name_en", "name_zh", "external") VALUES
  ('in-transit', 'in-transit', 'In transit', '在途', false),
  ('delivered', 'delivered', 'Delivered to users', '已交付用户', false),
  ('lost', 'lost', 'Lost on the way', '运输丢失', false),
  ('customer-site', 'customer-site', 'Installed at customers', '客户现场', true),
  ('old-parts-due', 'old-parts-due', 'Old parts due back', '待返旧件', false),
  ('factory', 'factory', 'Old parts at the factory', '已返厂旧件', false),
  ('written-off', 'written-off', 'Old parts written off', '旧件核销', false);
