import { DomainError } from '../../errors';
import type { AttachedFile, AttachmentFacts } from './terms';
import type { RegisteredCase } from '../state';

/** @throws {DomainError} for a file that is on the case already: it would be listed twice. */
export function refuseAttachedAlready({ attachments = [] }: RegisteredCase, { id, name }: AttachmentFacts) {
  if (attachments.some((file) => file.id === id))
    throw new DomainError('CASE.ATTACHED_ALREADY', { name }, 'data.attachmentId');
}

export const attached = (
  { attachment, caption }: { readonly attachment: AttachmentFacts; readonly caption?: string },
  attachedAt: string,
): AttachedFile => ({ ...attachment, ...(caption !== undefined && { caption }), attachedAt });
