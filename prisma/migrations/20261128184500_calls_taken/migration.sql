-- AlterTable
ALTER TABLE "public"."request" ADD COLUMN     "taken_at" TIMESTAMPTZ(3);
