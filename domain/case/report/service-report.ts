import { DomainError } from '../../errors';
import type { Actor } from '../../identity/actor';
import { repeatedSerials, serialKey } from '../../text/serial';
import type { CaseEffect } from '../common/call-terms';
import {
  REPORT_FIELDS,
  type AttachmentFacts,
  type ReportAmendment,
  type ReportChange,
  type ReportChanges,
  type ReportVersion,
  type ServiceReport,
} from './terms';
import { partsAtHand } from '../parts/account';
import type { CaseState, RegisteredCase } from '../state';
import type { TripCost } from '../visit/terms';

/** Image types that a PDF can draw. */
const DRAWABLE = ['image/png', 'image/jpeg'];

/** The number that stands on the paper (R18). */
export const reportNumber = (caseNumber: string, nth: number): string => `${caseNumber}-R${nth}`;

/** Every report of the case, the latest last, each with its versions: one for each service. */
export const reportsOf = ({
  earlierReports = [],
  reportVersions,
}: CaseState): readonly (readonly ReportVersion[])[] => [
  ...earlierReports,
  ...(reportVersions ? [reportVersions] : []),
];

/** The report as it is filed: complete in itself, whatever is learned about the case afterwards. */
export function complete(state: CaseState, report: ServiceReport): ServiceReport {
  const { repair, dispatch, issued } = state;
  return {
    ...(repair && { fault: repair.fault, cause: repair.cause, work: repair.work }),
    ...(dispatch && { partsUsed: issued ? partsAtHand(state) : dispatch.parts }),
    ...report,
  };
}

/** @throws {DomainError} what a report cannot say. */
export function refuseNonsense(report: ServiceReport, field: string): void {
  const seen = new Set<string>();
  for (const [n, { partNumber, quantity, serialNumbers = [] }] of (report.partsUsed ?? []).entries()) {
    const at = `${field}.partsUsed.${n}.serialNumbers`;
    if (serialNumbers.length > quantity || repeatedSerials(serialNumbers).length > 0)
      throw new DomainError('REPORT.SERIALS_WRONG', { partNumber, quantity }, at);
    for (const [m, serial] of serialNumbers.entries()) {
      if (seen.has(serialKey(serial))) throw new DomainError('REPORT.SERIAL_TWICE', { serial }, `${at}.${m}`);
      seen.add(serialKey(serial));
    }
  }
  if (report.signature && !DRAWABLE.includes(report.signature.type))
    throw new DomainError(
      'REPORT.SIGNATURE_NO_IMAGE',
      { attachment: report.signature.id },
      `${field}.signatureId`,
    );
}

const CLOCK_SKEW_MS = 5 * 60_000;

/** Refuses a departure before the end of the work or after the report. @throws {DomainError} */
export function refuseLeaving({ leftAt }: ReportChanges, state: CaseState, now: string, field: string): void {
  if (leftAt === undefined) return;
  if (Date.parse(leftAt) > Date.parse(now) + CLOCK_SKEW_MS)
    throw new DomainError('COMMAND.INSTANT_IN_FUTURE', {}, `${field}.leftAt`);
  const earliest = repairedAt(state);
  if (earliest !== undefined && leftAt < earliest)
    throw new DomainError('COMMAND.INSTANT_TOO_EARLY', { earliest }, `${field}.leftAt`);
}

/** When the latest visit ended that mended the unit. */
const repairedAt = ({ visits = [] }: CaseState): string | undefined =>
  visits.findLast(({ outcome }) => outcome === 'repaired')?.endedAt;

/** R18: what was handed to the customer is corrected by an amendment alone. @throws {DomainError} */
export function amendment(state: RegisteredCase, changes: ReportChanges, reason: string): ReportAmendment {
  const before = state.report;
  const versions = state.reportVersions ?? [];
  if (!before) throw new DomainError('REPORT.NONE');
  const report = changed(before, changes);
  refuseNonsense(report, 'data.changes');
  const differences = changesBetween(before, report);
  if (differences.length === 0) throw new DomainError('REPORT.NOTHING_CHANGED', {}, 'data.changes');
  return { version: versions.length + 1, report, changes: differences, reason };
}

/** The dispatched engineer corrects their own report, a supervisor any. */
export function amendmentRefusal(state: RegisteredCase, actor: Actor): DomainError | undefined {
  if (!state.report) return new DomainError('REPORT.NONE');
  const isSupervisor =
    actor.kind !== 'staff' ||
    actor.roles.some((role) => role === 'hq-service-manager' || role === 'centre-director');
  return isSupervisor || actor.id === state.dispatch?.engineer.id
    ? undefined
    : new DomainError('CASE.NOT_ASSIGNED_TO_YOU');
}

/**
 * R10: the company's cost of the service, for any payer. A correction reverses the posting of the earlier
 * report and posts again, under separate keys, so that any order and number of corrections works.
 */
export function reportCost(state: RegisteredCase): CaseEffect[] {
  const [before, now] = (state.reportVersions ?? []).slice(-2);
  if (!before) return [];
  if (!now) return [accrueCost(state, before.report)];
  return before.costsPostedBy === now.costsPostedBy
    ? []
    : [{ kind: 'undoOf', seq: before.costsPostedBy }, accrueCost(state, now.report)];
}

type Cost = Pick<ServiceReport, 'labourCostCents' | 'travelCostCents' | 'partsCostCents' | 'currency'>;

/** R10: a trip that mended nothing costs what it cost all the same. */
export const tripCost = (state: RegisteredCase, trip: TripCost, partsCostCents = 0): CaseEffect =>
  accrueCost(state, { ...trip, partsCostCents });

/** Whether two versions of a report post the same cost. */
export const isSameCost = (one: ServiceReport, other: ServiceReport): boolean =>
  isEqual(costsOf(one), costsOf(other));

const costsOf = (report: Cost): Cost => {
  const { labourCostCents, travelCostCents, partsCostCents, currency } = report;
  return { labourCostCents, travelCostCents, partsCostCents, currency };
};

const accrueCost = ({ registration, warranty }: RegisteredCase, report: Cost): CaseEffect => ({
  kind: 'call',
  call: 'accrueCost',
  input: { reference: registration.caseNumber, warranty, ...costsOf(report) },
  undo: { call: 'reverseCost', input: {} },
});

function changed(before: ServiceReport, { remarks, signature, ...changes }: ReportChanges): ServiceReport {
  const { remarks: oldRemarks, signature: oldSignature, ...kept } = before;
  const newRemarks = replaced<string>(oldRemarks, remarks);
  const newSignature = replaced<AttachmentFacts>(oldSignature, signature);
  return {
    ...kept,
    ...changes,
    ...(newRemarks !== undefined && { remarks: newRemarks }),
    ...(newSignature && { signature: newSignature }),
  };
}

const replaced = <T>(old: T | undefined, change: T | null | undefined): T | undefined =>
  change === undefined ? old : (change ?? undefined);

const changesBetween = (before: ServiceReport, after: ServiceReport): ReportChange[] =>
  REPORT_FIELDS.filter((field) => !isEqual(before[field], after[field])).map((field) => ({
    field,
    from: before[field] ?? null,
    to: after[field] ?? null,
  }));

/** Plain JSON by its content: the order of keys changes on the way through PostgreSQL. */
function isEqual(left: unknown, right: unknown): boolean {
  if (!isObject(left) || !isObject(right)) return left === right;
  const [keys, others] = [Object.keys(left), Object.keys(right)];
  return keys.length === others.length && keys.every((key) => isEqual(left[key], right[key]));
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
