-- CreateTable
CREATE TABLE "attachment" (
    "id" TEXT NOT NULL,
    "process_id" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "uploaded_by" TEXT NOT NULL,
    "uploader_name" TEXT NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "attachment_process_id_sha256_key" ON "attachment"("process_id", "sha256");

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_process_id_fkey" FOREIGN KEY ("process_id") REFERENCES "process"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What is kept is what was sent.
ALTER TABLE "attachment"
  ADD CONSTRAINT "attachment_size" CHECK ("size_bytes" BETWEEN 1 AND 5242880 AND octet_length("bytes") = "size_bytes"),
  ADD CONSTRAINT "attachment_sha256" CHECK ("sha256" = encode(sha256("bytes"), 'hex'));
-- Photos and PDF are compressed already.
ALTER TABLE "attachment" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
