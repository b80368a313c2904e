import { Type, type TInteger } from '@sinclair/typebox';
import { MAX_AMOUNT } from '../../../domain/money/amount';
import { CURRENCIES } from '../../../domain/money/currency';
import { literals } from './common';

/** The largest number that an INT column holds: counts, minutes, seconds, versions. */
export const MAX_INT = 2_147_483_647;

/** An amount of money as it is sent: minor units of its currency. */
export const Amount = (description = 'Minor units of the currency'): TInteger =>
  Type.Integer({ minimum: 0, maximum: MAX_AMOUNT, description });

/** ISO 4217 as it is sent; how many decimals each has is at `GET /v1/currencies`. */
export const Currency = literals(CURRENCIES, { description: 'ISO 4217' });

/** Currency in an answer: also accepts a recorded currency that has been withdrawn since. */
export const CurrencyCode = Type.String({
  title: 'CurrencyCode',
  description: 'ISO 4217',
  examples: ['CNY'],
});
