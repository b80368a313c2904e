import type { Effect } from '../../process/decider';
import type { OfferRung } from '../../dispatch/offer-ladder';
import type { CaseEvent } from '../events';
import { deskOf, offerOwner } from '../common/owner';
import { tell, toRecipient } from '../common/recipients';
import type { RegisteredCase } from '../state';

type OfferEvent = Extract<
  CaseEvent,
  { type: 'OfferMade' | 'OfferPassedOn' | 'OfferAccepted' | 'OfferWithdrawn' }
>;

/** Who hears of an offer: those who have it, those who no longer have it, and the desk whose case it is. */
export function offerMessages(state: RegisteredCase, event: OfferEvent): readonly Effect[] {
  switch (event.type) {
    case 'OfferMade': {
      const { to, appointment } = event.data;
      return [
        tell(state, toRecipient(offerOwner(to)), 'offer-made', { organisation: nameOf(to), ...appointment }),
      ];
    }
    case 'OfferPassedOn': {
      const { from, to, how: end, reason = '' } = event.data;
      const params = {
        ...{ before: nameOf(from), organisation: nameOf(to), end, reason },
        ...state.offer?.appointment,
      };
      const isPastTheDesk = to.organisationId !== deskOf(state).organisationId;
      return [
        tell(state, toRecipient(offerOwner(to)), 'offer-passed-on', params),
        ...(isPastTheDesk ? [tell(state, toRecipient(deskOf(state)), 'offer-passed-on', params)] : []),
        ...(end === 'lapsed'
          ? [tell(state, toRecipient(offerOwner(from)), 'offer-ended', { end, reason })]
          : []),
      ];
    }
    case 'OfferAccepted':
      return [
        tell(state, toRecipient(deskOf(state)), 'offer-accepted', { organisation: nameOf(event.data.by) }),
      ];
    case 'OfferWithdrawn': {
      const { from, end, reason = '' } = event.data;
      return [tell(state, toRecipient(offerOwner(from)), 'offer-ended', { end, reason })];
    }
  }
}

const nameOf = ({ nameEn, nameZh }: OfferRung) => ({ en: nameEn, zh: nameZh });
