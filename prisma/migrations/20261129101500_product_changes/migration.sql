-- CreateTable
CREATE TABLE "public"."product_change" (
    "product_code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "name_en" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "family" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,

    CONSTRAINT "product_change_pkey" PRIMARY KEY ("product_code","version")
);

-- AddForeignKey
ALTER TABLE "public"."product_change" ADD CONSTRAINT "product_change_product_code_fkey" FOREIGN KEY ("product_code") REFERENCES "public"."product"("code") ON DELETE CASCADE ON UPDATE CASCADE;
