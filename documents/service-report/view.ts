import type { ReportField, ServiceReport } from '../../domain/case/report/terms';
import type { Bilingual } from '../../domain/bilingual';
import type { DocumentView } from '../paper/view';

/** All that stands on a service report; rendering looks nothing up and reads no clock. */
export interface ServiceReportView extends DocumentView {
  readonly version: number;
  /** ISO-8601, as it happened for the engineer, whenever it was entered. */
  readonly times: {
    readonly dispatched?: string;
    readonly departed?: string;
    readonly arrived?: string;
    readonly repaired?: string;
    readonly left: string;
    readonly reported: string;
  };
  readonly report: ServiceReport;
  /** Names by part number, for parts that the engineer did not name. */
  readonly partNames?: ReadonlyMap<string, Bilingual>;
  readonly signatureImage?: Buffer;
  /** The version that the customer signed. */
  readonly signedVersion: number;
  readonly amendments: readonly {
    readonly version: number;
    readonly at: string;
    readonly by: string;
    readonly byEn?: string;
    readonly reason: string;
    readonly changes: readonly {
      readonly field: ReportField;
      readonly from: unknown;
      readonly to: unknown;
    }[];
  }[];
}
