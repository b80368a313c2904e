import { createHash, randomUUID } from 'node:crypto';
import type { AttachmentFacts } from '../../domain/case/report-terms';
import type { Actor } from '../../domain/identity/actor';
import { type Prisma, type Database } from '../../platform/database';
import { ApiError } from '../problems';

/** A case is no archive: more than this is a mistake, or malice. */
const MOST_ATTACHMENTS = 200;

/** Everything but the bytes. */
export const WITHOUT_BYTES = { bytes: true } as const satisfies Prisma.AttachmentOmit;
export type AttachmentRow = Prisma.AttachmentGetPayload<{ omit: typeof WITHOUT_BYTES }>;

export interface NewAttachment {
  readonly processId: string;
  readonly bytes: Buffer;
  readonly type: string;
  readonly name: string;
  readonly by: Actor;
}

/** Keeps the file. The same bytes on the same case are the same attachment, as it was first sent. */
export async function storeAttachment(
  database: Database,
  { processId, bytes, type, name, by }: NewAttachment,
): Promise<{ readonly row: AttachmentRow; readonly isNew: boolean }> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const same = { processId_sha256: { processId, sha256 } };
  const known = await database.attachment.findUnique({ where: same, omit: WITHOUT_BYTES });
  if (known) return { row: known, isNew: false };
  if ((await database.attachment.count({ where: { processId } })) >= MOST_ATTACHMENTS)
    throw new ApiError('ATTACHMENT.TOO_MANY', { most: MOST_ATTACHMENTS });
  const { count } = await database.attachment.createMany({
    data: {
      id: `att-${randomUUID()}`,
      processId,
      sha256,
      sizeBytes: bytes.length,
      type,
      name,
      uploadedBy: by.id,
      uploaderName: by.kind === 'system' ? 'Aftercare' : by.name,
      uploadedAt: new Date(),
      bytes: Uint8Array.from(bytes),
    },
    // Sent twice at once: one is kept.
    skipDuplicates: true,
  });
  const row = await database.attachment.findUniqueOrThrow({ where: same, omit: WITHOUT_BYTES });
  return { row, isNew: count === 1 };
}

/** @throws {ApiError} REQUEST.REFERENCE_UNKNOWN for one that is not there, or is another case's. */
export async function attachmentFacts(
  database: Database,
  processId: string,
  id: string,
  field: string,
): Promise<AttachmentFacts> {
  const row = await database.attachment.findFirst({ where: { id, processId }, omit: WITHOUT_BYTES });
  if (!row) throw new ApiError('REQUEST.REFERENCE_UNKNOWN', { field, value: id }, field);
  return factsOf(row);
}

const factsOf = ({ id, name, type, sizeBytes, sha256 }: AttachmentRow): AttachmentFacts => ({
  id,
  name,
  type,
  sizeBytes,
  sha256,
});
