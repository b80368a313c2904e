-- CreateTable
CREATE UNLOGGED TABLE "public"."presence" (
    "case_number" TEXT NOT NULL,
    "staff_id" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "doing" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "presence_pkey" PRIMARY KEY ("case_number","staff_id","client_id")
);

-- CreateIndex
CREATE INDEX "presence_staff_id_idx" ON "public"."presence"("staff_id");

-- CreateIndex
CREATE INDEX "presence_seen_at_idx" ON "public"."presence"("seen_at");

-- AddForeignKey
ALTER TABLE "public"."presence" ADD CONSTRAINT "presence_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;
