-- AlterTable
ALTER TABLE "public"."calendar" ADD COLUMN     "recorded_by" TEXT;

-- AlterTable
ALTER TABLE "public"."clock_policy" ADD COLUMN     "recorded_by" TEXT;

-- AlterTable
ALTER TABLE "public"."approval_rule" ADD COLUMN     "recorded_at" TIMESTAMPTZ(3),
ADD COLUMN     "recorded_by" TEXT;

-- A row that is changed in place, by an import or by hand, is no longer as its author entered it.
CREATE OR REPLACE FUNCTION "public"."keep_replaced"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF to_jsonb(NEW) - 'recorded_at' = to_jsonb(OLD) - 'recorded_at' THEN
      RETURN NEW;
    END IF;
    NEW."recorded_at" := clock_timestamp();
    NEW."recorded_by" := NULL;
  END IF;
  INSERT INTO "public"."replaced_register" ("register", "row", "replaced_at")
    VALUES (TG_TABLE_NAME, to_jsonb(OLD), clock_timestamp());
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  RETURN NEW;
END $$;
