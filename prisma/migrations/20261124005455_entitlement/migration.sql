-- The one warranty of a product becomes the same for labour, parts and travel, whole.
ALTER TABLE "product"
  ADD COLUMN "labour_months" INTEGER,
  ADD COLUMN "labour_percent" INTEGER NOT NULL DEFAULT 100,
  ADD COLUMN "parts_months" INTEGER,
  ADD COLUMN "parts_percent" INTEGER NOT NULL DEFAULT 100,
  ADD COLUMN "travel_months" INTEGER,
  ADD COLUMN "travel_percent" INTEGER NOT NULL DEFAULT 100;
UPDATE "product" SET "labour_months" = "warranty_months", "parts_months" = "warranty_months", "travel_months" = "warranty_months";
ALTER TABLE "product"
  DROP COLUMN "warranty_months",
  ALTER COLUMN "labour_months" SET NOT NULL,
  ALTER COLUMN "labour_percent" DROP DEFAULT,
  ALTER COLUMN "parts_months" SET NOT NULL,
  ALTER COLUMN "parts_percent" DROP DEFAULT,
  ALTER COLUMN "travel_months" SET NOT NULL,
  ALTER COLUMN "travel_percent" DROP DEFAULT;

-- CreateTable
CREATE TABLE "entitlement_rule" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "effective_from" DATE NOT NULL,
    "effective_to" DATE,

    CONSTRAINT "entitlement_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_contract" (
    "number" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE NOT NULL,
    "labour_percent" INTEGER NOT NULL,
    "parts_percent" INTEGER NOT NULL,
    "travel_percent" INTEGER NOT NULL,
    "wear_parts" BOOLEAN NOT NULL,
    "causes" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT NOT NULL,

    CONSTRAINT "service_contract_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "service_contract_unit" (
    "contract_number" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,

    CONSTRAINT "service_contract_unit_pkey" PRIMARY KEY ("contract_number","unit_id")
);

-- CreateIndex
CREATE INDEX "service_contract_customer_id_idx" ON "service_contract"("customer_id");

-- CreateIndex
CREATE INDEX "service_contract_unit_unit_id_idx" ON "service_contract_unit"("unit_id");

-- AddForeignKey
ALTER TABLE "service_contract" ADD CONSTRAINT "service_contract_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_contract_unit" ADD CONSTRAINT "service_contract_unit_contract_number_fkey" FOREIGN KEY ("contract_number") REFERENCES "service_contract"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_contract_unit" ADD CONSTRAINT "service_contract_unit_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say.
ALTER TABLE "product"
  ADD CONSTRAINT "product_warranty_from" CHECK ("warranty_from" IN ('installation', 'sale')),
  ADD CONSTRAINT "product_percent" CHECK (
    "labour_percent" BETWEEN 0 AND 100 AND "parts_percent" BETWEEN 0 AND 100 AND "travel_percent" BETWEEN 0 AND 100),
  ADD CONSTRAINT "product_months" CHECK ("labour_months" >= 0 AND "parts_months" >= 0 AND "travel_months" >= 0);
ALTER TABLE "entitlement_rule"
  ADD CONSTRAINT "entitlement_rule_kind" CHECK ("kind" IN ('excluded-cause', 'wear-part')),
  ADD CONSTRAINT "entitlement_rule_days" CHECK ("effective_to" >= "effective_from");
ALTER TABLE "service_contract"
  ADD CONSTRAINT "service_contract_percent" CHECK (
    "labour_percent" BETWEEN 0 AND 100 AND "parts_percent" BETWEEN 0 AND 100 AND "travel_percent" BETWEEN 0 AND 100),
  ADD CONSTRAINT "service_contract_days" CHECK ("valid_to" >= "valid_from");
