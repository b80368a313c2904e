import type { ChargedLine, CustomerCharges } from '../../domain/case/quote/charges';
import type { Language } from '../../domain/bilingual';
import type { Form } from '../pdf/form';
import { formatsOf } from './formats';
import type { DocumentView } from './view';
import { fill, quantityText, WORDS } from './words';

/** Something that was done, where no price was made for it. */
export interface DoneFreely {
  readonly what: string;
  readonly quantity: string;
}

/**
 * Draws the customer's charges: price, covered share, tax and total; or the list of work done free of charge
 * (R6, R7).
 */
export function drawCharges(form: Form, view: DocumentView, done: readonly DoneFreely[]): void {
  const { charges, language } = view;
  form.bar(WORDS.charges[language], 90);
  switch (charges.kind) {
    case 'priced':
      drawPriced(form, view, charges);
      return;
    case 'free':
      drawFree(form, language, done);
      return;
    case 'on-report':
      form.line(WORDS.chargedOnReport[language]);
      form.doc.y += 8;
      return;
    case 'none':
      form.line(WORDS.nothingCharged[language]);
      form.doc.y += 8;
  }
}

/** Below what a visit cost: where there were several, no paper has the money of all of them. */
export function drawVisitAlone(form: Form, { language, ofVisits }: DocumentView): void {
  if (!ofVisits || ofVisits.visits < 2) return;
  form.doc.y -= 6;
  form.line(fill(WORDS.visitAlone[language], ofVisits));
  form.doc.y += 8;
}

function drawPriced(
  form: Form,
  view: DocumentView,
  charges: Extract<CustomerCharges, { kind: 'priced' }>,
): void {
  const { language } = view;
  const { currency, lines, taxBasisPoints } = charges;
  const word = (name: keyof typeof WORDS): string => WORDS[name][language];
  const money = (cents: number): string => formatsOf(view).money(cents, currency);
  form.table(
    [
      { title: word('what'), share: 28 },
      { title: word('quantity'), share: 12, align: 'right' },
      { title: word('unitPrice'), share: 18, align: 'right' },
      { title: word('price'), share: 14, align: 'right' },
      { title: word('covered'), share: 14, align: 'right' },
      { title: word('youPay'), share: 14, align: 'right' },
    ],
    lines.map((line) => [
      whatOf(line, language),
      quantityText(line.unit, line.quantity, language),
      line.unit === 'minute'
        ? fill(word('perHour'), { price: money(line.unitPriceCents) })
        : money(line.unitPriceCents),
      money(line.priceCents),
      money(line.coveredCents),
      money(line.customerCents),
    ]),
  );
  form.doc.y -= 4;
  form.pairs([
    [
      [word('price'), money(charges.priceCents)],
      [word('covered'), money(charges.coveredCents)],
    ],
    [
      [word('sum'), money(charges.netCents)],
      [fill(word('tax'), { percent: percentOf(taxBasisPoints) }), money(charges.taxCents)],
    ],
    [
      [word('toPay'), money(charges.totalCents)],
      [word('invoice'), charges.invoiceNumber ?? '—'],
    ],
  ]);
}

function drawFree(form: Form, language: Language, done: readonly DoneFreely[]): void {
  const word = (name: keyof typeof WORDS): string => WORDS[name][language];
  if (done.length > 0)
    form.table(
      [
        { title: word('what'), share: 56 },
        { title: word('quantity'), share: 22, align: 'right' },
        { title: word('youPay'), share: 22, align: 'right' },
      ],
      done.map(({ what, quantity }) => [what, quantity, word('free')]),
    );
  form.line(word('freeOfCharge'));
  form.doc.y += 8;
}

const whatOf = ({ nameEn, nameZh, partNumber }: ChargedLine, language: Language): string => {
  const name = language === 'zh' ? nameZh : nameEn;
  return partNumber === undefined ? name : `${name} ${partNumber}`;
};

/** 1300 is 13, 725 is 7.25. */
const percentOf = (basisPoints: number): string => String(basisPoints / 100);
