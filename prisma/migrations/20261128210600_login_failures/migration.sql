-- Failed logins, counted by all API processes together.
CREATE TABLE "public"."login_failure" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "login_failure_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "login_failure_last_at_idx" ON "public"."login_failure"("last_at");
