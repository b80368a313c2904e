import { DomainError } from '../../errors';
import {
  acceptOffer,
  hasNoOffer,
  hasOpenOffer,
  isNotTheirOffer,
  isNotTheirsToDecline,
  makeOffer,
  passOn,
  withdrawal,
} from './offers';
import type { RuleBook } from '../rule';
import type { RegisteredCase } from '../state';
import { isOnSite } from '../terms';

/** A request without on-site work needs no engineer. */
export const isNotOnSite = ({ requestType }: RegisteredCase): DomainError | undefined =>
  isOnSite(requestType) ? undefined : new DomainError('CASE.NOT_ON_SITE_TYPE', { requestType });

/** Offers to outlets, their regional centres and headquarters (R11). */
export const OFFER_RULES: RuleBook<'offer' | 'acceptOffer' | 'declineOffer' | 'withdrawOffer'> = {
  offer: {
    at: ['classified'],
    unless: (state) => isNotOnSite(state) ?? hasOpenOffer(state),
    events: makeOffer,
  },
  acceptOffer: {
    at: ['classified'],
    unless: isNotTheirOffer,
    events: acceptOffer,
  },
  declineOffer: {
    at: ['classified'],
    unless: isNotTheirsToDecline,
    events: (state, { reason }, { at }) => passOn(state, { how: 'declined', reason }, at),
  },
  withdrawOffer: {
    at: ['classified'],
    whilePaused: true,
    unless: hasNoOffer,
    events: (state, { reason }, { at }) => withdrawal(state, { end: 'withdrawn', reason }, at),
  },
};
