-- Serial and part numbers are compared without dashes, blanks and what nobody sees, in half-width capitals: the same as serialKey in
-- domain/text/serial.ts, from the same characters. It names nothing that a search path could change.
CREATE FUNCTION serial_key(written text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT upper(regexp_replace(
    normalize(regexp_replace(written, '[\u0001-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF0-\uFFFB\U0001BCA0-\U0001BCA3\U0001D173-\U0001D17A\U000E0000-\U000E00FF\U000E01F0-\U000E0FFF\u180B-\u180D\u180F\uFE00-\uFE0F\U000E0100-\U000E01EF]', '', 'g'), NFKC),
    '[\u0001-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF0-\uFFFB\U0001BCA0-\U0001BCA3\U0001D173-\U0001D17A\U000E0000-\U000E00FF\U000E01F0-\U000E0FFF\u180B-\u180D\u180F\uFE00-\uFE0F\U000E0100-\U000E01EF\u002D\u02D7\u058A\u05BE\u1400\u1806\u2010-\u2015\u2043\u2212\u2500\u2796\u2E17\u2E1A\u2E3A\u2E3B\u2E40\u2E5D\u301C\u3030\u30A0\u30FC\uFE31\uFE32\uFE58\uFE63\uFF0D\uFF70\U00010D6E\U00010EAD\t\n\u000B\u000C\r\u0020\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u2800\u3000]', '', 'g') COLLATE "C")
$$;

-- A number that two units have had until now stays findable, and both are found; no more can come to share one.
ALTER TABLE "unit"
  ADD COLUMN "serial_key" TEXT GENERATED ALWAYS AS (serial_key("serial")) STORED,
  ADD COLUMN "serial_shared" BOOLEAN NOT NULL DEFAULT false;
UPDATE "unit" SET "serial_shared" = true
  WHERE "serial_key" IN (SELECT "serial_key" FROM "unit" GROUP BY "serial_key" HAVING count(*) > 1);
CREATE INDEX "unit_serial_key_idx" ON "unit"("serial_key");
CREATE UNIQUE INDEX "unit_serial_key_own" ON "unit"("serial_key") WHERE NOT "serial_shared";

-- Prices and parts are looked up by a number in any spelling.
CREATE INDEX "part_price_number_key_idx" ON "part_price" (serial_key("part_number"));
CREATE INDEX "part_number_key_idx" ON "parts"."part" (public.serial_key("part_number"));
