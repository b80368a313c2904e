-- CreateTable
CREATE TABLE "customer_link" (
    "id" TEXT NOT NULL,
    "case_number" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "notification_id" TEXT,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by" TEXT,

    CONSTRAINT "customer_link_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "customer_link_notification_id_key" ON "customer_link"("notification_id");

-- CreateIndex
CREATE INDEX "customer_link_case_number_idx" ON "customer_link"("case_number");

-- What the schema language cannot say.
ALTER TABLE "customer_link"
  ADD CONSTRAINT "customer_link_purpose" CHECK ("purpose" IN ('case', 'survey')),
  ADD CONSTRAINT "customer_link_lasts" CHECK ("issued_at" < "expires_at");
