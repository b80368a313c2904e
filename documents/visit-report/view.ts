import type { TripOutcome } from '../../domain/case/visit/trips';
import type { TripCost, UnfinishedReason } from '../../domain/case/visit/terms';
import type { DocumentView } from '../paper/view';

/** All that stands on the report of one visit, whatever came of it. */
export interface VisitReportView extends DocumentView {
  /** Which trip of the case. */
  readonly visit: number;
  readonly outcome: TripOutcome;
  readonly reason?: UnfinishedReason;
  readonly promised: { readonly from: string; readonly to: string };
  /** ISO-8601, as it happened for the engineer, whenever it was entered. */
  readonly times: {
    readonly departed?: string;
    readonly arrived?: string;
    readonly repaired?: string;
    readonly left?: string;
  };
  /** When the customer declined the quote, or let it lapse. */
  readonly declinedAt?: string;
  /** For the company's own eyes. */
  readonly internal?: {
    readonly note?: string;
    readonly finding?: string;
    readonly plan?: string;
    readonly cost?: TripCost;
  };
}
