-- Somebody who falls ill is absent although visits are booked: an absence may overlap visits, which are then to be given to others. Two of
-- one kind still exclude each other; that no visit is booked into an absence is checked where it is claimed, under the engineer's lock.
ALTER TABLE "engineer_slot"
  DROP CONSTRAINT "engineer_slot_no_overlap",
  ADD CONSTRAINT "engineer_slot_no_overlap"
    EXCLUDE USING gist ("engineer_id" WITH =, "kind" WITH =, tstzrange("from_at", "to_at", '[)') WITH &&);
