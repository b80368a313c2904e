import { isImplied } from '../../domain/case/deadlines';
import { slotsOf } from '../../domain/case/dispatch/appointments';
import { ownerOf } from '../../domain/case/common/owner';
import { isFirstTimeFix, repairedAt } from '../../domain/case/flows/repair/diagnosis';
import { isRegistered, type CaseState, type RegisteredCase } from '../../domain/case/state';
import { Prisma, type Transaction } from '../../platform/database';
import type { Claims, Difference, ReadImage } from '../process-kind';
import { image, type TableRows } from '../process-tables';
import { caseWords } from './case-words';
import { compareRow } from './compare';
import { changedDocuments, documentDifferences } from './documents';
import { fittedClaims, fittedDifferences } from './fitted-parts';
import { slotClaims, slotDifferences } from './slots';
import { changedTrips, tripDifferences } from './trips';

export const SERVICE_CASE = image('service_case', Prisma.ServiceCaseScalarFieldEnum, 'processId');

type CaseImage = ReadImage & { readonly state: CaseState };

/** The row that lists, search and consoles read, the dispatch record, quotes and invoices: pure functions of the state and its clocks. */
export function serviceCaseRows(image: CaseImage, before: CaseState): readonly TableRows[] {
  if (!isRegistered(image.state)) return [];
  return [
    { table: SERVICE_CASE, rows: [toRow(image, image.state)] },
    ...changedTrips(image.processId, { before, after: image.state }),
    ...changedDocuments(image.processId, { before, after: image.state }),
  ];
}

/** The engineers' time and the pieces fitted that the case has come to claim, and what it no longer does. */
export function serviceCaseClaims({ processId, state }: CaseImage, before: CaseState): Claims | undefined {
  const after = isRegistered(state) ? slotsOf(state) : [];
  const claims = [
    slotClaims(processId, { before: slotsOf(before), after }),
    fittedClaims(processId, { before, after: state }),
  ].filter((claim) => claim !== undefined);
  if (claims.length === 0) return undefined;
  return async (session) => {
    for (const claim of claims) await claim(session);
  };
}

export async function serviceCaseDifferences(
  tx: Transaction,
  image: CaseImage,
): Promise<readonly Difference[]> {
  if (!isRegistered(image.state)) return [];
  const actual = await tx.serviceCase.findUnique({ where: { processId: image.processId } });
  return [
    ...compareRow('service_case', toRow(image, image.state), actual),
    ...(await slotDifferences(tx, image.processId, slotsOf(image.state))),
    ...(await fittedDifferences(tx, image.processId, image.state)),
    ...(await tripDifferences(tx, image.processId, image.state)),
    ...(await documentDifferences(tx, image.processId, image.state)),
  ];
}

/** The outlet that has the job, or to which it is offered: it has to see what it is to take (R11). */
const outletOf = ({ offer, dispatch }: RegisteredCase): string | undefined =>
  offer?.to.tier === 'outlet' ? offer.to.organisationId : dispatch?.engineer.outletId;

function toRow(image: CaseImage, state: RegisteredCase): Prisma.ServiceCaseUncheckedCreateInput {
  const { registration } = state;
  const owner = ownerOf(state);
  const repaired = repairedAt(state);
  const next = image.clocks
    .filter(({ isActive, dueAt }) => isActive && dueAt !== null)
    .sort((left, right) => (left.dueAt ?? '').localeCompare(right.dueAt ?? ''))[0];
  return {
    processId: image.processId,
    number: registration.caseNumber,
    seq: image.seq,
    stage: state.stage,
    requestType: state.requestType ?? null,
    priority: state.priority,
    paused: state.paused !== undefined,
    requestNumber: registration.requestNumber,
    channel: registration.channel,
    senderName: registration.sender.name,
    subject: registration.subject,
    customerId: state.customer?.id ?? null,
    customerMergeId: state.customerMerge?.id ?? null,
    unitId: state.unit?.id ?? null,
    regionId: state.regionId ?? null,
    takenInRegionId: registration.regionId ?? null,
    outletId: outletOf(state) ?? null,
    engineerId: state.dispatch?.engineer.id ?? null,
    ownerRole: owner?.role ?? null,
    ownerOrgId: owner?.organisationId ?? null,
    ownerStaffId: owner?.staffId ?? null,
    warranty: state.warranty,
    faultCode: state.diagnosis?.fault.code ?? null,
    repairedAt: repaired === undefined ? null : new Date(repaired),
    repeatOf: state.repeatRepair?.caseNumber ?? null,
    firstTimeFix: isFirstTimeFix(state) ?? null,
    serviceLevel: state.serviceLevel ?? null,
    receivedAt: new Date(registration.receivedAt),
    updatedAt: new Date(image.at),
    closedAt: state.stage === 'closed' ? new Date(state.stageSince) : null,
    nextDeadlineAt: next?.dueAt ? new Date(next.dueAt) : null,
    nextDeadline: next?.name ?? null,
    // Deadlines that the company sets itself are no promise to the customer.
    breached: image.clocks.some(({ name, breachedAt }) => breachedAt !== null && !isImplied(name)),
    words: caseWords(state),
  };
}
