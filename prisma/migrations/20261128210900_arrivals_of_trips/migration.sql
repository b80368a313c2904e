-- What was promised of the arrival on a trip, and whether it was kept, as the case says it (R4, R37).
ALTER TABLE "public"."trip" ADD COLUMN "arrive_by" TIMESTAMPTZ(3),
ADD COLUMN "breached_at" TIMESTAMPTZ(3),
ADD COLUMN "entered_late_at" TIMESTAMPTZ(3);

-- Trips on record: promised for the end of their appointment, and broken as `brokenArrival` of the rules has it. When their arrivals were
-- entered, their states do not know.
UPDATE "public"."trip" SET "arrive_by" = "promised_to";

UPDATE "public"."trip" AS t SET "breached_at" = COALESCE(
  (SELECT (v ->> 'missedAt')::timestamptz
   FROM jsonb_array_elements(COALESCE(p."state" -> 'visits', '[]') || COALESCE(p."state" -> 'handedOverTrips', '[]')) AS v
   WHERE (v ->> 'number')::int = t."number"),
  CASE WHEN t."number" > jsonb_array_length(COALESCE(p."state" -> 'visits', '[]')) + jsonb_array_length(COALESCE(p."state" -> 'handedOverTrips', '[]'))
    THEN (p."state" #>> '{visit,missedAt}')::timestamptz END,
  CASE
    WHEN t."outcome" = 'handed-over' AND EXISTS (SELECT 1 FROM "public"."trip" AS other WHERE other."process_id" = t."process_id"
      AND other."number" > t."number" AND other."promised_to" = t."promised_to" AND other."arrived_at" <= t."promised_to") THEN NULL
    WHEN t."arrived_at" IS NOT NULL THEN CASE WHEN t."arrived_at" > t."promised_to" THEN t."promised_to" END
    WHEN t."outcome" = 'cancelled'
      THEN CASE WHEN COALESCE((p."state" #>> '{clocks,arrival,stoppedEnteredAt}')::timestamptz, t."ended_at") >= t."promised_to" THEN t."promised_to" END
    WHEN t."ended_at" >= t."promised_to" THEN t."promised_to" END)
FROM "public"."process" AS p WHERE p."id" = t."process_id";
