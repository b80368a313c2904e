import type { Language } from '../../domain/bilingual';
import { Form } from '../pdf/form';
import { colonOf, nameText } from './names';
import type { DocumentView } from './view';
import { WARRANTY_STATE_NAMES } from '../../domain/entitlement/terms';
import { fill, WORDS } from './words';

type Pairs = Parameters<Form['pairs']>[0];

/** A form with its heading. @param date of what it says. */
export function begin(
  { audience, company, language, number }: DocumentView,
  { title, beside, date }: { readonly title: string; readonly beside: string; readonly date: string },
): Form {
  const form = new Form({
    title: `${title} ${number}`,
    author: company[language],
    date: new Date(date),
    language: language === 'zh' ? 'zh-CN' : 'en',
  });
  form.heading(company[language], title, beside);
  if (audience === 'internal') form.line(WORDS.internal[language], 'bold');
  form.doc.y += audience === 'internal' ? 4 : 0;
  return form;
}

/** Draws the addressee and the subject. @param rows further rows of the same table. */
export function drawAbout(form: Form, view: DocumentView, before: Pairs, rows: Pairs): void {
  const { language, customer, unit } = view;
  const word = (name: keyof typeof WORDS): string => WORDS[name][language];
  const contact = customer.contact === undefined ? '' : nameText(language, customer.contact);
  form.pairs([
    ...before,
    [
      [word('customer'), nameText(language, customer.name, customer.nameEn)],
      [word('contact'), [contact, customer.phone].filter(Boolean).join('  ') || '—'],
    ],
    ...(customer.address === undefined ? [] : [[[word('address'), customer.address] as const]]),
    [
      [word('product'), unit ? productOf(unit, language) : '—'],
      [word('serial'), unit?.serial ?? '—'],
    ],
    [
      [word('servedBy'), view.servedBy?.[language] ?? '—'],
      [
        word('engineer'),
        view.engineer === undefined ? '—' : nameText(language, view.engineer, view.engineerEn),
      ],
    ],
    ...rows,
  ]);
  if (view.symptom !== undefined) form.section(word('symptom'), view.symptom);
}

export const warrantyText = ({ warranty, language }: DocumentView): string =>
  WARRANTY_STATE_NAMES[warranty][language];

/** How it was tested, what was read off and who watched; a line each. */
export function drawVerification(form: Form, view: DocumentView): void {
  const { language, failedRepairs = 0, verification: test } = view;
  if (!test) return;
  const text = [
    test.method,
    ...(test.readings ?? []).map(({ what, value }) => `${what}${colonOf(language)}${value}`),
    ...(test.note === undefined ? [] : [test.note]),
    ...(test.witnessedBy === undefined
      ? []
      : [fill(WORDS.witnessedBy[language], { name: nameText(language, test.witnessedBy) })]),
    ...(failedRepairs === 0 ? [] : [fill(WORDS.failedBefore[language], { count: failedRepairs })]),
  ].join('\n');
  form.section(WORDS.verification[language], text);
}

/** Many a product's name begins with its code; it is not said twice. */
const productOf = ({ name, productCode }: NonNullable<DocumentView['unit']>, language: Language): string =>
  name[language].includes(productCode) ? name[language] : `${name[language]} ${productCode}`;
