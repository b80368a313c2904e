-- AlterTable
ALTER TABLE "public"."request" ADD COLUMN     "in_hotline_hours" BOOLEAN;
