import { Type } from '@sinclair/typebox';

/** Minor units of the currency; left out of the answer for everybody else (ADR 36). */
export const CostCents = Type.Optional(
  Type.Integer({
    description:
      'What it costs the company, minor units: told to those who may read that (`money.read`), and of a trip or a report to whoever made it; else left out',
  }),
);
