-- A company name or a postal address finds customers who are likely meant (R2): by trigrams of what is left without legal forms, blanks
-- and punctuation, in half-width small letters.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE FUNCTION customer_key(written text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT regexp_replace(
    regexp_replace(lower(normalize(written, NFKC) COLLATE "C"),
      '(股份有限公司|有限责任公司|有限公司|公司|集团|co\.?, ?ltd\.?|company|corporation|corp\.|limited|ltd\.?|inc\.|gmbh)', ' ', 'g'),
    '[[:space:]\u0021-\u002F\u003A-\u0040\u005B-\u0060\u007B-\u007E\u00B7\u2010-\u2027\u3000-\u303F]+', '', 'g')
$$;

ALTER TABLE "customer"
  ADD COLUMN "name_key" TEXT GENERATED ALWAYS AS (customer_key("name")) STORED,
  ADD COLUMN "address_key" TEXT GENERATED ALWAYS AS (customer_key("address")) STORED;
CREATE INDEX "customer_name_key_idx" ON "customer" USING GIN ("name_key" gin_trgm_ops);
CREATE INDEX "customer_address_key_idx" ON "customer" USING GIN ("address_key" gin_trgm_ops);
