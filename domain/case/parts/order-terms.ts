import type { Consignee, OrderLine } from '../../parts-order/commands';
import type { OrderProgress } from '../../parts-order/progress-terms';

/** Parts that a case needs and has not got; the API has looked the lines up in the catalogue and given the number. */
export interface PartsRequest {
  readonly number: string;
  readonly neededBy: string;
  readonly consignee: Consignee;
  readonly lines: readonly OrderLine[];
  readonly followsCase?: true;
}

/** Progress of an order; `seq` is the number of its event, so that older news has no effect. */
export interface PartsProgressReport {
  readonly order: string;
  readonly seq: number;
  readonly progress: OrderProgress;
}

/** A parts order as its case knows it. */
export interface CasePartsOrder {
  readonly number: string;
  /** Key of the call that started it. */
  readonly key: string;
  readonly orderedAt: string;
  readonly neededBy: string;
  readonly lines: readonly OrderLine[];
  readonly followsCase?: true;
  readonly seq: number;
  readonly progress: OrderProgress;
}
