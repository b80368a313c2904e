import type { CaseCommand, CaseCommandData } from '../../../../domain/case/commands';
import type { EntitlementFacts } from '../../../../domain/entitlement/terms';
import type { AttachmentFacts, ReportChanges, ServiceReport } from '../../../../domain/case/report/terms';
import type { Registration } from '../../../../domain/case/intake/terms';
import type { CustomerFacts, UnitFacts } from '../../../../domain/case/facts';
import type { UnfinishedVisit } from '../../../../domain/case/visit/terms';
import type { Diagnosis } from '../../../../domain/case/flows/repair/facts';
import type { OfferRecipient } from '../../../../domain/dispatch/offer-ladder';
import type { ApprovalNeed } from '../../../../domain/approval/terms';
import { HQ } from '../../../../domain/identity/scope';
import { NEED } from './approval-commands';
import { CENTRE, ENGINEER_ID, OUTLET } from './actors';

export * from './quote-commands';

/** Commands with data that is right; tests name what matters to them. */
export const RECEIVED_AT = '2026-11-02T02:00:00.000Z';
export const APPOINTMENT = { from: '2026-11-04T01:00:00.000Z', to: '2026-11-04T04:00:00.000Z' };
/** Drawn at level C: the first is revisited, the second is not. */
export const SAMPLED_NUMBER = 'AS-2026-000002';
export const UNSAMPLED_NUMBER = 'AS-2026-000003';

export const CUSTOMER: CustomerFacts = { id: 'customer-1', name: 'Chen', status: 'active' };
export const PROSPECT: CustomerFacts = { id: 'prospect-1', name: 'Lin', status: 'prospect' };
export const UNIT: UnitFacts = {
  id: 'unit-1',
  serial: 'SN-1',
  productCode: 'P-100',
  productNameEn: 'Pump',
  productNameZh: '泵',
  warranty: 'in-warranty',
};

export const ENTITLEMENT: EntitlementFacts = {
  readOn: '2026-11-02',
  warranty: {
    from: 'installation',
    labour: { percent: 100, months: 24 },
    parts: { percent: 100, months: 24 },
    travel: { percent: 100, months: 12 },
    soldOn: '2025-01-10',
    installedOn: '2025-03-01',
    excludedCauses: [{ value: 'misuse', from: '2020-01-01' }],
    wearParts: [{ value: 'SP-11*', from: '2020-01-01' }],
  },
  contracts: [],
};
export const UNIT_WITH_TERMS: UnitFacts = { ...UNIT, entitlement: ENTITLEMENT };

export { decideApproval, delegateApproval, NEED, remindApproval } from './approval-commands';

type Data<T extends keyof CaseCommandData> = Partial<CaseCommandData[T]>;

/** Request of a sender outside the registers. */
export const OF_A_STRANGER: Registration = {
  caseNumber: 'AS-2026-000001',
  requestNumber: 'RQ-2026-000001',
  receivedAt: RECEIVED_AT,
  channel: 'phone',
  sender: { kind: 'customer', name: 'Chen', phone: '+8613800000000' },
  subject: 'The pump does not start',
  text: 'It hums, and does not start.',
  language: 'zh',
  openCases: [],
  intakeOrganisationId: CENTRE,
};
/** Request of a customer without a region, and therefore without a service level. */
export const UNPLACED: Registration = { ...OF_A_STRANGER, customer: CUSTOMER };

export const aRegistration = (parts: Partial<Registration> = {}): Registration => ({
  ...UNPLACED,
  regionId: CENTRE,
  serviceLevel: 'A',
  ...parts,
});

