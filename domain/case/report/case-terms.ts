import type {
  AcceptedInstallation,
  Accounting,
  AttachedFile,
  AttachmentFacts,
  ReportAmendment,
  ReportChanges,
  ReportVersion,
  ServiceReport,
} from './terms';

export interface ReportCommands {
  /** `acceptedOn` of an installation: the day on which the customer accepted it, where the unit stands. */
  readonly report: ServiceReport & Accounting & { readonly acceptedOn?: string };
  readonly amendReport: {
    readonly changes: ReportChanges;
    readonly reason: string;
    /** For an installation: the corrected day of acceptance. */
    readonly acceptedOn?: string;
  } & Accounting;
  readonly attach: { readonly attachment: AttachmentFacts; readonly caption?: string };
}

export interface ReportEvents {
  readonly ServiceReported: ServiceReport;
  readonly InstallationAccepted: AcceptedInstallation;
  readonly ReportAmended: ReportAmendment;
  readonly FileAttached: { readonly attachment: AttachmentFacts; readonly caption?: string };
}

export interface ReportState {
  readonly report?: ServiceReport;
  /** Every version of the report, the latest last (R18). */
  readonly reportVersions?: readonly ReportVersion[];
  /** Reports of services before the case was reopened, each with its versions. */
  readonly earlierReports?: readonly (readonly ReportVersion[])[];
  readonly attachments?: readonly AttachedFile[];
}
