import { changeFacts, moveClock, startClock } from '../../clock/clocks';
import type { Slot } from '../../dispatch/slot';
import { DomainError } from '../../errors';
import { invalid } from '../../invalid';
import type { Actor } from '../../identity/actor';
import { isMissedBy } from '../visit/arrivals';
import { checkAppointment, promiseFollows, withoutFacts } from './appointment-facts';
import type { CaseCommandData } from '../commands';
import { checkConsent, withTheirWord } from '../common/consent';
import type { CaseEvent } from '../events';
import type { Appointment } from '../facts';
import { factsOf } from '../intake/registration';
import { redirectParts } from '../parts/reservations';
import type { CaseState, RegisteredCase } from '../state';
import { isVisiting } from '../visit/trip-state';
import type { Entry } from '../rule';

/**
 * The engineer's time that a case takes up (design decision 9): while they are expected or at work. Afterwards it is their own again,
 * however long the appointment was.
 */
export function slotsOf(state: CaseState): readonly Slot[] {
  const { dispatch } = state;
  if (!dispatch || !isVisiting(state)) return [];
  const { engineer, appointment } = dispatch;
  return [{ engineerId: engineer.id, engineerName: engineer.name, ...appointment }];
}

const isOver = ({ to }: Appointment, at: string): boolean => to <= at;

/** The engineer is sent, and the arrival promised for the time that the customer set (R4, R13). */
export function sendEngineer(
  state: RegisteredCase,
  command: CaseCommandData['dispatch'],
  { at, now }: { readonly at: string; readonly now: string },
): readonly CaseEvent[] {
  checkAppointment(command, at);
  const data = withoutFacts(command);
  const { serviceLevel } = data.engineer;
  // A late entry makes no promise that would be broken before it was made.
  const over = isOver(data.appointment, at);
  return [
    { type: 'EngineerDispatched', data: { ...data, ...(over && { isOver: true }) } },
    ...(over ? [] : [startClock('arrival', at, factsOf(state, { serviceLevel }), data.appointment.to)]),
    ...changeFacts(state.clocks, { serviceLevel }),
    ...promiseFollows(state.clocks, command, now),
    ...redirectParts(state, data.engineer),
  ];
}

/** Another engineer for the same appointment: what was promised to the customer stays promised (R4). */
export function reassign(
  state: RegisteredCase,
  { engineer, reason, consent }: CaseCommandData['reassign'],
  { at, by }: Entry,
): readonly CaseEvent[] {
  const { dispatch, visit } = state;
  if (engineer.id === dispatch?.engineer.id)
    throw invalid('data.engineerId', {
      en: 'the case is already assigned to this engineer',
      zh: '服务单已由该工程师处理',
    });
  const { serviceLevel } = engineer;
  return [
    {
      type: 'EngineerReassigned',
      data: {
        engineer,
        reason,
        ...(consent && { consent }),
        ...(dispatch && { previous: dispatch.engineer }),
        ...(visit?.departedAt !== undefined && { departedAt: visit.departedAt }),
      },
    },
    ...withTheirWord(state, { serviceLevel }, { consent, at, by }),
    ...redirectParts(state, engineer),
  ];
}

/** R36: customers choose their time until somebody is on the way for it. */
export const moveRefusal = ({ visit }: RegisteredCase, actor: Actor): DomainError | undefined =>
  actor.kind === 'customer' && visit?.departedAt !== undefined
    ? new DomainError('CASE.ENGINEER_ON_THE_WAY')
    : undefined;

/** R4: a promise is changed with the customer's word, which is kept with it; the arrival's clock moves with the promise. */
export function moveAppointment(
  state: RegisteredCase,
  command: CaseCommandData['moveAppointment'],
  { at, by, now }: Entry,
): readonly CaseEvent[] {
  const { dispatch, clocks } = state;
  const data = withoutFacts(command);
  const { appointment, consent } = data;
  checkAppointment(command, at);
  // Cases that run have moves with a word from before the request in their histories: nothing is asked of when it was given first.
  checkConsent(consent, { at, by });
  const previous = dispatch?.appointment;
  if (appointment.from === previous?.from && appointment.to === previous.to)
    throw invalid('data.appointment', { en: 'the appointment is already at that time', zh: '上门时间未变' });
  const over = isOver(appointment, at);
  // To a time that is over by now nothing is moved of what was promised, and nothing is missed by it.
  const isMissed = !over && previous !== undefined && isMissedBy(state, now);
  return [
    {
      type: 'AppointmentMoved',
      data: {
        ...data,
        ...(previous && { previous }),
        ...(isMissed && { isMissed }),
        ...(over && { isOver: true }),
      },
    },
    ...(over ? [] : promisedAt(state, appointment, at)),
    ...promiseFollows(clocks, command, now),
  ];
}

/** A visit that was entered afterwards and is to come after all is promised from then on. */
const promisedAt = (state: RegisteredCase, { to }: Appointment, at: string): readonly CaseEvent[] =>
  state.visit?.arriveBy === null
    ? [startClock('arrival', at, factsOf(state), to)]
    : moveClock(state.clocks, 'arrival', to);
