-- CreateTable
CREATE TABLE "public"."draft" (
    "staff_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("staff_id","key")
);

-- CreateTable
CREATE TABLE "public"."preference" (
    "staff_id" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "preference_pkey" PRIMARY KEY ("staff_id")
);

-- CreateTable
CREATE TABLE "public"."saved_view" (
    "id" TEXT NOT NULL,
    "staff_id" TEXT NOT NULL,
    "organisation_id" TEXT,
    "list" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "filters" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "saved_view_staff_id_idx" ON "public"."saved_view"("staff_id");

-- CreateIndex
CREATE INDEX "saved_view_organisation_id_idx" ON "public"."saved_view"("organisation_id");

-- AddForeignKey
ALTER TABLE "public"."draft" ADD CONSTRAINT "draft_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "public"."preference" ADD CONSTRAINT "preference_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "public"."saved_view" ADD CONSTRAINT "saved_view_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;
