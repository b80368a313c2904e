import type { RecordedTest } from '../../domain/case/verification-terms';
import type { ReportField, ServiceReport } from '../../domain/case/report-terms';
import type { Bilingual, Language, WarrantyState } from '../../domain/case/terms';

/** All that stands on a service report; rendering looks nothing up and reads no clock. */
export interface ServiceReportView {
  readonly language: Language;
  readonly timeZone: string;
  readonly company: Bilingual;
  /** Who came: the outlet or centre. */
  readonly servedBy?: Bilingual;
  readonly caseNumber: string;
  readonly number: string;
  readonly version: number;
  readonly customer: {
    readonly name: string;
    readonly contact?: string;
    readonly phone?: string;
    readonly address?: string;
  };
  readonly unit?: { readonly serial: string; readonly productCode: string; readonly name: Bilingual };
  readonly warranty: WarrantyState;
  readonly engineer?: string;
  readonly symptom?: string;
  /** ISO-8601. */
  readonly times: {
    readonly dispatched?: string;
    readonly arrived?: string;
    readonly repaired?: string;
    readonly reported: string;
  };
  readonly report: ServiceReport;
  /** Of the parts that the engineer did not name, by their numbers. */
  readonly partNames?: ReadonlyMap<string, Bilingual>;
  /** The test that the repair passed (R17). */
  readonly verification?: RecordedTest;
  /** How many repairs before it did not pass theirs. */
  readonly failedRepairs?: number;
  readonly signatureImage?: Buffer;
  /** The version that the customer signed. */
  readonly signedVersion: number;
  readonly amendments: readonly {
    readonly version: number;
    readonly at: string;
    readonly by: string;
    readonly reason: string;
    readonly changes: readonly {
      readonly field: ReportField;
      readonly from: unknown;
      readonly to: unknown;
    }[];
  }[];
}
