-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "finance";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "parts";

-- CreateTable
CREATE TABLE "finance"."ledger_account" (
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,

    CONSTRAINT "ledger_account_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "finance"."ledger_entry" (
    "id" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "finance"."ledger_line" (
    "entry_id" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "account" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "amount_cents" BIGINT NOT NULL,

    CONSTRAINT "ledger_line_pkey" PRIMARY KEY ("entry_id","n")
);

-- CreateTable
CREATE TABLE "finance"."ledger_reversal" (
    "entry_id" TEXT NOT NULL,
    "mirror_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ledger_reversal_pkey" PRIMARY KEY ("entry_id")
);

-- CreateTable
CREATE TABLE "finance"."idempotency_key" (
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "status" INTEGER,
    "body" JSONB,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "parts"."part" (
    "part_number" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "material" TEXT NOT NULL,
    "abc_class" TEXT NOT NULL,
    "critical" BOOLEAN NOT NULL,
    "unit_cost_cents" INTEGER NOT NULL,
    "currency" CHAR(3) NOT NULL,

    CONSTRAINT "part_pkey" PRIMARY KEY ("part_number")
);

-- CreateTable
CREATE TABLE "parts"."stock_location" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "external" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "stock_location_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "parts"."stock_movement" (
    "key" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "from_location_id" TEXT NOT NULL,
    "to_location_id" TEXT NOT NULL,
    "part_number" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "reservation_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stock_movement_pkey" PRIMARY KEY ("key","n")
);

-- CreateTable
CREATE TABLE "parts"."stock_balance" (
    "location_id" TEXT NOT NULL,
    "part_number" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,

    CONSTRAINT "stock_balance_pkey" PRIMARY KEY ("part_number","location_id")
);

-- CreateTable
CREATE TABLE "parts"."stock_reservation" (
    "id" TEXT NOT NULL,
    "reference" TEXT,
    "state" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "stock_reservation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "parts"."idempotency_key" (
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "status" INTEGER,
    "body" JSONB,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "process" (
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "state" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "ended" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "process_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "process_event" (
    "process_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "actor" JSONB NOT NULL,
    "command_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "occurred_at" TIMESTAMPTZ(3),
    "trace_id" TEXT,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "position" BIGSERIAL NOT NULL,
    "transaction_id" BIGINT NOT NULL DEFAULT ((pg_current_xact_id())::text)::bigint,

    CONSTRAINT "process_event_pkey" PRIMARY KEY ("process_id","seq")
);

-- CreateTable
CREATE TABLE "process_command" (
    "process_id" TEXT NOT NULL,
    "command_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "digest" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "process_command_pkey" PRIMARY KEY ("process_id","command_id")
);

-- CreateTable
CREATE TABLE "process_clock" (
    "process_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "policy_id" TEXT NOT NULL,
    "calendar" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "met_at" TIMESTAMPTZ(3),
    "stopped_at" TIMESTAMPTZ(3),
    "breached_at" TIMESTAMPTZ(3),
    "paused" BOOLEAN NOT NULL,
    "next_step" TEXT,
    "next_step_at" TIMESTAMPTZ(3),

    CONSTRAINT "process_clock_pkey" PRIMARY KEY ("process_id","name")
);

-- CreateTable
CREATE TABLE "service_case" (
    "process_id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "stage" TEXT NOT NULL,
    "request_type" TEXT,
    "priority" TEXT NOT NULL,
    "paused" BOOLEAN NOT NULL,
    "request_number" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "sender_name" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "customer_id" TEXT,
    "unit_id" TEXT,
    "region_id" TEXT,
    "outlet_id" TEXT,
    "engineer_id" TEXT,
    "owner_role" TEXT,
    "owner_organisation_id" TEXT,
    "owner_staff_id" TEXT,
    "warranty" TEXT,
    "service_level" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "next_deadline_at" TIMESTAMPTZ(3),
    "next_deadline" TEXT,
    "breached" BOOLEAN NOT NULL DEFAULT false,
    "words" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "service_case_pkey" PRIMARY KEY ("process_id")
);

-- CreateTable
CREATE TABLE "task" (
    "process_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "organisation_id" TEXT,
    "staff_id" TEXT,
    "clock" TEXT,
    "due_at" TIMESTAMPTZ(3),
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "params" JSONB NOT NULL,

    CONSTRAINT "task_pkey" PRIMARY KEY ("process_id","key")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" TEXT NOT NULL,
    "process_id" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "staff_id" TEXT,
    "customer_id" TEXT,
    "address" TEXT,
    "params" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "not_before" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request" (
    "number" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "channel" TEXT NOT NULL,
    "sender_kind" TEXT NOT NULL,
    "sender_name" TEXT NOT NULL,
    "sender_phone" TEXT,
    "sender_email" TEXT,
    "sender_address" TEXT,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "unit_serial" TEXT,
    "idempotency_key" TEXT NOT NULL,
    "registered_at" TIMESTAMPTZ(3) NOT NULL,
    "body_hash" TEXT NOT NULL,
    "registered_by" TEXT NOT NULL,
    "case_number" TEXT NOT NULL,
    "customer_id" TEXT,
    "unit_id" TEXT,
    "region_id" TEXT,
    "open_cases" TEXT[],
    "start" JSONB NOT NULL,
    "started_at" TIMESTAMPTZ(3),

    CONSTRAINT "request_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "number_series" (
    "series" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "number_series_pkey" PRIMARY KEY ("series","year")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "parent_id" TEXT,
    "service_level" TEXT,
    "calendar" TEXT NOT NULL,
    "provinces" TEXT[],
    "city" TEXT NOT NULL,
    "phone" TEXT NOT NULL,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff" (
    "id" TEXT NOT NULL,
    "login" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "roles" TEXT[],
    "language" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "skills" TEXT[],
    "password_hash" TEXT,
    "subject" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "staff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'active',
    "name" TEXT NOT NULL,
    "name_en" TEXT,
    "language" TEXT NOT NULL,
    "region_id" TEXT,
    "province" TEXT,
    "city" TEXT,
    "address" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "words" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "customer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer_contact" (
    "customer_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "name" TEXT,

    CONSTRAINT "customer_contact_pkey" PRIMARY KEY ("customer_id","kind","value")
);

-- CreateTable
CREATE TABLE "product" (
    "code" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "family" TEXT NOT NULL,
    "warranty_months" INTEGER NOT NULL,
    "warranty_from" TEXT NOT NULL,

    CONSTRAINT "product_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "unit" (
    "id" TEXT NOT NULL,
    "serial" TEXT NOT NULL,
    "product_code" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "sold_on" DATE NOT NULL,
    "installed_on" DATE,
    "address" TEXT NOT NULL,

    CONSTRAINT "unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar" (
    "code" TEXT NOT NULL,
    "effective_from" TIMESTAMPTZ(3) NOT NULL,
    "name_en" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "definition" JSONB NOT NULL,

    CONSTRAINT "calendar_pkey" PRIMARY KEY ("code","effective_from")
);

-- CreateTable
CREATE TABLE "clock_policy" (
    "id" TEXT NOT NULL,
    "clock" TEXT NOT NULL,
    "request_type" TEXT,
    "priority" TEXT,
    "service_level" TEXT,
    "warranty" TEXT,
    "effective_from" TIMESTAMPTZ(3) NOT NULL,
    "effective_to" TIMESTAMPTZ(3),
    "target_seconds" INTEGER NOT NULL,
    "calendar" TEXT NOT NULL,
    "warn_at" DOUBLE PRECISION[],
    "escalate" JSONB NOT NULL,
    "expire_after_seconds" INTEGER,
    "pausable" BOOLEAN NOT NULL,

    CONSTRAINT "clock_policy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "ledger_entry_reference_idx" ON "finance"."ledger_entry"("reference");

-- CreateIndex
CREATE INDEX "ledger_line_account_idx" ON "finance"."ledger_line"("account");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_reversal_mirror_id_key" ON "finance"."ledger_reversal"("mirror_id");

-- CreateIndex
CREATE INDEX "stock_movement_part_number_at_idx" ON "parts"."stock_movement"("part_number", "at");

-- CreateIndex
CREATE INDEX "stock_movement_reservation_id_idx" ON "parts"."stock_movement"("reservation_id");

-- CreateIndex
CREATE INDEX "stock_reservation_reference_idx" ON "parts"."stock_reservation"("reference");

-- CreateIndex
CREATE INDEX "stock_reservation_state_idx" ON "parts"."stock_reservation"("state");

-- CreateIndex
CREATE INDEX "process_type_ended_idx" ON "process"("type", "ended");

-- CreateIndex
CREATE INDEX "process_event_transaction_id_position_idx" ON "process_event"("transaction_id", "position");

-- CreateIndex
CREATE INDEX "process_clock_due_at_idx" ON "process_clock"("due_at");

-- CreateIndex
CREATE UNIQUE INDEX "service_case_number_key" ON "service_case"("number");

-- CreateIndex
CREATE INDEX "service_case_stage_received_at_idx" ON "service_case"("stage", "received_at");

-- CreateIndex
CREATE INDEX "service_case_region_id_received_at_idx" ON "service_case"("region_id", "received_at");

-- CreateIndex
CREATE INDEX "service_case_outlet_id_received_at_idx" ON "service_case"("outlet_id", "received_at");

-- CreateIndex
CREATE INDEX "service_case_customer_id_idx" ON "service_case"("customer_id");

-- CreateIndex
CREATE INDEX "service_case_received_at_number_idx" ON "service_case"("received_at", "number");

-- CreateIndex
CREATE INDEX "service_case_next_deadline_at_idx" ON "service_case"("next_deadline_at");

-- CreateIndex
CREATE INDEX "task_role_organisation_id_idx" ON "task"("role", "organisation_id");

-- CreateIndex
CREATE INDEX "task_staff_id_idx" ON "task"("staff_id");

-- CreateIndex
CREATE INDEX "notification_staff_id_created_at_idx" ON "notification"("staff_id", "created_at");

-- CreateIndex
CREATE INDEX "notification_process_id_idx" ON "notification"("process_id");

-- CreateIndex
CREATE UNIQUE INDEX "request_idempotency_key_key" ON "request"("idempotency_key");

-- CreateIndex
CREATE UNIQUE INDEX "request_case_number_key" ON "request"("case_number");

-- CreateIndex
CREATE INDEX "request_started_at_idx" ON "request"("started_at");

-- CreateIndex
CREATE INDEX "request_received_at_number_idx" ON "request"("received_at", "number");

-- CreateIndex
CREATE INDEX "request_region_id_received_at_idx" ON "request"("region_id", "received_at");

-- CreateIndex
CREATE UNIQUE INDEX "staff_login_key" ON "staff"("login");

-- CreateIndex
CREATE UNIQUE INDEX "staff_subject_key" ON "staff"("subject");

-- CreateIndex
CREATE INDEX "staff_organisation_id_idx" ON "staff"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "customer_number_key" ON "customer"("number");

-- CreateIndex
CREATE INDEX "customer_region_id_idx" ON "customer"("region_id");

-- CreateIndex
CREATE INDEX "customer_contact_kind_value_idx" ON "customer_contact"("kind", "value");

-- CreateIndex
CREATE UNIQUE INDEX "unit_serial_key" ON "unit"("serial");

-- CreateIndex
CREATE INDEX "unit_customer_id_idx" ON "unit"("customer_id");

-- CreateIndex
CREATE INDEX "clock_policy_clock_idx" ON "clock_policy"("clock");

-- AddForeignKey
ALTER TABLE "finance"."ledger_line" ADD CONSTRAINT "ledger_line_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "finance"."ledger_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finance"."ledger_line" ADD CONSTRAINT "ledger_line_account_fkey" FOREIGN KEY ("account") REFERENCES "finance"."ledger_account"("name") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finance"."ledger_reversal" ADD CONSTRAINT "ledger_reversal_mirror_id_fkey" FOREIGN KEY ("mirror_id") REFERENCES "finance"."ledger_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "parts"."stock_movement" ADD CONSTRAINT "stock_movement_from_location_id_fkey" FOREIGN KEY ("from_location_id") REFERENCES "parts"."stock_location"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "parts"."stock_movement" ADD CONSTRAINT "stock_movement_to_location_id_fkey" FOREIGN KEY ("to_location_id") REFERENCES "parts"."stock_location"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "parts"."stock_movement" ADD CONSTRAINT "stock_movement_part_number_fkey" FOREIGN KEY ("part_number") REFERENCES "parts"."part"("part_number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "parts"."stock_movement" ADD CONSTRAINT "stock_movement_reservation_id_fkey" FOREIGN KEY ("reservation_id") REFERENCES "parts"."stock_reservation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "parts"."stock_balance" ADD CONSTRAINT "stock_balance_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "parts"."stock_location"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "parts"."stock_balance" ADD CONSTRAINT "stock_balance_part_number_fkey" FOREIGN KEY ("part_number") REFERENCES "parts"."part"("part_number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "process_event" ADD CONSTRAINT "process_event_process_id_fkey" FOREIGN KEY ("process_id") REFERENCES "process"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "process_clock" ADD CONSTRAINT "process_clock_process_id_fkey" FOREIGN KEY ("process_id") REFERENCES "process"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_process_id_fkey" FOREIGN KEY ("process_id") REFERENCES "process"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request" ADD CONSTRAINT "request_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request" ADD CONSTRAINT "request_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff" ADD CONSTRAINT "staff_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer" ADD CONSTRAINT "customer_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_contact" ADD CONSTRAINT "customer_contact_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_product_code_fkey" FOREIGN KEY ("product_code") REFERENCES "product"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- What Prisma's schema language cannot say of the schema `finance`.

ALTER TABLE "finance"."ledger_account"
  ADD CONSTRAINT "ledger_account_type" CHECK ("type" IN ('asset', 'liability', 'equity', 'revenue', 'expense'));
ALTER TABLE "finance"."ledger_line"
  ADD CONSTRAINT "ledger_line_side" CHECK ("side" IN ('debit', 'credit')),
  ADD CONSTRAINT "ledger_line_amount" CHECK ("amount_cents" > 0);

CREATE FUNCTION "finance"."refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%.% is append-only', TG_TABLE_SCHEMA, TG_TABLE_NAME USING ERRCODE = 'object_not_in_prerequisite_state';
END $$;
CREATE TRIGGER "ledger_entry_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "finance"."ledger_entry"
  FOR EACH STATEMENT EXECUTE FUNCTION "finance"."refuse_change"();
CREATE TRIGGER "ledger_line_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "finance"."ledger_line"
  FOR EACH STATEMENT EXECUTE FUNCTION "finance"."refuse_change"();
CREATE TRIGGER "ledger_reversal_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "finance"."ledger_reversal"
  FOR EACH STATEMENT EXECUTE FUNCTION "finance"."refuse_change"();

-- Checked at commit: no entry can stay whose debits and credits differ, nor one without lines.
CREATE FUNCTION "finance"."refuse_unbalanced"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  entry text := CASE TG_TABLE_NAME WHEN 'ledger_entry' THEN to_jsonb(NEW) ->> 'id' ELSE to_jsonb(NEW) ->> 'entry_id' END;
  difference numeric;
BEGIN
  SELECT sum(CASE "side" WHEN 'debit' THEN "amount_cents" ELSE -"amount_cents" END) INTO difference
    FROM "finance"."ledger_line" WHERE "entry_id" = entry;
  IF difference IS DISTINCT FROM 0 THEN
    RAISE EXCEPTION 'ledger entry % is not balanced', entry USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "ledger_entry_balanced" AFTER INSERT ON "finance"."ledger_entry"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "finance"."refuse_unbalanced"();
CREATE CONSTRAINT TRIGGER "ledger_line_balanced" AFTER INSERT ON "finance"."ledger_line"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "finance"."refuse_unbalanced"();

-- The accounts that after-sales service posts to. An ERP adapter maps these names to the ERP's chart.
INSERT INTO "finance"."ledger_account" ("name", "type", "name_en", "name_zh") VALUES
  ('cash', 'asset', 'Cash and bank', '货币资金'),
  ('receivable', 'asset', 'Accounts receivable', '应收账款'),
  ('parts-stock', 'asset', 'Spare parts in stock', '备件库存'),
  ('payable', 'liability', 'Accounts payable', '应付账款'),
  ('accrued-cost', 'liability', 'Accrued service cost', '应计服务费用'),
  ('service-revenue', 'revenue', 'Service revenue', '服务收入'),
  ('parts-revenue', 'revenue', 'Spare-parts revenue', '备件收入'),
  ('parts-cost', 'expense', 'Spare parts used', '备件成本'),
  ('labour-cost', 'expense', 'Labour', '人工费用'),
  ('travel-cost', 'expense', 'Travel', '差旅费用'),
  ('transport-cost', 'expense', 'Transport', '运输费用');
-- What Prisma's schema language cannot say of the schema `parts`.

ALTER TABLE "parts"."part"
  ADD CONSTRAINT "part_abc_class" CHECK ("abc_class" IN ('A', 'B', 'C')),
  ADD CONSTRAINT "part_unit_cost_cents" CHECK ("unit_cost_cents" >= 0);
ALTER TABLE "parts"."stock_location"
  ADD CONSTRAINT "stock_location_kind" CHECK ("kind" IN ('depot', 'reserved', 'issued', 'supplier', 'opening-balance'));
ALTER TABLE "parts"."stock_balance"
  ADD CONSTRAINT "stock_balance_not_negative" CHECK ("quantity" >= 0);
ALTER TABLE "parts"."stock_movement"
  ADD CONSTRAINT "stock_movement_quantity" CHECK ("quantity" > 0),
  ADD CONSTRAINT "stock_movement_moves" CHECK ("from_location_id" <> "to_location_id");
ALTER TABLE "parts"."stock_reservation"
  ADD CONSTRAINT "stock_reservation_state" CHECK ("state" IN ('reserved', 'issued', 'released')),
  -- Only a tombstone has no reference.
  ADD CONSTRAINT "stock_reservation_reference" CHECK ("reference" IS NOT NULL OR "state" = 'released');

CREATE FUNCTION "parts"."refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%.% is append-only', TG_TABLE_SCHEMA, TG_TABLE_NAME USING ERRCODE = 'object_not_in_prerequisite_state';
END $$;
CREATE TRIGGER "stock_movement_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "parts"."stock_movement"
  FOR EACH STATEMENT EXECUTE FUNCTION "parts"."refuse_change"();

-- A movement and the balances at its two ends are one write. An external location has no balance: pieces come without end.
CREATE FUNCTION "parts"."carry_movement"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "parts"."stock_balance" SET "quantity" = "quantity" - NEW."quantity"
    WHERE "part_number" = NEW."part_number" AND "location_id" = NEW."from_location_id";
  IF NOT FOUND AND NOT (SELECT "external" FROM "parts"."stock_location" WHERE "id" = NEW."from_location_id") THEN
    RAISE EXCEPTION 'location % has never held part %', NEW."from_location_id", NEW."part_number" USING ERRCODE = 'check_violation';
  END IF;
  INSERT INTO "parts"."stock_balance" AS b ("part_number", "location_id", "quantity")
    SELECT NEW."part_number", l."id", NEW."quantity" FROM "parts"."stock_location" l
      WHERE l."id" = NEW."to_location_id" AND NOT l."external"
    ON CONFLICT ("part_number", "location_id") DO UPDATE SET "quantity" = b."quantity" + EXCLUDED."quantity";
  RETURN NULL;
END $$;
CREATE TRIGGER "stock_movement_carried" AFTER INSERT ON "parts"."stock_movement"
  FOR EACH ROW EXECUTE FUNCTION "parts"."carry_movement"();

-- The places that are no building: the embedded server moves pieces through them.
INSERT INTO "parts"."stock_location" ("id", "kind", "name_en", "name_zh", "external") VALUES
  ('reserved', 'reserved', 'Reserved', '已预留', false),
  ('issued', 'issued', 'Issued to engineers', '已发给工程师', false),
  ('supplier', 'supplier', 'Suppliers', '供应商', true),
  ('opening-balance', 'opening-balance', 'Opening balance', '期初余额', true);
-- What the schema language cannot say of the process tables.

-- Events are never changed and never removed (design decision 3).
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER process_event_append_only BEFORE UPDATE OR DELETE ON "process_event" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER process_event_no_truncate BEFORE TRUNCATE ON "process_event" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER process_command_append_only BEFORE UPDATE OR DELETE ON "process_command" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Full-text search over words that the application has segmented.
CREATE INDEX service_case_words_idx ON "service_case" USING gin (to_tsvector('simple', words));
CREATE INDEX customer_words_idx ON "customer" USING gin (to_tsvector('simple', words));

-- Requests whose case has not been started yet: what the sweeper looks for.
CREATE INDEX request_unstarted_idx ON "request" (registered_at) WHERE started_at IS NULL;
