import type { CasePartsOrder } from '../../domain/case/parts/order-terms';
import { isNeeded, type CaseReservation } from '../../domain/case/parts/reservation-terms';
import type { RegisteredCase } from '../../domain/case/state';
import type { Prisma } from '../../platform/database';
import type { CaseSummary } from './schema';
import type { CaseDetail } from './detail-schema';
import type { Timeline } from './timeline-entry-schema';
import type { Reading } from '../access/reading';
import { caseApprovalView } from '../approvals/view';
import { earlierReportViews, reportView } from '../service-reports/view';
import { quoteView } from './quote-view';
import { clockView } from './clock-view';
import { caseEntitlementView } from './entitlement-view';
import { offerFields } from './offer-view';
import { taskFields } from '../tasks/view';
import { afterServiceFields } from './after-service-view';
import { repairFields } from './verification-view';
import { visitFields } from './visits-view';

export interface CaseParts {
  readonly summary: CaseSummary;
  readonly version: number;
  readonly state: RegisteredCase;
  readonly clocks: readonly Prisma.ProcessClockGetPayload<object>[];
  readonly tasks: readonly Prisma.TaskGetPayload<object>[];
  readonly commands: CaseDetail['commands'];
  readonly timeline: Timeline;
  readonly reading: Reading;
  readonly now: Date;
}

const JOINED_SHOWN = 100;

/** A case, whole. */
export function caseDetail({
  summary,
  version,
  state,
  clocks,
  tasks,
  commands,
  timeline,
  reading,
  now,
}: CaseParts): CaseDetail {
  const { registration } = state;
  return {
    ...summary,
    version,
    stageSince: state.stageSince,
    customer: state.customer ?? null,
    unit: state.unit ? unitOf(state.unit) : null,
    entitlement: state.entitlement ? caseEntitlementView(state.entitlement) : null,
    sender: senderOf(registration.sender, reading),
    text: registration.text,
    language: registration.language,
    intakeOrganisationId: registration.intakeOrganisationId,
    openCases: [...registration.openCases],
    joinedRequests: state.joinedRequests.slice(-JOINED_SHOWN),
    joinedRequestCount: state.joinedRequests.length,
    serial: registration.serial ?? null,
    unitOffer: registration.unitOffer
      ? { ...registration.unitOffer, openCases: [...registration.unitOffer.openCases] }
      : null,
    joinedInto: state.joinedInto ?? null,
    joiningInto: state.joining?.into ?? null,
    escalatedQuestion: state.escalatedQuestion ?? null,
    pausedReason: state.paused?.reason ?? null,
    pausedUntil: state.paused?.until ?? null,
    symptom: state.symptom ?? null,
    clocks: clocks.map((row) => clockView(row, now)),
    tasks: tasks.map((task) => taskFields(task, reading)),
    ...offerFields(state),
    dispatch: state.dispatch ? dispatchOf(state.dispatch) : null,
    ...visitFields(state, now, reading),
    approvals: (state.approvals ?? []).map((approval) => caseApprovalView(approval, reading)),
    reservations: (state.reservations ?? []).filter(isNeeded).map(reservationOf),
    partsOrders: (state.partsOrders ?? []).map(partsOrderOf),
    quote: state.quote ? quoteView(state.quote) : null,
    ...repairFields(state),
    resolution: state.resolution ?? null,
    report: reportView(state, reading),
    earlierReports: earlierReportViews(state, reading),
    attachments: (state.attachments ?? []).map((file) => ({ ...file, caption: file.caption ?? null })),
    ...afterServiceFields(state),
    allowedCommands: commands.flatMap(({ type, allowed }) => (allowed ? [type] : [])),
    commands,
    timeline,
  };
}

const reservationOf = ({ outletId, depots, parts }: CaseReservation) => ({
  outletId,
  depotIds: depots ? [...depots] : null,
  parts: [...parts],
});

const partsOrderOf = ({ number, orderedAt, neededBy, lines, progress }: CasePartsOrder) => ({
  number,
  orderedAt,
  neededBy,
  stage: progress.stage,
  expectedOn: progress.expectedOn ?? null,
  lines: lines.map(({ line, partNumber, nameEn, nameZh, quantity }) => ({
    line,
    partNumber,
    names: { en: nameEn, zh: nameZh },
    quantity,
  })),
  shipments: progress.shipments.map(({ shipment, carrier, tracking, shippedAt, isOnTheWay }) => ({
    shipment,
    carrier,
    tracking: tracking ?? null,
    shippedAt,
    isOnTheWay,
  })),
});

const unitOf = ({
  id,
  serial,
  productCode,
  productNameEn,
  productNameZh,
  warranty,
}: NonNullable<RegisteredCase['unit']>) => ({
  id,
  serial,
  productCode,
  productName: { en: productNameEn, zh: productNameZh },
  warranty,
});

const senderOf = (
  { kind, name, phone, extension, email, address }: RegisteredCase['registration']['sender'],
  { withContacts }: Reading,
) => ({
  kind,
  name,
  phone: (withContacts ? phone : undefined) ?? null,
  extension: (withContacts ? extension : undefined) ?? null,
  email: (withContacts ? email : undefined) ?? null,
  address: (withContacts ? address : undefined) ?? null,
});

const dispatchOf = ({ engineer, appointment, parts }: NonNullable<RegisteredCase['dispatch']>) => ({
  engineer: {
    id: engineer.id,
    name: engineer.name,
    outletId: engineer.outletId,
    serviceLevel: engineer.serviceLevel,
  },
  appointment: { ...appointment },
  parts: [...parts],
});
