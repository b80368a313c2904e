-- AlterTable
ALTER TABLE "product" ADD COLUMN     "replacement" TEXT NOT NULL DEFAULT 'rest',
ADD COLUMN     "replacement_months" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "transferable" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "undated_start_months" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "unit" ADD COLUMN     "delivered_on" DATE,
ADD COLUMN     "first_id" TEXT,
ADD COLUMN     "replaced_on" DATE,
ADD COLUMN     "replaces_id" TEXT,
ADD COLUMN     "time_zone" TEXT,
ADD COLUMN     "transferred_on" DATE,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "warranty_terms" ADD COLUMN     "replacement" TEXT NOT NULL DEFAULT 'rest',
ADD COLUMN     "replacement_months" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "transferable" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "undated_start_months" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "unit_change" (
    "unit_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "case_number" TEXT,
    "serial" TEXT NOT NULL,
    "product_code" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "sold_on" DATE NOT NULL,
    "delivered_on" DATE,
    "installed_on" DATE,
    "transferred_on" DATE,
    "address" TEXT NOT NULL,
    "time_zone" TEXT,
    "key" TEXT,

    CONSTRAINT "unit_change_pkey" PRIMARY KEY ("unit_id","version")
);

-- CreateIndex
CREATE UNIQUE INDEX "unit_change_key_key" ON "unit_change"("key");

-- CreateIndex
CREATE INDEX "unit_replaces_id_idx" ON "unit"("replaces_id");

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_replaces_id_fkey" FOREIGN KEY ("replaces_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_first_id_fkey" FOREIGN KEY ("first_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_change" ADD CONSTRAINT "unit_change_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE CASCADE ON UPDATE CASCADE;
