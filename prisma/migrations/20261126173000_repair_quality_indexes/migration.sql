-- What GET /v1/repair-quality selects by (R14): a period, and whether a repair was repeated. Most commits touch neither column:
-- partial, so that the rows of cases that are not repaired yet, or are no repeat, cost nothing.
CREATE INDEX "service_case_repaired_at_idx" ON "public"."service_case"("repaired_at") WHERE "repaired_at" IS NOT NULL;

CREATE INDEX "service_case_repeat_of_idx" ON "public"."service_case"("repeat_of") WHERE "repeat_of" IS NOT NULL;
