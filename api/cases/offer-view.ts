import type { RegisteredCase } from '../../domain/case/state';
import { wantedTime } from '../../domain/case/dispatch/wanted-time';
import type { OfferRecipient } from '../../domain/dispatch/offer-ladder';
import type { CaseDetail } from './detail-schema';

/** To whom the job of a case is offered, and who did not take it. */
export const offerFields = (state: RegisteredCase): Pick<CaseDetail, 'offer' | 'wanted' | 'passedOffers'> => {
  const { offer, passedOffers = [] } = state;
  const wanted = wantedTime(state);
  return {
    offer: offer
      ? {
          to: recipientOf(offer.to),
          appointment: { ...offer.appointment },
          parts: [...offer.parts],
          offeredAt: offer.offeredAt,
        }
      : null,
    wanted: wanted ? { ...wanted } : null,
    passedOffers: passedOffers.map(({ by, appointment, how, reason, at }) => ({
      by: recipientOf(by),
      appointment: { ...appointment },
      how,
      reason: reason ?? null,
      at,
    })),
  };
};

const recipientOf = ({ tier, organisationId, nameEn, nameZh }: OfferRecipient) => ({
  tier,
  organisationId,
  names: { en: nameEn, zh: nameZh },
});
