import type { Effect, Recorded } from '../../process/decider';
import { notifyCustomer } from '../common/recipients';
import type { CaseEvent } from '../events';
import type { RegisteredCase } from '../state';
import { isForCustomer } from './terms';

/** R18: a customer who was handed the report is sent its correction. */
export const correctionsOf = (state: RegisteredCase, event: Recorded<CaseEvent>): readonly Effect[] =>
  event.type === 'ReportAmended' && event.data.changes.some(isForCustomer)
    ? notifyCustomer(state, 'report-amended', { reason: event.data.reason })
    : [];
