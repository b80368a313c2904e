import { CURRENCIES, decimalsOf } from '../../domain/money/currency';
import { PROBLEMS } from '../http/schema/common';
import { Currencies } from './schema';
import type { Routes } from '../context';

/** Currencies of ISO 4217, so that clients that show amounts need no table of their own. */
export const currencies: Routes = (app) => {
  app.get(
    '/v1/currencies',
    {
      config: { permission: 'currency.read' },
      schema: {
        operationId: 'listCurrencies',
        tags: ['prices'],
        summary: 'The currencies that an amount can be in, each with its number of decimals (ISO 4217)',
        response: { 200: Currencies, ...PROBLEMS },
      },
    },
    () => Promise.resolve({ items: CURRENCIES.map((code) => ({ code, decimals: decimalsOf(code) })) }),
  );
  return Promise.resolve();
};
