-- A company's English name finds it as its own name does (R2).
ALTER TABLE "customer"
  ADD COLUMN "name_en_key" TEXT GENERATED ALWAYS AS (customer_key("name_en")) STORED;
CREATE INDEX "customer_name_en_key_idx" ON "customer" USING GIN ("name_en_key" gin_trgm_ops);
