-- CreateTable
CREATE TABLE "public"."approval_rule" (
    "code" TEXT NOT NULL,
    "effective_from" TIMESTAMPTZ(3) NOT NULL,
    "active" BOOLEAN NOT NULL,
    "kind" TEXT NOT NULL,
    "organisation_id" TEXT,
    "request_type" TEXT,
    "over_cents" INTEGER,
    "currency" CHAR(3),
    "margin_under_basis_points" INTEGER,
    "role" TEXT NOT NULL,
    "tier" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,

    CONSTRAINT "approval_rule_pkey" PRIMARY KEY ("code","effective_from")
);
