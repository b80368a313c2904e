import { clockNamed, isActive } from '../clock/clocks';
import type { JsonObject } from '../json';
import type { Task } from '../process/task';
import { planApproval, usedUndecided } from './approval/approvals';
import { clocksOf } from './deadlines';
import { dissatisfiedFollowUps } from './after-service/follow-ups';
import type { OpenOffer } from './dispatch/offer-terms';
import { ownerOf } from './common/owner';
import { openOrders, undelivered } from './parts/orders';
import { isQuoteNeeded, QUOTE_CLOCK } from './quote/quote';
import { sideTasks, toTask } from './side-tasks';
import { isRegistered, type CaseState, type RegisteredCase } from './state';
import { isOnSite, type CaseClock } from './terms';
import { tripsWithoutCost } from './visit/trip-costs';
import { isUnverified } from './visit/verification';

/** What has to be done next on a case, and by whom. */
export function tasks(state: CaseState): readonly Task[] {
  if (!isRegistered(state)) return [];
  return [...stageTasks(state), ...sideTasks(state)];
}

interface StageTask {
  readonly kind: string;
  readonly clock: CaseClock;
  readonly params?: Task['params'] | undefined;
}

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

function stageTask(state: RegisteredCase): StageTask | undefined {
  switch (state.stage) {
    case 'registered':
      return { kind: 'answer-request', clock: 'answer' };
    case 'answered':
      return { kind: 'classify', clock: 'classification' };
    case 'classified':
      if (state.offer) return { kind: 'answer-offer', clock: 'offer', params: offerParams(state.offer) };
      return (
        quoteTask(state) ?? {
          kind: isOnSite(state.requestType) ? 'dispatch' : 'resolve',
          clock: 'resolution',
        }
      );
    case 'dispatched':
      return { kind: 'arrive', clock: isPromised(state, 'arrival') ? 'arrival' : 'resolution' };
    case 'on-site':
      return onSiteTask(state);
    case 'awaiting-parts':
      return {
        kind: 'await-parts',
        clock: 'parts-awaited',
        params: { orders: openOrders(state).map(({ number }) => number) },
      };
    case 'repaired':
      return { kind: isUnverified(state) ? 'verify' : 'report', clock: 'resolution' };
    case 'reported':
      return { kind: 'ask-survey', clock: 'survey' };
    case 'surveyed':
      return state.revisit?.required === false ? closeTask(state) : revisitTask(state);
    case 'revisited':
      return closeTask(state);
    case 'unregistered':
    case 'closed':
    case 'cancelled':
    case 'joined':
      return undefined;
  }
}

const pauseParams = ({ reason, until }: NonNullable<RegisteredCase['paused']>): JsonObject => ({
  reason,
  ...(until !== undefined && { until }),
});

const revisitTask = ({ revisit }: RegisteredCase): StageTask => ({
  kind: 'revisit',
  clock: 'revisit',
  params: {
    attempts: revisit?.attempts ?? 0,
    ...(revisit?.nextAttemptFrom !== undefined && { nextAttemptFrom: revisit.nextAttemptFrom }),
  },
});

/** R22: a customer who is not satisfied is seen to first; that is a task of its own. Then what becomes of parts that nobody fitted (R19). */
function closeTask(state: RegisteredCase): StageTask | undefined {
  if (dissatisfiedFollowUps(state).length > 0 || tripsWithoutCost(state).length > 0) return undefined;
  if (usedUndecided(state)) return undefined;
  const orders = undelivered(state);
  return orders.length > 0
    ? { kind: 'settle-parts-orders', clock: 'closing', params: { orders } }
    : { kind: 'close', clock: 'closing' };
}

function onSiteTask(state: RegisteredCase): StageTask {
  const clock = 'resolution';
  if (!state.diagnosis) return { kind: 'diagnose', clock };
  switch (planApproval(state)?.status) {
    case 'open':
      return { kind: 'await-approval', clock };
    case 'rejected':
    case 'withdrawn':
      return { kind: 'diagnose', clock };
    case 'approved':
    case undefined:
      return quoteTask(state) ?? { kind: 'repair', clock };
  }
}

/**
 * R7: once it is known what is wrong, the quote comes before the repair. Whoever has the case sees to it: the engineer who stands before
 * the unit, or the desk. An engineer who does not want to wait for the customer's word leaves the visit unfinished.
 */
function quoteTask(state: RegisteredCase): StageTask | undefined {
  const { quote, diagnosis, stage } = state;
  if (!isQuoteNeeded(state)) return undefined;
  const params = quote && { number: quote.number, version: quote.version, since: quote.statusSince };
  switch (quote?.status) {
    case 'offered':
      return { kind: 'obtain-quote-decision', clock: QUOTE_CLOCK, params };
    case 'disapproved':
      return { kind: 'revise-quote', clock: 'resolution', params };
    case 'refused':
    case 'lapsed':
      // On site there is nothing to be done any more; what becomes of the case is for the desk to settle.
      return {
        kind: stage === 'on-site' ? 'leave-site' : 'settle-declined-quote',
        clock: 'resolution',
        params,
      };
    case 'in-approval':
      return { kind: 'await-approval', clock: 'resolution', params };
    case 'accepted':
    case 'nothing-to-pay':
    case 'void':
    case undefined:
      return diagnosis && { kind: 'prepare-quote', clock: 'resolution' };
  }
}

function stageTasks(state: RegisteredCase): Task[] {
  const owner = ownerOf(state);
  if (!owner) return [];
  if (state.paused)
    return [
      {
        ...toTask(state, owner, { kind: 'resume', clock: 'pause', params: pauseParams(state.paused) }),
        openedAt: state.paused.since,
      },
    ];
  const task = stageTask(state);
  if (!task) return [];
  const { kind, clock, params = {} } = task;
  return [toTask(state, owner, { kind, params, ...(clocksOf(state)[clock] && { clock }) })];
}
