import { field, RETROACTIVE } from '../administration/fields';
import type { Bilingual } from '../../shared/language';
import type { FormSchema } from '../forms/schema';
import { PRICE_WORDS as W } from './price-words';

export const money = (label: Bilingual): FormSchema => field('money', label, { type: 'integer', minimum: 0 });
export const CURRENCY = field('currency', W.currency);

/** When prices are in force: quotes that are prepared then have them. */
export const SPAN = {
  effectiveFrom: field(
    'instant',
    { en: 'In force from', zh: '生效时间' },
    {
      format: 'date-time',
      help: {
        en: 'Quotes prepared from here on have it; those before keep theirs.',
        zh: '此后编制的报价按此计算，之前的报价不变。',
      },
    },
  ),
  effectiveTo: field('instant', W.until, { format: 'date-time', help: W.untilHelp }),
  retroactive: RETROACTIVE,
} as const;

/** An id that people can read where a refusal names it; the same while the same is sent again. */
export const idOf = (what: string, effectiveFrom: string, key: string): string =>
  `${what.replaceAll(/[^\w.-]/g, '').slice(0, 40)}-${effectiveFrom.slice(0, 10)}-${key.slice(0, 8)}`;

/** An amount in minor units as a field has it. */
export const typedAmount = (cents: number | undefined, decimals: number): string =>
  cents === undefined ? '' : (cents / 10 ** decimals).toFixed(decimals);
