-- Of a centre or an outlet: a local number that it is told is dialled within its area.
ALTER TABLE "organisation" ADD COLUMN "area_code" TEXT;

-- Of the switchboard that a sender's number belongs to.
ALTER TABLE "request" ADD COLUMN "sender_extension" TEXT;
