-- AlterTable
ALTER TABLE "public"."staff" ADD COLUMN "password_until" TIMESTAMPTZ(3), ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "public"."organisation" ADD COLUMN "active" BOOLEAN NOT NULL DEFAULT true, ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "public"."administration_change" (
    "register" TEXT NOT NULL,
    "entry_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB NOT NULL,
    "key" TEXT,

    CONSTRAINT "administration_change_pkey" PRIMARY KEY ("register","entry_id","version")
);

-- CreateIndex
CREATE UNIQUE INDEX "administration_change_key_key" ON "public"."administration_change"("key");

-- Who gave whom which rights is never rewritten.
CREATE FUNCTION "public"."keep_administration_changes"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%.% is append-only', TG_TABLE_SCHEMA, TG_TABLE_NAME USING ERRCODE = 'object_not_in_prerequisite_state';
END $$;

CREATE TRIGGER "administration_change_append_only" BEFORE UPDATE OR DELETE ON "public"."administration_change"
  FOR EACH ROW EXECUTE FUNCTION "public"."keep_administration_changes"();
