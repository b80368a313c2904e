-- CreateTable
CREATE TABLE "parts_order" (
    "process_id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "stage" TEXT NOT NULL,
    "case_number" TEXT NOT NULL,
    "customer_id" TEXT,
    "region_id" TEXT NOT NULL,
    "outlet_id" TEXT NOT NULL,
    "depot_ids" TEXT[],
    "owner_role" TEXT NOT NULL,
    "owner_organisation_id" TEXT NOT NULL,
    "owner_staff_id" TEXT,
    "consignee" TEXT NOT NULL,
    "part_numbers" TEXT[],
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "needed_by" TIMESTAMPTZ(3) NOT NULL,
    "expected_on" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "next_deadline_at" TIMESTAMPTZ(3),
    "next_deadline" TEXT,
    "breached" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "parts_order_pkey" PRIMARY KEY ("process_id")
);

-- CreateTable
CREATE TABLE "parts_order_number" (
    "number" TEXT NOT NULL,
    "case_number" TEXT NOT NULL,
    "command_id" TEXT NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "parts_order_number_pkey" PRIMARY KEY ("number")
);

-- CreateIndex
CREATE UNIQUE INDEX "parts_order_number_key" ON "parts_order"("number");

-- CreateIndex
CREATE INDEX "parts_order_stage_requested_at_idx" ON "parts_order"("stage", "requested_at");

-- CreateIndex
CREATE INDEX "parts_order_case_number_idx" ON "parts_order"("case_number");

-- CreateIndex
CREATE INDEX "parts_order_region_id_requested_at_idx" ON "parts_order"("region_id", "requested_at");

-- CreateIndex
CREATE INDEX "parts_order_outlet_id_requested_at_idx" ON "parts_order"("outlet_id", "requested_at");

-- CreateIndex
CREATE INDEX "parts_order_depot_ids_idx" ON "parts_order" USING GIN ("depot_ids");

-- CreateIndex
CREATE INDEX "parts_order_requested_at_number_idx" ON "parts_order"("requested_at", "number");

-- CreateIndex
CREATE UNIQUE INDEX "parts_order_number_case_number_command_id_key" ON "parts_order_number"("case_number", "command_id");
