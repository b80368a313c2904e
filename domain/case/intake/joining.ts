import { bindClock } from '../../clock/clocks';
import { DomainError } from '../../errors';
import { failureWords } from '../../notices/failed-call';
import type { CallOutcome } from '../../process/decider';
import { asJson } from '../../json';
import type { CaseCall, CaseEffect } from '../common/call-terms';
import type { CaseEvent } from '../events';
import type { JoinedRequest, Joining, JoinOffer, JoinOrder, JoinRequest } from './joining-terms';
import { isRegistered, type CaseState, type RegisteredCase } from '../state';
import type { Entry } from '../rule';

/** The call that asks another case to take over the requests of this one; its key is the command's id there. */
export const ASK_TO_JOIN = 'askToJoin' satisfies CaseCall;

/** So many requests are asked for at once: a case to which hundreds were joined stays below what a message may hold. */
const ASKED_AT_ONCE = 40;

/** When the case ends, and the way in which it takes back what it has begun. */
type Ending = Pick<Entry, 'at' | 'takeBack'>;

/** The other case is asked first; this one ends when it has agreed. @throws {DomainError} */
export function join(state: RegisteredCase, order: JoinOrder, entry: Ending): readonly CaseEvent[] {
  const { into, target, otherCustomer, tellsSender, resolutionBy = state.resolutionBy?.dueAt } = order;
  if (into === state.registration.caseNumber)
    throw new DomainError('CASE.CANNOT_JOIN_ITSELF', {}, 'data.into');
  if (!target) return end(state, { into }, entry);
  if (target.customerId !== state.customer?.id && otherCustomer !== true)
    throw new DomainError('CASE.OTHER_CUSTOMER', { into }, 'data.into');
  return [
    ask(state, {
      into,
      taken: 0,
      ...(otherCustomer && { otherCustomer }),
      ...(tellsSender && { tellsSender }),
      ...(resolutionBy !== undefined && { resolutionBy }),
    }),
  ];
}

/** Another case is to be joined to this one. @throws {DomainError} where it is not: the other one stays open then. */
export function takeJoined(state: RegisteredCase, offer: JoinOffer, { at }: Entry): readonly CaseEvent[] {
  const { caseNumber, requestNumber } = state.registration;
  const { fromCase, customer, otherCustomer = false, requests, resolutionBy } = offer;
  if (state.joining) throw new DomainError('CASE.JOINING', { into: state.joining.into });
  if (customer?.id !== state.customer?.id && !otherCustomer)
    throw new DomainError('CASE.OTHER_CUSTOMER', { into: caseNumber });
  const known = new Set([requestNumber, ...state.joinedRequests.map((request) => request.requestNumber)]);
  return [
    {
      type: 'JoinAgreed',
      data: {
        fromCase,
        requestNumbers: requests.map((request) => request.requestNumber),
        ...(otherCustomer && { otherCustomer }),
        ...(resolutionBy !== undefined && { resolutionBy }),
      },
    },
    // One that has passed by then is broken in the other case, which was open until now: it is not broken twice.
    ...(resolutionBy === undefined || resolutionBy <= at
      ? []
      : bindClock(state.clocks, 'resolution', { dueAt: resolutionBy, at })),
    ...requests
      .filter((request) => !known.has(request.requestNumber))
      .map((data): CaseEvent => ({ type: 'RequestJoined', data })),
  ];
}

/** The other case has answered: this one ends, asks on, or stays open. Nothing where it waits for no such answer any more. */
export function joinAnswered(
  state: CaseState,
  { key, call, outcome }: CallOutcome,
  ending: Ending,
): readonly CaseEvent[] {
  const { joining } = state;
  if (!isRegistered(state) || !joining) return [];
  if (!key.startsWith(`${state.registration.caseNumber}:${joining.seq}:`)) return [];
  const { into, asked, otherCustomer, tellsSender, resolutionBy } = joining;
  const notified = tellsSender ? { tellsSender } : {};
  const way = {
    ...(otherCustomer !== undefined && { otherCustomer }),
    ...notified,
    ...(resolutionBy !== undefined && { resolutionBy }),
  };
  if (outcome.ok)
    // Others may have been joined to this case meanwhile: it ends when the other case has all of them.
    return asked < requestsOf(state).length
      ? [ask(state, { into, taken: asked, ...way })]
      : end(state, { into, agreed: true, ...notified }, ending);
  const { code, params = {} } = outcome;
  const onward =
    code === 'CASE.JOINED_ELSEWHERE' && typeof params.into === 'string' ? params.into : undefined;
  const isHere = onward === state.registration.caseNumber;
  if (onward !== undefined && !isHere)
    return [ask(state, { into: onward, taken: 0, ...way, insteadOf: into })];
  const reason = isHere ? 'CASE.JOINS_CROSS' : code;
  const why = failureWords({ call, code: reason, params });
  return [{ type: 'JoinRefused', data: { into, code: reason, why } }];
}

function ask(
  state: RegisteredCase,
  { taken, ...way }: Omit<JoinRequest, 'asked'> & { readonly taken: number },
): CaseEvent {
  const asked = Math.min(requestsOf(state).length, taken + ASKED_AT_ONCE);
  return { type: 'JoinRequested', data: { ...way, asked } };
}

/** The case ends, and with it all that waits in it. */
const end = (
  state: RegisteredCase,
  data: { readonly into: string; readonly agreed?: boolean; readonly tellsSender?: true },
  { at, takeBack }: Ending,
): readonly CaseEvent[] => [{ type: 'CaseJoined', data }, ...takeBack(state, { end: 'joined' }, at)];

/**
 * Cases that wait for one another in a circle would wait for ever: the oldest of them stays open, and the others come to it.
 * @param circle case numbers, the one that asks first.
 */
export function staysOpen(circle: readonly string[]): boolean {
  const [own = '', ...others] = circle;
  // Numbers of a year count up, with more digits as they grow.
  return others.every((other) => (own.length === other.length ? own < other : own.length < other.length));
}

export function askToJoin(state: RegisteredCase, joining: Joining): CaseEffect {
  const { into, taken, asked, otherCustomer, resolutionBy } = joining;
  const { customer } = state;
  const offer: JoinOffer = {
    fromCase: state.registration.caseNumber,
    ...(customer && { customer: { id: customer.id, name: customer.name } }),
    ...(otherCustomer && { otherCustomer }),
    requests: requestsOf(state).slice(taken, asked),
    ...(resolutionBy !== undefined && { resolutionBy }),
  };
  return { kind: 'call', call: ASK_TO_JOIN, input: asJson({ into, offer }) };
}

/** The request of the case, and those that had been joined to it. */
export const requestsOf = ({ registration, joinedRequests }: RegisteredCase): readonly JoinedRequest[] => [
  {
    requestNumber: registration.requestNumber,
    fromCase: registration.caseNumber,
    text: registration.text,
  },
  ...joinedRequests,
];
