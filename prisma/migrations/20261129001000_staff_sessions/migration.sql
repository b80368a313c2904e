-- CreateTable
CREATE TABLE "public"."staff_session" (
    "id" TEXT NOT NULL,
    "staff_id" TEXT NOT NULL,
    "token_id" TEXT NOT NULL,
    "token_expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "staff_session_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "staff_session_staff_id_idx" ON "public"."staff_session"("staff_id");

-- CreateIndex
CREATE INDEX "staff_session_expires_at_idx" ON "public"."staff_session"("expires_at");

-- CreateIndex
CREATE INDEX "staff_session_token_id_idx" ON "public"."staff_session"("token_id");

-- AddForeignKey
ALTER TABLE "public"."staff_session" ADD CONSTRAINT "staff_session_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Ends all sessions of a person, with the tokens of their logins, whichever way the person was changed.
CREATE FUNCTION "public"."end_staff_sessions"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "public"."revoked_token" ("token_id", "staff_id", "expires_at", "revoked_at")
    SELECT "token_id", "staff_id", "token_expires_at", clock_timestamp()
    FROM "public"."staff_session" WHERE "staff_id" = NEW."id" AND "token_expires_at" > clock_timestamp()
    ON CONFLICT ("token_id") DO NOTHING;
  DELETE FROM "public"."staff_session" WHERE "staff_id" = NEW."id";
  RETURN NULL;
END $$;

CREATE TRIGGER "end_staff_sessions" AFTER UPDATE ON "public"."staff" FOR EACH ROW
  WHEN ((OLD."active" AND NOT NEW."active") OR OLD."password_hash" IS DISTINCT FROM NEW."password_hash")
  EXECUTE FUNCTION "public"."end_staff_sessions"();