export const register = (data: Registration = aRegistration()): CaseCommand => ({ type: 'register', data });
export const identifyCustomer = (data: Data<'identifyCustomer'> = {}): CaseCommand => ({
  type: 'identifyCustomer',
  data: { customer: CUSTOMER, ...data },
});
export const escalateQuestion = (): CaseCommand => ({
  type: 'escalateQuestion',
  data: { question: 'Is the seal safe with acid?' },
});
export const answer = (): CaseCommand => ({ type: 'answer', data: { text: 'An engineer will call you.' } });
export const classify = (data: Data<'classify'> = {}): CaseCommand => ({
  type: 'classify',
  data: { requestType: 'repair', priority: 'normal', symptom: 'hums', ...data },
});
export const dispatch = (data: Data<'dispatch'> = {}): CaseCommand => ({
  type: 'dispatch',
  data: {
    engineer: { id: ENGINEER_ID, name: 'Li', outletId: OUTLET, regionId: CENTRE, serviceLevel: 'B' },
    appointment: APPOINTMENT,
    parts: [],
    ...data,
  },
});
/** An outlet, its centre, headquarters. */
export const LADDER = [
  { tier: 'outlet', organisationId: OUTLET, nameEn: 'Suzhou Outlet', nameZh: '苏州服务站' },
  { tier: 'centre', organisationId: CENTRE, nameEn: 'East Centre', nameZh: '华东服务中心' },
  { tier: 'hq', organisationId: HQ, nameEn: 'Headquarters', nameZh: '总部' },
] as const satisfies readonly OfferRecipient[];
export const offer = (data: Data<'offer'> = {}): CaseCommand => ({
  type: 'offer',
  data: { ladder: LADDER, regionId: CENTRE, appointment: APPOINTMENT, parts: [], ...data },
});
export const acceptOffer = (data: Data<'acceptOffer'> = {}): CaseCommand => ({
  type: 'acceptOffer',
  data: {
    engineer: { id: ENGINEER_ID, name: 'Li', outletId: OUTLET, regionId: CENTRE, serviceLevel: 'B' },
    appointment: APPOINTMENT,
    ...data,
  },
});
export const declineOffer = (reason = 'nobody free'): CaseCommand => ({
  type: 'declineOffer',
  data: { reason },
});
export const withdrawOffer = (reason = 'customer called off'): CaseCommand => ({
  type: 'withdrawOffer',
  data: { reason },
});
export const reassign = (data: Data<'reassign'> = {}): CaseCommand => ({
  type: 'reassign',
  data: {
    engineer: { id: 'engineer-2', name: 'Wu', outletId: OUTLET, regionId: CENTRE, serviceLevel: 'B' },
    reason: 'Li is ill',
    ...data,
  },
});
export const moveAppointment = (data: Data<'moveAppointment'> = {}): CaseCommand => ({
  type: 'moveAppointment',
  data: {
    appointment: { from: APPOINTMENT.from, to: '2027-01-01T00:00:00.000Z' },
    consent: { by: 'customer', how: 'phone', at: RECEIVED_AT },
    ...data,
  },
});
export const arrive = (): CaseCommand => ({ type: 'arrive', data: { keepsEntry: true } });
export const repair = (): CaseCommand => ({
  type: 'repair',
  data: { fault: 'no torque', cause: 'worn capacitor', work: 'replaced it', verification: 'ran an hour' },
});
export const depart = (): CaseCommand => ({ type: 'depart', data: {} });
export const DIAGNOSIS: Diagnosis = {
  fault: { code: 'no-torque', nameEn: 'no torque', nameZh: '无力矩' },
  cause: { code: 'wear-out', nameEn: 'worn out', nameZh: '正常磨损', category: 'wear' },
  finding: 'The capacitor measures 2 µF.',
  plan: 'Replace it.',
  parts: [],
};
export const diagnose = (data: Data<'diagnose'> = {}): CaseCommand => ({
  type: 'diagnose',
  data: { ...DIAGNOSIS, history: { earlier: [], repeatWithinDays: 90 }, ...data },
});
/** A plan that has to be approved. */
export const diagnoseForApproval = (need: Partial<ApprovalNeed> = {}): CaseCommand =>
  diagnose({
    approval: { ...NEED, ...need },
    cost: { amountCents: 600_000, currency: 'CNY', source: 'standard' },
  });
/** Repaired before, ten days ago. */
export const diagnoseRepeat = (): CaseCommand =>
  diagnose({
    history: {
      earlier: [{ caseNumber: 'AS-2026-000090', repairedAt: '2026-10-24T02:00:00.000Z' }],
      repeatWithinDays: 90,
    },
  });
