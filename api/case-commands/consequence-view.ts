import type { Consequence } from '../../domain/case/consequences';
import type { ConsequenceView } from './dry-run-schema';

const NOTHING = { subject: null, names: null, count: null, appointment: null } as const;

/** A consequence as all of them are answered: what of it there is not is null. */
export function consequenceView(taken: Consequence): ConsequenceView {
  const { kind } = taken;
  switch (kind) {
    case 'visit-cancelled':
      return { ...NOTHING, kind, subject: taken.engineer.name, appointment: { ...taken.appointment } };
    case 'parts-released':
      return { ...NOTHING, kind, subject: taken.parts, count: taken.pieces };
    case 'parts-orders-cancelled':
      return { ...NOTHING, kind, subject: taken.numbers, count: taken.count };
    case 'offer-ended':
      return { ...NOTHING, kind, names: taken.names };
    case 'quote-voided':
    case 'invoice-credited':
      return { ...NOTHING, kind, subject: taken.number };
    case 'approvals-withdrawn':
      return { ...NOTHING, kind, count: taken.count };
  }
}
