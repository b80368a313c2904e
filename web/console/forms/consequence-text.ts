import { stretchText } from '../../shared/instants';
import type { Language } from '../../shared/language';
import type { Schemas } from '../api';
import type { FORM_WORDS } from './words';

type Consequence = Schemas['Consequence'];
type Word = keyof typeof FORM_WORDS;

const WORDS: Readonly<Record<Consequence['kind'], Word>> = {
  'visit-cancelled': 'willCancelVisit',
  'parts-released': 'willRelease',
  'parts-orders-cancelled': 'willCancelOrders',
  'offer-ended': 'willEndOffer',
  'quote-voided': 'willVoid',
  'invoice-credited': 'willCredit',
  'approvals-withdrawn': 'willWithdraw',
};

/** Says in figures what a command takes away. */
export const consequenceText = (
  { kind, subject, names, count, appointment }: Consequence,
  t: (key: Word, values: Readonly<Record<string, string | number>>) => string,
  language: Language,
): string =>
  t(WORDS[kind], {
    subject: names ? names[language] : (subject ?? ''),
    count: count ?? 0,
    at: appointment ? stretchText(appointment.from, appointment.to, language) : '',
  });
