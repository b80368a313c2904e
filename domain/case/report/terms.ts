/** A file kept with a case, as the API found it there: the rules see facts, not ids. */
export interface AttachmentFacts {
  readonly id: string;
  readonly name: string;
  /** By the bytes themselves, such as `image/png`. */
  readonly type: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

export interface PartUsed {
  readonly partNumber: string;
  /** The engineer's own name for the part. */
  readonly name?: string;
  readonly quantity: number;
  readonly serialNumbers?: readonly string[];
  /** From the store of the engineer's outlet, beyond what was handed out for the case. */
  readonly fromStore?: boolean;
}

/** Service report (售后服务报告单, R18): integer minutes and minor units of the currency. */
export interface ServiceReport {
  readonly labourMinutes: number;
  readonly travelMinutes: number;
  readonly labourCostCents: number;
  readonly travelCostCents: number;
  readonly partsCostCents: number;
  readonly currency: string;
  readonly signedBy: string;
  /** Departure time, ISO-8601; defaults to the time of the report. */
  readonly leftAt?: string;
  readonly remarks?: string;
  /** The engineer's wording for the report; defaults to that of the repair. */
  readonly fault?: string;
  readonly cause?: string;
  readonly work?: string;
  /** Reported parts; default to the parts issued for the visit. */
  readonly partsUsed?: readonly PartUsed[];
  readonly photos?: readonly AttachmentFacts[];
  readonly signature?: AttachmentFacts;
}

export const REPORT_FIELDS = [
  'fault',
  'cause',
  'work',
  'partsUsed',
  'labourMinutes',
  'travelMinutes',
  'labourCostCents',
  'travelCostCents',
  'partsCostCents',
  'currency',
  'leftAt',
  'photos',
  'signedBy',
  'signature',
  'remarks',
] as const satisfies readonly (keyof ServiceReport)[];
export type ReportField = (typeof REPORT_FIELDS)[number];

/** Internal cost of the service, hidden from customers. */
const COST_FIELDS = [
  'labourCostCents',
  'travelCostCents',
  'partsCostCents',
  'currency',
] as const satisfies readonly ReportField[];

/** Whether something was corrected that the customer was handed. */
export const isForCustomer = ({ field }: Pick<ReportChange, 'field'>): boolean =>
  !COST_FIELDS.some((cost) => cost === field);

/** Changed fields of an amendment; null removes an optional one. */
export type ReportChanges = Partial<Omit<ServiceReport, 'remarks' | 'signature'>> & {
  readonly remarks?: string | null;
  readonly signature?: AttachmentFacts | null;
};

export interface ReportChange {
  readonly field: ReportField;
  /** Null: it was not there. */
  readonly from: unknown;
  readonly to: unknown;
}

/** An amendment as it is recorded: the report whole as it reads now, and what it said before. */
export interface ReportAmendment {
  readonly version: number;
  readonly report: ServiceReport;
  readonly changes: readonly ReportChange[];
  readonly reason: string;
}

/** The report as it once read, and who wrote it so; the first is what the customer was handed. */
export interface ReportVersion {
  readonly version: number;
  readonly at: string;
  readonly by: { readonly id: string; readonly name: string };
  readonly report: ServiceReport;
  /** None at the first. */
  readonly changes: readonly ReportChange[];
  readonly reason?: string;
  /** Sequence number of the event whose call posted the costs as they stand here (R10). */
  readonly costsPostedBy: number;
  /** Its texts and changes stand in its event alone (ADR 37). */
  readonly isCut?: true;
}

export interface AttachedFile extends AttachmentFacts {
  readonly caption?: string;
  readonly attachedAt: string;
  /** Its caption stands in its event alone (ADR 37). */
  readonly isCut?: true;
}

/** Whether a report is held against what was handed out for the repair. Commands of before that was so do not have it. */
export interface Accounting {
  readonly accountsParts?: true;
}

/** An installation that the customer has accepted by signing its report (R8). Days are those of the place where the unit stands. */
export interface AcceptedInstallation {
  readonly unitId: string;
  readonly serial: string;
  readonly on: string;
  readonly signedBy: string;
  /** Corrects the day that the report of the case gave, and why. */
  readonly reason?: string;
}
