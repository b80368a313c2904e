-- The region that had a case at first may read it after it was given to another (R11).
ALTER TABLE "service_case" ADD COLUMN "taken_in_region_id" TEXT;
UPDATE "service_case" SET "taken_in_region_id" = process.state -> 'registration' ->> 'regionId'
  FROM process WHERE process.id = "service_case"."process_id";
