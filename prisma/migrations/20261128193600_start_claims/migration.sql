-- Until when whoever starts the case of a request has it in hand: nobody else starts it meanwhile.
ALTER TABLE "public"."request" ADD COLUMN "start_claimed_until" TIMESTAMPTZ(3);
