import { Type } from '@sinclair/typebox';
import { CONSENT_WAYS } from '../../domain/case/facts';
import { UNREPAIRED_OUTCOMES } from '../../domain/case/flows/repair/facts';
import { Amount } from '../http/schema/amount';
import { Closed, Instant, literals, PartNumber, Text } from '../http/schema/common';

const Given = Type.Optional(
  Amount('Of one piece, trip, visit or hour, in place of the price list’s. Minor units, before tax'),
);
const QUOTE = {
  lines: Type.Array(
    Type.Union([
      Closed({
        item: Type.Literal('labour'),
        minutes: Type.Integer({ minimum: 1, maximum: 100_000 }),
        unitPriceCents: Given,
      }),
      Closed({
        item: Type.Literal('travel'),
        trips: Type.Integer({ minimum: 1, maximum: 100 }),
        minutes: Type.Optional(
          Type.Integer({ minimum: 1, maximum: 100_000, description: 'Where travel is charged by the hour' }),
        ),
        unitPriceCents: Given,
      }),
      Closed({
        item: Type.Literal('parts'),
        partNumber: PartNumber,
        quantity: Type.Integer({ minimum: 1, maximum: 1_000 }),
        unitPriceCents: Given,
      }),
    ]),
    {
      minItems: 1,
      maxItems: 100,
      description: 'All of the work; what the entitlement covers is taken off, line by line',
    },
  ),
  note: Type.Optional(Text(2_000)),
};

/** The data of the commands about a quote (R7), as they are sent. */
export const QUOTE_COMMAND_DATA = {
  prepareQuote: Closed(QUOTE),
  reviseQuote: Closed({ ...QUOTE, reason: Text(2_000, { description: 'What is changed, and why' }) }),
  decideQuote: Closed({
    version: Type.Integer({ minimum: 1, maximum: 1_000, description: 'Of the quote that the customer saw' }),
    decision: literals(['accept', 'refuse']),
    consent: Closed({
      by: Type.Literal('customer'),
      how: literals(CONSENT_WAYS),
      at: Instant('When the customer decided'),
    }),
    reason: Type.Optional(Text(2_000)),
  }),
  endUnrepaired: Closed({ outcome: literals(UNREPAIRED_OUTCOMES), note: Text(2_000) }),
};
