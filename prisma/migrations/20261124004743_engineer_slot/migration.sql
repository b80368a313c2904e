-- CreateTable
CREATE TABLE "engineer_slot" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "engineer_id" TEXT NOT NULL,
    "process_id" TEXT,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "to_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,
    "registered_by" TEXT,
    "registered_at" TIMESTAMPTZ(3),

    CONSTRAINT "engineer_slot_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "engineer_slot_process_id_idx" ON "engineer_slot"("process_id");

-- What the schema language cannot say: two slots of one engineer never overlap; one may begin where another ends (design decision 9).
-- btree_gist comes with PostgreSQL and is trusted: whoever may create tables in the database may create it.
CREATE EXTENSION IF NOT EXISTS btree_gist;
ALTER TABLE "engineer_slot"
  ADD CONSTRAINT "engineer_slot_kind" CHECK ("kind" IN ('visit', 'absence')),
  ADD CONSTRAINT "engineer_slot_visit_has_process" CHECK (("kind" = 'visit') = ("process_id" IS NOT NULL)),
  ADD CONSTRAINT "engineer_slot_takes_time" CHECK ("from_at" < "to_at"),
  ADD CONSTRAINT "engineer_slot_no_overlap"
    EXCLUDE USING gist ("engineer_id" WITH =, tstzrange("from_at", "to_at", '[)') WITH &&);

-- Visits that were appointed before. Of two that overlap already, one gets no slot: `verify` names it.
INSERT INTO "engineer_slot" ("id", "kind", "engineer_id", "process_id", "from_at", "to_at")
  SELECT concat_ws(':', "id", "state" #>> '{dispatch,engineer,id}', "state" #>> '{dispatch,appointment,from}'), 'visit',
    "state" #>> '{dispatch,engineer,id}', "id",
    ("state" #>> '{dispatch,appointment,from}')::timestamptz, ("state" #>> '{dispatch,appointment,to}')::timestamptz
  FROM "process"
  WHERE "type" = 'serviceCase' AND "state" ->> 'stage' IN ('dispatched', 'on-site')
  ORDER BY "created_at"
  ON CONFLICT DO NOTHING;