export const UNFINISHED: UnfinishedVisit = {
  reason: 'parts-needed',
  note: 'The motor must be replaced.',
  labourMinutes: 40,
  travelMinutes: 30,
  labourCostCents: 8_000,
  travelCostCents: 3_000,
  currency: 'CNY',
};
export const leaveUnfinished = (data: Data<'leaveUnfinished'> = {}): CaseCommand => ({
  type: 'leaveUnfinished',
  data: { ...UNFINISHED, ...data },
});
export const attributeRepeat = (data: Data<'attributeRepeat'> = {}): CaseCommand => ({
  type: 'attributeRepeat',
  data: { attribution: 'misdiagnosis', note: 'The bearing was the cause.', ...data },
});
export const resolveRemotely = (): CaseCommand => ({
  type: 'resolveRemotely',
  data: { resolution: 'The breaker was off.' },
});
export const REPORT: ServiceReport = {
  labourMinutes: 60,
  travelMinutes: 30,
  labourCostCents: 12_000,
  travelCostCents: 3_000,
  partsCostCents: 4_500,
  currency: 'CNY',
  signedBy: 'Chen',
};
export const report = (data: Data<'report'> = {}): CaseCommand => ({
  type: 'report',
  data: { ...REPORT, ...data, accountsParts: true },
});
/** A file that is kept with the case. */
export const aFile = (parts: Partial<AttachmentFacts> = {}): AttachmentFacts => ({
  id: 'att-1',
  name: 'nameplate.jpg',
  type: 'image/jpeg',
  sizeBytes: 1_000,
  sha256: '00',
  ...parts,
});
export const amendReport = (
  changes: ReportChanges = { labourMinutes: 75 },
  reason = 'The trial run was forgotten',
): CaseCommand => ({ type: 'amendReport', data: { changes, reason, accountsParts: true } });
export const attach = (attachment = aFile(), caption?: string): CaseCommand => ({
  type: 'attach',
  data: { attachment, ...(caption !== undefined && { caption }) },
});
export const close = (): CaseCommand => ({ type: 'close', data: {} });
export const cancel = (): CaseCommand => ({
  type: 'cancel',
  data: { reason: 'sent twice', keepsWhatHappened: true },
});
/** As commands were before what had happened was kept. */
export const cancelAll = (): CaseCommand => ({ type: 'cancel', data: { reason: 'sent twice' } });
export const pause = (data: Data<'pause'> = {}): CaseCommand => ({
  type: 'pause',
  data: { reason: 'the customer travels', ...data },
});
export const resume = (): CaseCommand => ({ type: 'resume', data: {} });
export const changePriority = (data: Data<'changePriority'> = {}): CaseCommand => ({
  type: 'changePriority',
  data: { priority: 'urgent', reason: 'the line stands still', ...data },
});
export const overruleEntitlement = (data: Data<'overruleEntitlement'> = {}): CaseCommand => ({
  type: 'overruleEntitlement',
  data: { verdict: { labour: 50, parts: 0, travel: 0 }, reason: 'a good customer', ...data },
});
export const sendLink = (): CaseCommand => ({ type: 'sendLink', data: {} });
export const handOver = (data: Data<'handOver'> = {}): CaseCommand => ({
  type: 'handOver',
  data: {
    to: { id: 'clerk-lu', name: 'Lu', role: 'enquiry-clerk', organisationId: CENTRE, regionId: CENTRE },
    reason: 'Lu knows the machine',
    ...data,
  },
});
export const escalate = (): CaseCommand => ({
  type: 'escalate',
  data: { reason: 'the customer wants a director' },
});
export const recordMessage = (data: Partial<Data<'recordMessage'>> = {}): CaseCommand => ({
  type: 'recordMessage',
  data: { kind: 'question', text: 'When does the engineer come?', ...data },
});
export const addNote = (): CaseCommand => ({ type: 'addNote', data: { text: 'Called twice.' } });
export * from './joining-commands';
export * from './after-service-commands';
export * from './parts-commands';
export * from './verification-commands';
