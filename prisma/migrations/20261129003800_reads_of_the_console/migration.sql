-- Reads of the console: the cases of a customer, latest first; of a member of staff; by when they were closed; from a telephone number.
DROP INDEX "service_case_customer_id_idx";
CREATE INDEX "service_case_customer_id_received_at_idx" ON "service_case"("customer_id", "received_at");
CREATE INDEX "service_case_owner_staff_id_idx" ON "service_case"("owner_staff_id");
CREATE INDEX "service_case_closed_at_idx" ON "service_case"("closed_at");
CREATE INDEX "request_sender_phone_idx" ON "request"("sender_phone");
-- The cases of a product.
CREATE INDEX "unit_product_code_idx" ON "unit"("product_code");
-- Parts orders by a part, or by a fragment of the consignee's name.
CREATE INDEX "parts_order_part_numbers_idx" ON "parts_order" USING GIN ("part_numbers");
CREATE INDEX "parts_order_consignee_idx" ON "parts_order" USING GIN ("consignee" gin_trgm_ops);
