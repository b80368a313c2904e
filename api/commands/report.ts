import type { AttachmentFacts, ReportChanges, ServiceReport } from '../../domain/case/report-terms';
import type { Database } from '../../platform/database';
import type { WireData } from '../../schemas/commands';
import { attachmentFacts } from '../attachments/store';

interface Place {
  readonly database: Database;
  readonly processId: string;
  readonly path: string;
}

/** The report with what is known of its photos and its signature. @throws {ApiError} REQUEST.REFERENCE_UNKNOWN */
export async function reportFacts(
  { photoIds, signatureId, ...rest }: WireData<'report'>,
  place: Place,
): Promise<ServiceReport> {
  const signature = signatureId === undefined ? undefined : await signatureFacts(signatureId, place);
  return {
    ...rest,
    ...(photoIds && { photos: await photoFacts(photoIds, place) }),
    ...(signature && { signature }),
  };
}

/** The same for what an amendment changes. @throws {ApiError} REQUEST.REFERENCE_UNKNOWN */
export async function changeFacts(
  { photoIds, signatureId, ...rest }: WireData<'amendReport'>['changes'],
  place: Place,
): Promise<ReportChanges> {
  const signature =
    signatureId === undefined || signatureId === null
      ? signatureId
      : await signatureFacts(signatureId, place);
  return {
    ...rest,
    ...(photoIds && { photos: await photoFacts(photoIds, place) }),
    ...(signature !== undefined && { signature }),
  };
}

const signatureFacts = (id: string, { database, processId, path }: Place): Promise<AttachmentFacts> =>
  attachmentFacts(database, processId, id, `${path}.signatureId`);

const photoFacts = (
  ids: readonly string[],
  { database, processId, path }: Place,
): Promise<AttachmentFacts[]> =>
  Promise.all(ids.map((id, n) => attachmentFacts(database, processId, id, `${path}.photoIds.${n}`)));
