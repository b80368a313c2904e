import { Type } from '@sinclair/typebox';
import { OFFER_TIERS } from '../../domain/dispatch/offer-ladder';
import { literals, Nullable } from '../http/schema/common';
import { At } from '../http/schema/paging';

export const Bilingual = Type.Object({ en: Type.String(), zh: Type.String() }, { title: 'Bilingual' });
export const PartLine = Type.Object(
  { partNumber: Type.String(), quantity: Type.Integer() },
  { title: 'PartLine' },
);

const OfferRecipientSchema = Type.Object(
  {
    tier: literals(OFFER_TIERS),
    organisationId: Type.String(),
    names: Bilingual,
  },
  { title: 'OfferRecipient' },
);

/** Fields of a case: the recipients of its job offer, and the refusals. */
export const OFFER_FIELDS = {
  offer: Nullable(
    Type.Object(
      {
        to: OfferRecipientSchema,
        appointment: Type.Object({ from: At, to: At }),
        parts: Type.Array(PartLine),
        offeredAt: At,
      },
      { description: 'The job, while it is offered and not taken; its clock is `offer`' },
    ),
  ),
  wanted: Nullable(
    Type.Object(
      { from: At, to: At },
      {
        description: 'When the customer wants the engineer: by the first offer, or as they agreed since (R4)',
      },
    ),
  ),
  passedOffers: Type.Array(
    Type.Object({
      by: OfferRecipientSchema,
      appointment: Type.Object({ from: At, to: At }),
      how: literals(['declined', 'lapsed']),
      reason: Nullable(Type.String()),
      at: At,
    }),
    { description: 'Who had the offer since the last dispatch and did not take it' },
  ),
};
