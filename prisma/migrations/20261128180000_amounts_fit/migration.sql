-- Every amount of money fits its column: one bound in the schemas, BIGINT in the tables.
ALTER TABLE "parts"."part" ALTER COLUMN "unit_cost_cents" SET DATA TYPE BIGINT;

ALTER TABLE "public"."trip" ALTER COLUMN "labour_cost_cents" SET DATA TYPE BIGINT,
ALTER COLUMN "travel_cost_cents" SET DATA TYPE BIGINT;

ALTER TABLE "public"."price_list" ALTER COLUMN "labour_price_cents" SET DATA TYPE BIGINT,
ALTER COLUMN "labour_cost_cents" SET DATA TYPE BIGINT,
ALTER COLUMN "travel_price_cents" SET DATA TYPE BIGINT,
ALTER COLUMN "travel_cost_cents" SET DATA TYPE BIGINT;

ALTER TABLE "public"."part_price" ALTER COLUMN "price_cents" SET DATA TYPE BIGINT,
ALTER COLUMN "cost_cents" SET DATA TYPE BIGINT;

ALTER TABLE "public"."approval_rule" ALTER COLUMN "over_cents" SET DATA TYPE BIGINT;
