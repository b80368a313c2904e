import { cutEarliest, shortened } from '../case/common/bounded';
import type { OrderState, ReceiptCorrection } from './state';

/** UTF-16 units of the reasons of one parcel's corrections that are kept whole (ADR 37). */
const LENGTH = 8_000;

export const boundedCorrections = (corrections: readonly ReceiptCorrection[]): readonly ReceiptCorrection[] =>
  cutEarliest(corrections, LENGTH, {
    lengthOf: ({ reason }) => reason.length,
    cut: (correction) => ({ ...correction, reason: shortened(correction.reason), isCut: true }),
    keepsLatest: false,
  });

/** A state as it would be written today: those of before kept everything. */
export const tidied = (state: OrderState): OrderState => ({
  ...state,
  shipments: state.shipments.map((shipment) =>
    shipment.corrections ? { ...shipment, corrections: boundedCorrections(shipment.corrections) } : shipment,
  ),
});
