-- What engineers took without a reservation, or did not use: slips.
ALTER TABLE "parts"."stock_document"
  DROP CONSTRAINT "stock_document_kind",
  ADD CONSTRAINT "stock_document_kind" CHECK ("kind" IN ('purchase', 'shipment', 'return', 'slip'));

-- CreateTable: serial numbers of pieces that reports say were fitted.
CREATE TABLE "fitted_part" (
    "part_number" TEXT NOT NULL,
    "serial_key" TEXT NOT NULL,
    "process_id" TEXT NOT NULL,
    "unit_id" TEXT,

    CONSTRAINT "fitted_part_pkey" PRIMARY KEY ("part_number","serial_key")
);

-- CreateIndex
CREATE INDEX "fitted_part_process_id_idx" ON "fitted_part"("process_id");

-- What reports said before they were held against each other. Where two name the same piece, the first one found has it.
INSERT INTO "fitted_part" ("part_number", "serial_key", "process_id", "unit_id")
SELECT used->>'partNumber', serial_key(serial), p."id", p."state"->'unit'->>'id'
FROM "process" p
CROSS JOIN LATERAL (
  SELECT jsonb_path_query(p."state", '$.report.partsUsed[*]') AS used
  UNION ALL SELECT jsonb_path_query(p."state", '$.earlierReports[*][last].report.partsUsed[*]')) u
CROSS JOIN LATERAL jsonb_array_elements_text(coalesce(used->'serialNumbers', '[]')) AS serial
WHERE p."type" = 'serviceCase' AND serial_key(serial) <> ''
ON CONFLICT DO NOTHING;
