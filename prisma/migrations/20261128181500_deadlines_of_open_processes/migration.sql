-- Open processes have deadlines that they did not have before (ADR 34): the API has each of them reckon its clocks once.
INSERT INTO "public"."setting" ("key", "value")
SELECT 'reckon-anew:deadlines-of-open-processes', '{"from": "1970-01-01T00:00:00.000Z", "open": true}'::jsonb
WHERE EXISTS (SELECT 1 FROM "public"."process" WHERE NOT "ended");
