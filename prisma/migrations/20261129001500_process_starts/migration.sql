-- Accepted starts of processes of every type, in one table: the sweeper starts what has not started. Those of cases stood in the request.
CREATE TABLE "public"."process_start" (
    "process_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "start" JSONB NOT NULL,
    "registered_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "claimed_until" TIMESTAMPTZ(3),

    CONSTRAINT "process_start_pkey" PRIMARY KEY ("process_id")
);

INSERT INTO "public"."process_start" ("process_id", "type", "start", "registered_at", "started_at", "claimed_until")
SELECT "case_number", 'serviceCase', "start", "registered_at", "started_at", "start_claimed_until" FROM "public"."request";

CREATE INDEX "process_start_started_at_idx" ON "public"."process_start"("started_at");
-- What the sweeper looks for.
CREATE INDEX process_start_unstarted_idx ON "public"."process_start" (registered_at) WHERE started_at IS NULL;

DROP INDEX "public"."request_unstarted_idx";
DROP INDEX "public"."request_started_at_idx";
ALTER TABLE "public"."request" DROP COLUMN "start", DROP COLUMN "started_at", DROP COLUMN "start_claimed_until";
