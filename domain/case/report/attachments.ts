import { DomainError } from '../../errors';
import type { AttachmentFacts } from './terms';
import type { RegisteredCase } from '../state';

/** @throws {DomainError} for a file that is on the case already: it would be listed twice. */
export function refuseAttachedAlready({ attachments = [] }: RegisteredCase, { id, name }: AttachmentFacts) {
  if (attachments.some((file) => file.id === id))
    throw new DomainError('CASE.ATTACHED_ALREADY', { name }, 'data.attachmentId');
}
