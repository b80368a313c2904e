-- AlterTable
ALTER TABLE "service_case" ADD COLUMN     "fault_code" TEXT,
ADD COLUMN     "first_time_fix" BOOLEAN,
ADD COLUMN     "repaired_at" TIMESTAMPTZ(3),
ADD COLUMN     "repeat_of" TEXT;

-- CreateTable
CREATE TABLE "fault_code" (
    "code" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "product_family" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "fault_code_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "cause_code" (
    "code" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "cause_code_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "repeat_repair_policy" (
    "id" TEXT NOT NULL,
    "product_family" TEXT,
    "effective_from" TIMESTAMPTZ(3) NOT NULL,
    "within_days" INTEGER NOT NULL,

    CONSTRAINT "repeat_repair_policy_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "repeat_repair_policy_product_family_effective_from_idx" ON "repeat_repair_policy"("product_family", "effective_from");

-- CreateIndex
CREATE INDEX "service_case_unit_id_fault_code_repaired_at_idx" ON "service_case"("unit_id", "fault_code", "repaired_at");
