-- CreateTable
CREATE TABLE "public"."customer_change" (
    "customer_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "file" JSONB NOT NULL,
    "key" TEXT,

    CONSTRAINT "customer_change_pkey" PRIMARY KEY ("customer_id","version")
);

-- CreateIndex
CREATE UNIQUE INDEX "customer_change_key_key" ON "public"."customer_change"("key");

-- AddForeignKey
ALTER TABLE "public"."customer_change" ADD CONSTRAINT "customer_change_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "public"."customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;
