import type { Schemas } from '../api';
import type { FormSchema } from '../forms/schema';
import type { TypedGroup } from '../forms/values';
import { field, group } from './fields';
import { ADMINISTRATION_WORDS as W } from './words';

type Terms = Schemas['Product']['terms'][number];

const MOST_MONTHS = 1_200;
const MOST_UNDATED_MONTHS = 120;

interface Labels {
  readonly en: string;
  readonly zh: string;
}

const number = (label: Labels, maximum: number, help?: Labels): FormSchema =>
  field('number', label, { type: 'integer', minimum: 0, maximum, ...(help && { help }) });

const COVER = group(
  {
    percent: number({ en: 'Percent', zh: '比例（%）' }, 100),
    months: number({ en: 'Months', zh: '月数' }, MOST_MONTHS),
  },
  ['percent', 'months'],
);
const cover = (label: Labels): FormSchema => ({ ...COVER, 'x-form': { kind: 'group', label } });

/** The fields of warranty terms: all that the API's schema has but the day from which they hold. */
export const TERMS_FIELDS = {
  from: field('choice', W.countedFrom, {
    enum: ['installation', 'sale'],
    options: { installation: W.installation, sale: W.sale },
  }),
  labour: cover(W.labour),
  parts: cover(W.parts),
  travel: cover(W.travel),
  undatedStartMonths: number(W.undated, MOST_UNDATED_MONTHS, W.undatedHelp),
  replacement: field('choice', W.replacement, {
    enum: ['rest', 'own', 'longer'],
    options: { rest: W.rest, own: W.ownTerm, longer: W.longerTerm },
  }),
  replacementMonths: number(W.replacementMonths, MOST_MONTHS, W.replacementMonthsHelp),
  transferable: field('yes/no', W.transferable, { type: 'boolean' }),
} as const satisfies Readonly<Record<string, FormSchema>>;

export const TERMS_REQUIRED = Object.keys(TERMS_FIELDS);

export type TermsData = Pick<
  Terms,
  | 'from'
  | 'labour'
  | 'parts'
  | 'travel'
  | 'undatedStartMonths'
  | 'replacement'
  | 'replacementMonths'
  | 'transferable'
>;

const coverText = ({ percent, months }: Terms['labour']): TypedGroup => ({
  percent: String(percent),
  months: String(months),
});

/** Terms as they are typed, so that others are written on them. */
export const termsText = (terms: TermsData): TypedGroup => ({
  from: terms.from,
  labour: coverText(terms.labour),
  parts: coverText(terms.parts),
  travel: coverText(terms.travel),
  undatedStartMonths: String(terms.undatedStartMonths),
  replacement: terms.replacement,
  replacementMonths: String(terms.replacementMonths),
  transferable: terms.transferable,
});

/** Field of the form that a refusal is about: `labour` is `labour.percent`. */
export const pathOfTerms = (name: string): string =>
  name === 'labour' || name === 'parts' || name === 'travel' ? `${name}.percent` : name;
