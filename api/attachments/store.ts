import { createHash, randomUUID } from 'node:crypto';
import type { AttachmentFacts } from '../../domain/case/report/terms';
import { type Actor, nameOf } from '../../domain/identity/actor';
import { type Database, type Prisma, type Transaction } from '../../platform/database';
import { ApiError } from '../http/problems';
import { nameByType, type AttachmentType } from './file-type';
import { LONGEST_NAME } from './schema';

/** Everything but the bytes. */
export const WITHOUT_BYTES = { bytes: true } as const satisfies Prisma.AttachmentOmit;
export type AttachmentRow = Prisma.AttachmentGetPayload<{ omit: typeof WITHOUT_BYTES }>;

export interface NewAttachment {
  readonly processId: string;
  readonly bytes: Buffer;
  readonly type: AttachmentType;
  readonly name: string;
  readonly by: Actor;
}

/**
 * Size limit for the files of one case: a case is not an archive, and more points to a mistake or to abuse.
 */
export interface Quota {
  readonly files: number;
  readonly megabytes: number;
  /** Files of one uploader among them; left out: as many as the case takes. */
  readonly filesOfOne?: number;
}

const MEGABYTE = 1_000_000;

/**
 * Keeps the file. The same bytes on the same case are the same attachment, as it was first sent.
 * @throws {ApiError} ATTACHMENT.TOO_MANY, ATTACHMENT.QUOTA_EXCEEDED; nothing is kept then.
 */
export async function storeAttachment(
  database: Database,
  { processId, bytes, type, name, by }: NewAttachment,
  quota: Quota,
): Promise<{ readonly row: AttachmentRow; readonly isNew: boolean }> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const same = { processId_sha256: { processId, sha256 } };
  const known = await database.attachment.findUnique({ where: same, omit: WITHOUT_BYTES });
  if (known) return { row: known, isNew: false };
  const data = {
    id: `att-${randomUUID()}`,
    processId,
    sha256,
    sizeBytes: bytes.length,
    type,
    name: nameByType(name, type, LONGEST_NAME),
    uploadedBy: by.id,
    uploaderName: nameOf(by),
    uploadedAt: new Date(),
    bytes: Uint8Array.from(bytes),
  };
  const count = await database.$transaction(async (tx) => {
    // One after another: of many that are sent at once each counts those before it.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`attachments:${processId}`}, 0))`;
    await refuseBeyond(tx, data, quota);
    // Sent twice at once: one is kept.
    return (await tx.attachment.createMany({ data, skipDuplicates: true })).count;
  });
  const row = await database.attachment.findUniqueOrThrow({ where: same, omit: WITHOUT_BYTES });
  return { row, isNew: count === 1 };
}

async function refuseBeyond(
  tx: Transaction,
  { processId, sizeBytes, uploadedBy }: Pick<AttachmentRow, 'processId' | 'sizeBytes' | 'uploadedBy'>,
  { files, megabytes, filesOfOne }: Quota,
): Promise<void> {
  if (
    filesOfOne !== undefined &&
    (await tx.attachment.count({ where: { processId, uploadedBy } })) >= filesOfOne
  )
    throw new ApiError('ATTACHMENT.TOO_MANY', { most: filesOfOne });
  const { _count: count, _sum: sum } = await tx.attachment.aggregate({
    where: { processId },
    _count: true,
    _sum: { sizeBytes: true },
  });
  if (count >= files) throw new ApiError('ATTACHMENT.TOO_MANY', { most: files });
  if ((sum.sizeBytes ?? 0) + sizeBytes > megabytes * MEGABYTE)
    throw new ApiError('ATTACHMENT.QUOTA_EXCEEDED', { most: megabytes });
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
