import type { CaseCommandData } from '../../domain/case/commands';
import type { AttachmentFacts, ReportChanges, ServiceReport } from '../../domain/case/report/terms';
import type { Config } from '../../platform/config';
import type { Database } from '../../platform/database';
import type { WireData } from './schema';
import { attachmentFacts } from '../attachments/store';
import { acceptance, correctedAcceptance, type Installing } from './acceptance';
import { readInstant } from '../http/instants';
import { cataloguePart, withParts } from '../parts-orders/catalogue';

type Reporting = Installing & Omit<Place, 'path'>;

/** A report as the rules know it. @throws {ApiError} with the field that cannot be. */
export async function reportData(
  reporting: Reporting,
  { data, occurredAt }: { readonly data: WireData<'report'>; readonly occurredAt?: string | undefined },
  path: string,
): Promise<CaseCommandData['report']> {
  const { acceptedOn, ...facts } = data;
  const accepted = await acceptance(reporting, acceptedOn, { occurredAt, path });
  return { ...(await reportFacts(facts, { ...reporting, path })), ...accepted, accountsParts: true };
}

/** An amendment as the rules know it. @throws {ApiError} with the field that cannot be. */
export async function amendmentData(
  reporting: Reporting,
  { changes: { acceptedOn, ...facts }, reason }: WireData<'amendReport'>,
  dataPath: string,
): Promise<CaseCommandData['amendReport']> {
  const path = `${dataPath}.changes`;
  const accepted = await correctedAcceptance(reporting, acceptedOn, path);
  const changes = await changeFacts(facts, { ...reporting, path });
  return { changes, reason, ...accepted, accountsParts: true };
}

interface Place {
  readonly database: Database;
  readonly config: Config;
  readonly processId: string;
  readonly knownParts: ReadonlySet<string>;
  readonly path: string;
}

/** The report with what is known of its photos and its signature. @throws {ApiError} REQUEST.REFERENCE_UNKNOWN */
async function reportFacts(
  { photoIds, signatureId, leftAt, ...rest }: Omit<WireData<'report'>, 'acceptedOn'>,
  place: Place,
): Promise<ServiceReport> {
  await refuseUnknownParts(rest.partsUsed, place);
  const signature = signatureId === undefined ? undefined : await signatureFacts(signatureId, place);
  return {
    ...rest,
    ...(leftAt !== undefined && { leftAt: readInstant(leftAt, `${place.path}.leftAt`) }),
    ...(photoIds && { photos: await photoFacts(photoIds, place) }),
    ...(signature && { signature }),
  };
}

/** The same for what an amendment changes. @throws {ApiError} REQUEST.REFERENCE_UNKNOWN */
async function changeFacts(
  { photoIds, signatureId, leftAt, ...rest }: Omit<WireData<'amendReport'>['changes'], 'acceptedOn'>,
  place: Place,
): Promise<ReportChanges> {
  await refuseUnknownParts(rest.partsUsed, place);
  const signature =
    signatureId === undefined || signatureId === null
      ? signatureId
      : await signatureFacts(signatureId, place);
  return {
    ...rest,
    ...(leftAt !== undefined && { leftAt: readInstant(leftAt, `${place.path}.leftAt`) }),
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

/** A part that the case has not had to do with is looked up in the catalogue. @throws {ApiError} naming the line of one that is not there. */
async function refuseUnknownParts(
  partsUsed: WireData<'report'>['partsUsed'] = [],
  { config, knownParts, path }: Place,
): Promise<void> {
  const strange = [...partsUsed.entries()].filter(([, { partNumber }]) => !knownParts.has(partNumber));
  if (strange.length === 0) return;
  await withParts(config, async (parts) => {
    for (const [n, { partNumber }] of strange)
      await cataloguePart(parts, partNumber, `${path}.partsUsed.${n}.partNumber`);
  });
}
