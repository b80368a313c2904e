import type { RegisteredCase } from '../../domain/case/state';
import { wantedTime } from '../../domain/case/dispatch/wanted-time';
import type { OfferRung } from '../../domain/dispatch/offer-ladder';
import type { CaseDetail } from './detail-schema';

/** To whom the job of a case is offered, and who did not take it. */
export const offerFields = (state: RegisteredCase): Pick<CaseDetail, 'offer' | 'wanted' | 'passedOffers'> => {
  const { offer, passedOffers = [] } = state;
  const wanted = wantedTime(state);
  return {
    offer: offer
      ? {
          to: rungOf(offer.to),
          appointment: { ...offer.appointment },
          parts: [...offer.parts],
          offeredAt: offer.offeredAt,
        }
      : null,
    wanted: wanted ? { ...wanted } : null,
    passedOffers: passedOffers.map(({ by, appointment, how, reason, at }) => ({
      by: rungOf(by),
      appointment: { ...appointment },
      how,
      reason: reason ?? null,
      at,
    })),
  };
};

const rungOf = ({ tier, organisationId, nameEn, nameZh }: OfferRung) => ({
  tier,
  organisationId,
  names: { en: nameEn, zh: nameZh },
});
