import type { RegisteredCase } from '../../domain/case/state';
import type { Actor } from '../../domain/identity/actor';
import type { Reader } from '../../platform/database';

interface CustomerPhoto {
  readonly id: string;
  readonly name: string;
  readonly at: string;
}

/** The photos on the case that its customer has added; files of staff are the company's. */
export async function photosOf(
  database: Reader,
  { attachments = [] }: RegisteredCase,
  { id: uploadedBy }: Actor,
): Promise<CustomerPhoto[]> {
  if (attachments.length === 0) return [];
  const own = await database.attachment.findMany({
    where: { id: { in: attachments.map(({ id }) => id) }, uploadedBy },
    select: { id: true },
  });
  const known = new Set(own.map(({ id }) => id));
  return attachments.flatMap(({ id, name, attachedAt }) =>
    known.has(id) ? [{ id, name, at: attachedAt }] : [],
  );
}
