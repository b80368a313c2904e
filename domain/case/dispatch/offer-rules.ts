import { DomainError } from '../../errors';
import {
  acceptOffer,
  noOfferRefusal,
  openOfferRefusal,
  answerRefusal,
  declineRefusal,
  makeOffer,
  passOn,
  withdrawal,
} from './offers';
import type { RuleBook } from '../rule';
import type { RegisteredCase } from '../state';
import { isOnSite } from '../terms';

/** A request without on-site work needs no engineer. */
export const offSiteRefusal = ({ requestType }: RegisteredCase): DomainError | undefined =>
  isOnSite(requestType) ? undefined : new DomainError('CASE.NOT_ON_SITE_TYPE', { requestType });

/** Offers to outlets, their regional centres and headquarters (R11). */
export const OFFER_RULES: RuleBook<'offer' | 'acceptOffer' | 'declineOffer' | 'withdrawOffer'> = {
  offer: {
    at: ['classified'],
    unless: (state) => offSiteRefusal(state) ?? openOfferRefusal(state),
    events: makeOffer,
  },
  acceptOffer: {
    at: ['classified'],
    unless: answerRefusal,
    events: acceptOffer,
  },
  declineOffer: {
    at: ['classified'],
    unless: declineRefusal,
    events: (state, { reason }, { at }) => passOn(state, { how: 'declined', reason }, at),
  },
  withdrawOffer: {
    at: ['classified'],
    whilePaused: true,
    unless: noOfferRefusal,
    events: (state, { reason }, { at }) => withdrawal(state, { end: 'withdrawn', reason }, at),
  },
};
