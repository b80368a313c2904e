-- CreateTable
CREATE TABLE "public"."replaced_register" (
    "id" BIGSERIAL NOT NULL,
    "register" TEXT NOT NULL,
    "row" JSONB NOT NULL,
    "replaced_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "replaced_register_pkey" PRIMARY KEY ("id")
);

-- A promise is made by what was on record then (R4): what is changed in place, by an import or by hand, stays to be read.
CREATE FUNCTION "public"."keep_replaced"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF to_jsonb(NEW) - 'recorded_at' = to_jsonb(OLD) - 'recorded_at' THEN
      RETURN NEW;
    END IF;
    NEW."recorded_at" := clock_timestamp();
  END IF;
  INSERT INTO "public"."replaced_register" ("register", "row", "replaced_at")
    VALUES (TG_TABLE_NAME, to_jsonb(OLD), clock_timestamp());
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "clock_policy_keep_replaced" BEFORE UPDATE OR DELETE ON "public"."clock_policy"
  FOR EACH ROW EXECUTE FUNCTION "public"."keep_replaced"();
CREATE TRIGGER "calendar_keep_replaced" BEFORE UPDATE OR DELETE ON "public"."calendar"
  FOR EACH ROW EXECUTE FUNCTION "public"."keep_replaced"();
