-- AlterTable
ALTER TABLE "public"."entitlement_rule" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "public"."product" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "public"."warranty_terms" (
    "product_code" TEXT NOT NULL,
    "sold_from" DATE NOT NULL,
    "warranty_from" TEXT NOT NULL,
    "labour_percent" INTEGER NOT NULL,
    "labour_months" INTEGER NOT NULL,
    "parts_percent" INTEGER NOT NULL,
    "parts_months" INTEGER NOT NULL,
    "travel_percent" INTEGER NOT NULL,
    "travel_months" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT NOT NULL,

    CONSTRAINT "warranty_terms_pkey" PRIMARY KEY ("product_code","sold_from")
);

-- CreateTable
CREATE TABLE "public"."entitlement_rule_change" (
    "rule_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "name_en" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "effective_to" DATE,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,

    CONSTRAINT "entitlement_rule_change_pkey" PRIMARY KEY ("rule_id","version")
);

-- AddForeignKey
ALTER TABLE "public"."warranty_terms" ADD CONSTRAINT "warranty_terms_product_code_fkey" FOREIGN KEY ("product_code") REFERENCES "public"."product"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "public"."entitlement_rule_change" ADD CONSTRAINT "entitlement_rule_change_rule_id_fkey" FOREIGN KEY ("rule_id") REFERENCES "public"."entitlement_rule"("id") ON DELETE CASCADE ON UPDATE CASCADE;
