-- A unit is found by any fragment of its serial number.
CREATE INDEX "unit_serial_fragment_idx" ON "unit" USING GIN ("serial_key" gin_trgm_ops);
