-- AlterTable
ALTER TABLE "public"."calendar" ADD COLUMN     "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT '1970-01-01 00:00:00+00';
ALTER TABLE "public"."calendar" ALTER COLUMN "recorded_at" SET DEFAULT CURRENT_TIMESTAMP;

-- AlterTable
ALTER TABLE "public"."clock_policy" ADD COLUMN     "late_entry" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT '1970-01-01 00:00:00+00';
ALTER TABLE "public"."clock_policy" ALTER COLUMN "recorded_at" SET DEFAULT CURRENT_TIMESTAMP;

-- AlterTable
ALTER TABLE "public"."process_clock" ADD COLUMN     "earlier_breaches" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "entered_late_at" TIMESTAMPTZ(3);
