import type { OfferRecipient } from '../../dispatch/offer-ladder';
import type { Effect } from '../../process/decider';
import { deskOf, offerOwner } from '../common/owner';
import { tell, notifyCustomer, toRecipient } from '../common/recipients';
import type { Messages } from '../effects';
import type { EventOf } from '../events';
import type { RegisteredCase } from '../state';
import type { DispatchEvents } from './case-terms';

/** Notifies of an offer the organisation that has it, the one that no longer has it, and the desk that looks after the case. */
export const DISPATCH_MESSAGES: Messages<keyof DispatchEvents> = {
  OfferMade: (state, { data: { to, appointment } }) => [
    tell(state, toRecipient(offerOwner(to)), 'offer-made', { organisation: nameOf(to), ...appointment }),
  ],
  OfferPassedOn: passedOn,
  OfferAccepted: (state, { data }) => [
    tell(state, toRecipient(deskOf(state)), 'offer-accepted', { organisation: nameOf(data.by) }),
  ],
  OfferWithdrawn: (state, { data: { from, end, reason = '' } }) => [
    tell(state, toRecipient(offerOwner(from)), 'offer-ended', { end, reason }),
  ],
  EngineerDispatched: (state, { data: { engineer, appointment } }) => {
    const params = { from: appointment.from, to: appointment.to, engineer: engineer.name };
    return [
      tell(state, { staffId: engineer.id }, 'work-order', params),
      ...notifyCustomer(state, 'engineer-appointed', params),
    ];
  },
  EngineerReassigned: (state, { data: { engineer, previous, reason } }) => {
    const params = { ...state.dispatch?.appointment, engineer: engineer.name };
    return [
      ...(previous ? [tell(state, { staffId: previous.id }, 'work-order-reassigned', { reason })] : []),
      tell(state, { staffId: engineer.id }, 'work-order', params),
      ...notifyCustomer(state, 'engineer-appointed', params),
    ];
  },
  AppointmentMoved: (state, { data }) => {
    const { from, to } = data.appointment;
    const engineer = state.dispatch?.engineer;
    return [
      ...(engineer ? [tell(state, { staffId: engineer.id }, 'appointment-moved', { from, to })] : []),
      ...notifyCustomer(state, 'appointment-moved', { from, to }),
    ];
  },
  EngineerAbsent: (state, { data: { from, to, engineerId } }) => {
    const engineer = state.dispatch?.engineer.name ?? engineerId;
    return [tell(state, toRecipient(deskOf(state)), 'engineer-absent', { engineer, from, to })];
  },
};

function passedOn(state: RegisteredCase, { data }: EventOf<'OfferPassedOn'>): readonly Effect[] {
  const { from, to, how: end, reason = '' } = data;
  const params = {
    ...{ before: nameOf(from), organisation: nameOf(to), end, reason },
    ...state.offer?.appointment,
  };
  const isPastTheDesk = to.organisationId !== deskOf(state).organisationId;
  return [
    tell(state, toRecipient(offerOwner(to)), 'offer-passed-on', params),
    ...(isPastTheDesk ? [tell(state, toRecipient(deskOf(state)), 'offer-passed-on', params)] : []),
    ...(end === 'lapsed' ? [tell(state, toRecipient(offerOwner(from)), 'offer-ended', { end, reason })] : []),
  ];
}

const nameOf = ({ nameEn, nameZh }: OfferRecipient) => ({ en: nameEn, zh: nameZh });
