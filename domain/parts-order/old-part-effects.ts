import { HQ } from '../identity/scope';
import type { Recipient, Recorded } from '../process/decider';
import type { OrderEffect } from './call-terms';
import type { OrderEvent } from './events';
import { named, onReturn, notifyAbout } from './inputs';
import type { RequestedOrder } from './state';

type OldPartEvent = Extract<
  Recorded<OrderEvent>,
  { type: 'OldPartsDue' | 'OldPartsReceived' | 'OldPartsForwarded' | 'OldPartsCharged' }
>;

/** Calls about old parts (R20). */
export function oldPartEffects(state: RequestedOrder, event: OldPartEvent): readonly OrderEffect[] {
  const { order } = state;
  const { number } = order;
  const tell = notifyAbout(state);
  switch (event.type) {
    case 'OldPartsDue':
      return [
        ...(event.data.items.length === 0
          ? []
          : [
              {
                kind: 'call' as const,
                call: 'expectReturn' as const,
                input: { reference: number, lines: named(state, event.data.items) },
                undo: { call: 'cancelReturn' as const, input: {} },
              },
            ]),
        ...(event.data.replaces === undefined ? [] : [{ kind: 'undoOf' as const, seq: event.data.replaces }]),
        ...(event.data.items.length === 0 ? [] : [tell({ staffId: order.engineerId }, 'old-parts-due')]),
      ];
    case 'OldPartsReceived':
      return [
        onReturn(state, 'takeInReturn', { depot: event.data.depot, lines: named(state, event.data.items) }),
      ];
    case 'OldPartsForwarded':
      return [onReturn(state, 'forwardReturn')];
    case 'OldPartsCharged': {
      const { outletId, amountCents, currency, reason } = event.data;
      const charged = (to: Recipient): OrderEffect =>
        reason === undefined
          ? tell(to, 'old-parts-charged', { outletId })
          : tell(to, 'old-parts-charged-early', { outletId, reason });
      return [
        ...(amountCents > 0
          ? [
              {
                kind: 'call' as const,
                call: 'chargeOutlet' as const,
                input: { reference: number, outletId, amountCents, currency },
                undo: { call: 'reverseCost' as const, input: {} },
              },
            ]
          : []),
        onReturn(state, 'writeOffReturn'),
        charged({ role: 'finance', organisationId: HQ }),
        charged({ staffId: order.engineerId }),
      ];
    }
  }
}
