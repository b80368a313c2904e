-- Who taught a customer's file an address, when, and by which case (R2). Those that were typed into it have none of it.
ALTER TABLE "customer_contact"
  ADD COLUMN "learned_at" TIMESTAMPTZ(3),
  ADD COLUMN "learned_by" TEXT,
  ADD COLUMN "learned_from" TEXT;

-- A prospect that turned out to be a customer: on record, and taken back by it.
ALTER TABLE "customer" ADD COLUMN "merged_into" TEXT;
CREATE INDEX "customer_merged_into_idx" ON "customer"("merged_into");
CREATE TABLE "customer_merge" (
  "id" TEXT NOT NULL,
  "from_id" TEXT NOT NULL,
  "into_id" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "moved" JSONB NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "by" TEXT NOT NULL,
  "undone_at" TIMESTAMPTZ(3),
  "undone_by" TEXT,
  CONSTRAINT "customer_merge_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "customer_merge_from_id_idx" ON "customer_merge"("from_id");
CREATE INDEX "customer_merge_into_id_idx" ON "customer_merge"("into_id");
ALTER TABLE "customer_merge" ADD CONSTRAINT "customer_merge_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "customer_merge" ADD CONSTRAINT "customer_merge_into_id_fkey" FOREIGN KEY ("into_id") REFERENCES "customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The merge by which a case came to its customer: who looks for what is not told yet sees it from here.
ALTER TABLE "service_case" ADD COLUMN "customer_merge_id" TEXT;
CREATE INDEX "service_case_customer_merge_id_idx" ON "service_case"("customer_merge_id") WHERE "customer_merge_id" IS NOT NULL;
