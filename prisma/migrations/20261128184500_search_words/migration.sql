-- The words of a row are searched as they stand: PostgreSQL's own parser drops what its locale does not know (𠮷), and cuts what is one
-- word here. Rows are written afresh by `aftercare migrate`; what the new index could not hold until then goes first.
DROP INDEX "service_case_words_idx";
DROP INDEX "customer_words_idx";
UPDATE "service_case" SET "words" = '' WHERE "words" ~ '[^ ]{250}|  |^ | $';
UPDATE "customer" SET "words" = '' WHERE "words" ~ '[^ ]{250}|  |^ | $';
CREATE INDEX "service_case_words_idx" ON "service_case" USING gin (array_to_tsvector(string_to_array("words", ' ')));
CREATE INDEX "customer_words_idx" ON "customer" USING gin (array_to_tsvector(string_to_array("words", ' ')));

-- Cases are found by their engineer's name in either language.
CREATE INDEX "service_case_engineer_id_idx" ON "service_case"("engineer_id");
