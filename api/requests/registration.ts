import type { UnitFacts } from '../../domain/case/facts';
import type { Registration } from '../../domain/case/intake/terms';
import { LATE_AFTER_MS } from '../../domain/clock/ladder';
import { dayIn } from '../../platform/wall-clock';
import { customerFacts, regionFacts } from './facts';
import type { Known } from './known';
import type { Desk, Intake } from './desk';
import type { FoundUnit, Identified, readSender } from './sender';
import { unitOffer, type unitOwner } from './unit-offer';

/** A request to enter, with everything its registration is made from. */
export interface Entry {
  readonly desk: Desk;
  readonly intake: Intake;
  readonly bodyHash: string;
  readonly sender: ReturnType<typeof readSender>;
  readonly known: Known;
  readonly identified: Identified;
  /** Facts of the unit that was found, for any owner. */
  readonly facts: UnitFacts | null;
  readonly found: FoundUnit;
  readonly owner: Awaited<ReturnType<typeof unitOwner>>;
  readonly receivedAt: Date;
  readonly inHours: boolean | null;
  readonly now: Date;
}

/** Stands where the statement that takes the numbers puts them. */
export const UNNUMBERED = '';

/** Entered later than a call and its entry take. */
function lateEntryOf(receivedAt: Date): Pick<Registration, 'registeredAt'> {
  const now = new Date();
  return now.getTime() - receivedAt.getTime() > LATE_AFTER_MS ? { registeredAt: now.toISOString() } : {};
}

/** Facts that the case begins with. */
export function registrationOf({
  desk: { config },
  intake: { request, organisationId },
  sender,
  known,
  identified: { customer, unit },
  found,
  owner,
  facts,
  receivedAt,
}: Entry): Registration {
  const receivedOn = dayIn(config.AFTERCARE_TIME_ZONE, receivedAt);
  const region = regionFacts(customer.region ?? known.ownRegion);
  return {
    requestNumber: UNNUMBERED,
    caseNumber: UNNUMBERED,
    receivedAt: receivedAt.toISOString(),
    ...lateEntryOf(receivedAt),
    receivedOn,
    channel: request.channel,
    sender: {
      kind: request.sender.kind,
      name: request.sender.name,
      ...(sender.phone !== undefined && { phone: sender.phone }),
      ...(sender.extension !== undefined && { extension: sender.extension }),
      ...(sender.email !== undefined && { email: sender.email }),
      ...(sender.address !== undefined && { address: sender.address }),
    },
    subject: request.subject,
    text: request.text,
    language: request.language,
    customer: customerFacts(customer),
    ...(unit && facts && { unit: facts }),
    openCases: customer.openCases.map(({ number }) => number),
    intakeOrganisationId: organisationId,
    ...(request.unitSerial !== undefined &&
      unitOffer(request.unitSerial, { found, owner, isOwn: unit !== null, regionId: region.regionId })),
    ...region,
  };
}
