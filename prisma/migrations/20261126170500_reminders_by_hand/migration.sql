-- AlterTable
ALTER TABLE "public"."clock_policy" ADD COLUMN     "remind_every_seconds" INTEGER;
