import { Type } from '@sinclair/typebox';

export const Currencies = Type.Object(
  {
    items: Type.Array(
      Type.Object({
        code: Type.String({ description: 'ISO 4217' }),
        decimals: Type.Integer({ description: 'An amount of 12962 is 12.962 where there are three' }),
      }),
    ),
  },
  { title: 'CurrencyList', examples: [{ items: [{ code: 'CNY', decimals: 2 }] }] },
);
