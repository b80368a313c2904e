-- Clocks of a name by when they were kept: surveys, week by week.
CREATE INDEX "process_clock_name_met_at_idx" ON "process_clock"("name", "met_at");
