import { without } from '../common/passing';
import type { EventOf } from '../events';
import { entering, type Fold } from '../fold';
import type { CaseState } from '../state';
import { sentSince, visitHandedOver, visitMoved, visitSent } from '../visit/arrivals';
import { withHandedOver } from '../visit/trip-state';
import type { DispatchEvents } from './case-terms';
import type { PassedOffer } from './offer-terms';
import { wantedAfter } from './wanted-time';

export const DISPATCH_FOLD: Fold<keyof DispatchEvents> = {
  OfferMade: (state, { data }, at) => ({
    ...state,
    regionId: data.regionId,
    wanted: wantedAfter(state, data),
    offer: { ...data, offeredAt: at },
    stageSince: at,
  }),
  OfferPassedOn: (state, { data }, at) => ({ ...state, ...passedOn(state, data, at), stageSince: at }),
  OfferAccepted: (state) => without(state, 'offer', 'passedOffers'),
  OfferWithdrawn: (state) => without(state, 'offer'),
  EngineerDispatched: (state, { data }, at) => {
    const { isOver, ...dispatch } = data;
    const { serviceLevel, regionId } = dispatch.engineer;
    const sent = entering(state, 'dispatched', at, {
      visit: visitSent(data),
      dispatch,
      serviceLevel,
      regionId,
    });
    const since = isOver ? { ...sent, stageSince: sentSince(state, at) } : sent;
    return without(since, 'wanted', 'passedOffers');
  },
  EngineerReassigned: (state, { data }, at) => {
    const { engineer, departedAt } = data;
    const { serviceLevel, regionId } = engineer;
    return {
      ...state,
      ...withHandedOver(state, departedAt, at),
      serviceLevel,
      regionId,
      visit: visitHandedOver(state),
      ...(state.dispatch && { dispatch: { ...state.dispatch, engineer } }),
    };
  },
  AppointmentMoved: (state, { data }) => {
    if (!state.dispatch) return state;
    const { appointment } = data;
    return {
      ...state,
      dispatch: { ...state.dispatch, appointment },
      ...visitMoved(state, data),
    };
  },
  EngineerAbsent: (state, { data }, toldAt) => ({
    ...state,
    absences: [...(state.absences ?? []), { ...data, toldAt }],
  }),
  AbsenceWithdrawn: (state, { data: { absenceId } }) => ({
    ...state,
    absences: (state.absences ?? []).filter(({ id }) => id !== absenceId),
  }),
};

/** The organisation that has the offer now, and that the one before did not take it. */
function passedOn(
  { offer, passedOffers = [] }: CaseState,
  { from, to, how, reason }: EventOf<'OfferPassedOn'>['data'],
  at: string,
): Pick<CaseState, 'offer' | 'passedOffers'> {
  if (!offer) return {};
  const passed: PassedOffer = {
    by: from,
    appointment: offer.appointment,
    how,
    ...(reason !== undefined && { reason }),
    at,
  };
  return { offer: { ...offer, to, offeredAt: at }, passedOffers: [...passedOffers, passed] };
}
