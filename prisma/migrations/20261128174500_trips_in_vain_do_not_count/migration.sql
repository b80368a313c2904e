-- A trip on which the engineer did not get to the unit, because of the customer, no longer counts against the first-time fix (R14).
UPDATE "public"."service_case" AS c SET "first_time_fix" = TRUE
FROM "public"."process" AS p
WHERE p."id" = c."process_id" AND c."first_time_fix" = FALSE
  AND (c."repeat_of" IS NULL OR p."state" #>> '{repeatRepair,attribution}' = 'unrelated')
  AND (SELECT count(*) FROM "public"."trip" AS t
       WHERE t."process_id" = c."process_id" AND t."outcome" IN ('repaired', 'unfinished')
         AND NOT (t."outcome" = 'unfinished' AND COALESCE(t."reason", '') IN ('customer-absent', 'site-not-ready'))) = 1;
