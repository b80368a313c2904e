import { clockNamed, isActive } from '../../clock/clocks';
import type { JsonObject } from '../../json';
import type { TaskOf } from '../common/task';
import { quoteTask } from '../quote/tasks';
import type { RegisteredCase } from '../state';
import { classifiedOf, type CaseClock } from '../terms';
import type { OpenOffer } from './offer-terms';

/** An open offer is answered, and a quote decided, before anyone is sent. */
export const dispatchTask: TaskOf = (state) => {
  if (state.offer) return { kind: 'answer-offer', clock: 'offer', params: offerParams(state.offer) };
  return (
    quoteTask(state) ?? {
      kind: classifiedOf(state.requestType).task,
      clock: 'resolution',
    }
  );
};

export const arriveTask: TaskOf = (state) => ({
  kind: 'arrive',
  clock: isPromised(state, 'arrival') ? 'arrival' : 'resolution',
});

const offerParams = ({ to, appointment }: OpenOffer): JsonObject => ({
  tier: to.tier,
  organisationId: to.organisationId,
  from: appointment.from,
  to: appointment.to,
});

/** A visit that is entered afterwards is no promise any more. */
const isPromised = ({ clocks }: RegisteredCase, clock: CaseClock): boolean => {
  const record = clockNamed(clocks, clock);
  return record !== undefined && isActive(record);
};
