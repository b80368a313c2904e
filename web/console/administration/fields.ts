import type { Bilingual } from '../../shared/language';
import type { FormSchema } from '../forms/schema';

type Extra = Omit<FormSchema, 'x-form'> & {
  readonly help?: Bilingual;
  readonly options?: Readonly<Record<string, Bilingual>>;
};

/** A field of a form of this screen, by its kind and its label. */
export const field = (
  kind: string,
  label: Bilingual,
  { help, options, ...schema }: Extra = {},
): FormSchema => ({
  'x-form': { kind, label, ...(help && { help }), ...(options && { options }) },
  type: 'string',
  ...schema,
});

/** A choice among codes that have their names in a list of the API. */
export const choice = (
  label: Bilingual,
  codes: string,
  values: readonly string[],
  help?: Bilingual,
): FormSchema => ({
  'x-form': { kind: 'choice', label, codes, ...(help && { help }) },
  type: 'string',
  enum: values,
});

/** Any of some codes that have their names in a list of the API, or that stand for themselves. */
export const choices = (
  label: Bilingual,
  values: readonly string[],
  { codes, help }: { readonly codes?: string; readonly help?: Bilingual } = {},
): FormSchema => ({
  'x-form': { kind: 'choices', label, ...(help && { help }) },
  type: 'array',
  items: choice(label, codes ?? '', values),
  minItems: codes === undefined ? 0 : 1,
});

export const group = (
  properties: Readonly<Record<string, FormSchema>>,
  required: readonly string[],
): FormSchema => ({ type: 'object', properties, required });

export const EFFECTIVE_FROM = field(
  'instant',
  { en: 'In force from', zh: '生效时间' },
  {
    format: 'date-time',
    help: {
      en: 'Promises that begin from here on run by it.',
      zh: '自此时起开始的承诺按此计算。',
    },
  },
);
export const NAME_EN = field('line', { en: 'English name', zh: '英文名称' }, { maxLength: 200 });
export const NAME_ZH = field('line', { en: 'Chinese name', zh: '中文名称' }, { maxLength: 200 });
export const RETROACTIVE = field(
  'yes/no',
  { en: 'Meant to reach back', zh: '追溯生效' },
  {
    type: 'boolean',
    help: {
      en: 'Only for a time in the past: what has begun since then is computed by it.',
      zh: '仅用于过去的时间：此后已开始的事项将按此重新计算。',
    },
  },
);

/** As {@link RETROACTIVE}, of what warranties pay: verdicts that were given stay. */
export const RETROACTIVE_DAY = field(
  'yes/no',
  { en: 'Meant to reach back', zh: '追溯生效' },
  {
    type: 'boolean',
    help: {
      en: 'Only for a day in the past: what has not been judged yet is judged by it.',
      zh: '仅用于过去的日期：尚未判定的事项按此判定，已有判定不变。',
    },
  },
);

/** Tomorrow at midnight, as a field for day and time has it. */
export function tomorrow(): Date {
  const day = new Date();
  day.setHours(24, 0, 0, 0);
  return day;
}
