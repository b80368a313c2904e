-- CreateTable
CREATE TABLE "trip" (
    "id" TEXT NOT NULL,
    "process_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "engineer_id" TEXT NOT NULL,
    "engineer_name" TEXT NOT NULL,
    "outlet_id" TEXT NOT NULL,
    "region_id" TEXT NOT NULL,
    "customer_id" TEXT,
    "unit_id" TEXT,
    "promised_from" TIMESTAMPTZ(3) NOT NULL,
    "promised_to" TIMESTAMPTZ(3) NOT NULL,
    "departed_at" TIMESTAMPTZ(3),
    "arrived_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "outcome" TEXT NOT NULL,
    "reason" TEXT,
    "labour_minutes" INTEGER,
    "travel_minutes" INTEGER,
    "labour_cost_cents" INTEGER,
    "travel_cost_cents" INTEGER,
    "currency" TEXT,

    CONSTRAINT "trip_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "trip_process_id_idx" ON "trip"("process_id");

-- CreateIndex
CREATE INDEX "trip_promised_from_id_idx" ON "trip"("promised_from", "id");

-- CreateIndex
CREATE INDEX "trip_engineer_id_promised_from_idx" ON "trip"("engineer_id", "promised_from");

-- CreateIndex
CREATE INDEX "trip_outlet_id_promised_from_idx" ON "trip"("outlet_id", "promised_from");

-- CreateIndex
CREATE INDEX "trip_region_id_promised_from_idx" ON "trip"("region_id", "promised_from");

-- The trips of cases that are there: those that have ended, then the one under way or broken off.
INSERT INTO "trip" ("id", "process_id", "number", "engineer_id", "engineer_name", "outlet_id", "region_id", "customer_id", "unit_id",
    "promised_from", "promised_to", "departed_at", "arrived_at", "ended_at", "outcome", "reason",
    "labour_minutes", "travel_minutes", "labour_cost_cents", "travel_cost_cents", "currency")
  SELECT concat_ws(':', p."id", t."trip" ->> 'number'), p."id", (t."trip" ->> 'number')::int,
    t."trip" #>> '{engineer,id}', t."trip" #>> '{engineer,name}', t."trip" #>> '{engineer,outletId}', t."trip" #>> '{engineer,regionId}',
    p."state" #>> '{customer,id}', p."state" #>> '{unit,id}',
    (t."trip" #>> '{appointment,from}')::timestamptz, (t."trip" #>> '{appointment,to}')::timestamptz,
    (t."trip" ->> 'departedAt')::timestamptz, (t."trip" ->> 'arrivedAt')::timestamptz, (t."trip" ->> 'endedAt')::timestamptz,
    t."trip" ->> 'outcome', t."trip" ->> 'reason',
    (t."cost" ->> 'labourMinutes')::int, (t."cost" ->> 'travelMinutes')::int,
    (t."cost" ->> 'labourCostCents')::int, (t."cost" ->> 'travelCostCents')::int, t."cost" ->> 'currency'
  FROM "process" AS p CROSS JOIN LATERAL (
    SELECT v."trip", CASE WHEN v."trip" ->> 'outcome' = 'repaired' THEN p."state" -> 'report' END AS "cost"
    FROM jsonb_array_elements(COALESCE(p."state" -> 'visits', '[]')) AS v("trip")
    UNION ALL
    SELECT (p."state" -> 'dispatch') || COALESCE(p."state" -> 'visit', '{}') || jsonb_build_object(
      'number', 1 + jsonb_array_length(COALESCE(p."state" -> 'visits', '[]')),
      'outcome', CASE p."state" ->> 'stage' WHEN 'cancelled' THEN 'cancelled' ELSE 'under-way' END,
      'endedAt', CASE p."state" ->> 'stage' WHEN 'cancelled' THEN p."state" ->> 'stageSince' END), NULL
    WHERE p."state" ? 'dispatch' AND (p."state" ->> 'stage' IN ('dispatched', 'on-site')
      OR (p."state" ->> 'stage' = 'cancelled' AND p."state" -> 'visit' ?| ARRAY['departedAt', 'arrivedAt']))
  ) AS t
  WHERE p."type" = 'serviceCase';
