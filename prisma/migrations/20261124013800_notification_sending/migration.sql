-- AlterTable
ALTER TABLE "public"."notification" ADD COLUMN     "attempts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "channel" TEXT,
ADD COLUMN     "lease" TEXT,
ADD COLUMN     "next_attempt_at" TIMESTAMPTZ(3),
ADD COLUMN     "reason" TEXT,
ADD COLUMN     "settled_at" TIMESTAMPTZ(3),
ADD COLUMN     "state" TEXT NOT NULL DEFAULT 'waiting';

ALTER TABLE "public"."notification" ADD CONSTRAINT "notification_state_check"
  CHECK ("state" IN ('waiting', 'sent', 'failed', 'expired', 'kept'));

-- What senders look for, every two seconds: short while messages are sent.
CREATE INDEX "notification_due" ON "public"."notification" ((COALESCE("next_attempt_at", "not_before")), "id") WHERE "state" = 'waiting';
-- What operators look at.
CREATE INDEX "notification_unsent" ON "public"."notification" ("settled_at", "id") WHERE "state" IN ('failed', 'expired', 'kept');
