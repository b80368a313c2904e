-- AlterTable
ALTER TABLE "public"."approval_rule" ADD COLUMN     "product_code" TEXT,
ADD COLUMN     "product_family" TEXT;
