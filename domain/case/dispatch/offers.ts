import { meetClock, stopClocks } from '../../clock/clocks';
import { waitFor } from '../../clock/wait-for';
import { maySend, nextRecipient, type OfferRecipient } from '../../dispatch/offer-ladder';
import { DomainError } from '../../errors';
import { invalid } from '../../invalid';
import type { Actor } from '../../identity/actor';
import { checkAppointment, promiseFollows, withoutFacts } from './appointment-facts';
import { sendEngineer } from './appointments';
import type { CaseCommandData } from '../commands';
import type { CaseEvent } from '../events';
import type { Appointment } from '../facts';
import type { OfferWithdrawal, OpenOffer, PassedOffer } from './offer-terms';
import { factsOf } from '../intake/registration';
import type { CaseState, RegisteredCase } from '../state';
import { checkAgainstWanted } from './wanted-time';
import type { Entry } from '../rule';

const OFFER_CLOCK = 'offer';

/** A job is offered to an outlet: it has until the clock `offer` runs out to take it (R11). */
export function makeOffer(
  state: RegisteredCase,
  command: CaseCommandData['offer'],
  { at, now }: Entry,
): readonly CaseEvent[] {
  checkAppointment(command, at);
  const offering = withoutFacts(command);
  checkAgainstWanted(state, offering, at);
  const [to] = offering.ladder;
  if (!to)
    throw invalid('data.outletId', { en: 'no organisation can be offered the case', zh: '没有可邀约的机构' });
  if (triedBy(state, offering.appointment).includes(to.organisationId))
    throw new DomainError('OFFER.TRIED_ALREADY', namesOf(to), 'data.outletId');
  return [
    { type: 'OfferMade', data: { ...offering, to } },
    ...startOfferClock(state, at),
    ...promiseFollows(state.clocks, command, now),
  ];
}

/** The offer's recipient dispatches one of their engineers: a full dispatch with all its facts (R4, R13). */
export function acceptOffer(
  state: RegisteredCase,
  { engineer, consent, ...time }: CaseCommandData['acceptOffer'],
  { at, now, ahead }: Entry,
): readonly CaseEvent[] {
  const { to, parts, outsideHours } = openOffer(state);
  if (!maySend(to, engineer))
    throw invalid('data.engineerId', {
      en: `the engineer does not belong to ${to.nameEn}`,
      zh: `该工程师不属于${to.nameZh}`,
    });
  checkAgainstWanted(state, { ...time, ...(consent && { consent }) }, at);
  const met = meetClock(state.clocks, OFFER_CLOCK, at);
  return [
    { type: 'OfferAccepted', data: { by: to, ...(consent && { consent }) } },
    ...met,
    // Facts given with the offer need not be repeated.
    ...sendEngineer(
      ahead(state, met, at),
      { engineer, ...(outsideHours && { outsideHours }), ...time, parts },
      { at, now },
    ),
    ...promiseFollows(state.clocks, { ...time, ...(consent && { consent }) }, now),
  ];
}

/** Refused or not answered: it goes on to the next tier by itself. Nothing follows at headquarters, where it stays until it is done. */
export function passOn(
  state: RegisteredCase,
  passing: Pick<PassedOffer, 'how' | 'reason'>,
  at: string,
): readonly CaseEvent[] {
  const { offer } = state;
  if (!offer) return [];
  const to = nextRecipient(offer.ladder, offer.to, triedBy(state, offer.appointment));
  if (!to) return [];
  return [{ type: 'OfferPassedOn', data: { ...passing, from: offer.to, to } }, ...startOfferClock(state, at)];
}

type Why = Pick<OfferWithdrawal, 'end' | 'reason'>;

/** Takes an open offer back, for whatever makes it pointless; nothing where there is none. Its clock is the caller's to stop. */
export const endOffer = ({ offer }: CaseState, why: Why): readonly CaseEvent[] =>
  offer ? [{ type: 'OfferWithdrawn', data: { ...why, from: offer.to } }] : [];

/** The same with its clock. */
export const withdrawal = (state: CaseState, why: Why, at: string): readonly CaseEvent[] => [
  ...endOffer(state, why),
  ...stopClocks(state.clocks, [OFFER_CLOCK], at),
];

/** A dispatcher need not wait for an answer: the offer is taken back, and the engineer sent; the customer's time stands (R4). */
export function dispatchDirectly(
  state: RegisteredCase,
  data: CaseCommandData['dispatch'],
  { at, now, ahead }: Entry,
): readonly CaseEvent[] {
  checkAgainstWanted(state, data, at);
  const withdrawn = withdrawal(state, { end: 'dispatched' }, at);
  return [...withdrawn, ...sendEngineer(ahead(state, withdrawn, at), data, { at, now })];
}

export const openOfferRefusal = ({ offer }: CaseState): DomainError | undefined =>
  offer ? new DomainError('OFFER.OPEN_ALREADY', namesOf(offer.to)) : undefined;

export const noOfferRefusal = ({ offer }: CaseState): DomainError | undefined =>
  offer ? undefined : new DomainError('OFFER.NONE');

/** Only the recipients of an offer may answer it. */
export const answerRefusal = (state: CaseState, actor: Actor): DomainError | undefined =>
  noOfferRefusal(state) ??
  (actor.kind === 'staff' && actor.organisationId !== state.offer?.to.organisationId
    ? new DomainError('OFFER.NOT_YOURS')
    : undefined);

export const declineRefusal = (state: CaseState, actor: Actor): DomainError | undefined =>
  answerRefusal(state, actor) ??
  (state.offer?.to.tier === 'hq' ? new DomainError('OFFER.LAST_TIER') : undefined);

function openOffer({ offer }: CaseState): OpenOffer {
  if (!offer) throw new DomainError('OFFER.NONE');
  return offer;
}

/** Another time for the appointment is another question. */
const triedBy = ({ passedOffers = [] }: CaseState, { from, to }: Appointment): readonly string[] =>
  passedOffers
    .filter(({ appointment }) => appointment.from === from && appointment.to === to)
    .map(({ by }) => by.organisationId);

/** An offer can lapse though the case is paused, where the policy lets it run on; what follows waits with the rest. */
const startOfferClock = (state: RegisteredCase, at: string): readonly CaseEvent[] => [
  waitFor(OFFER_CLOCK, { facts: factsOf(state), at }),
  ...(state.paused ? [{ type: 'ClockPaused', data: { clock: OFFER_CLOCK, at } } as const] : []),
];

const namesOf = ({ nameEn, nameZh }: OfferRecipient) => ({ nameEn, nameZh });
