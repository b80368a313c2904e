import { meetClock } from '../../clock/clocks';
import { DomainError } from '../../errors';
import { isSupervisor, type Actor } from '../../identity/actor';
import { askSurvey } from '../after-service/after-service';
import { undecided } from '../entitlement/entitlement';
import { acceptInstallation, correctInstallation } from '../report/installation';
import { withdrawal } from '../dispatch/offers';
import { dropPlan, planRefusal } from '../approval/approvals';
import { awaitParts, openOrders } from '../parts/orders';
import { chargeAmended, chargeReport } from '../quote/invoices';
import { quoteMissing, voidQuote } from '../quote/quote';
import { accountReport } from '../parts/account';
import type { RuleBook } from '../rule';
import { amendment, notAmendableBy, refuseLeaving, refuseNonsense } from '../report/service-report';
import { notVerified, repair, verifiedAlready, verify } from './verification';
import { attributeRepeat } from './repeats';
import { diagnose, leaveUnfinished } from './visit';
import type { RegisteredCase } from '../state';

const onlyTheDispatchedEngineer = (state: RegisteredCase, actor: Actor): DomainError | undefined =>
  actor.kind === 'staff' && actor.id !== state.dispatch?.engineer.id
    ? new DomainError('CASE.NOT_ASSIGNED_TO_YOU')
    : undefined;

/** A supervisor enters for them what they may no longer enter themselves (ADR 33). */
const noneOfTheirs = (state: RegisteredCase, actor: Actor): DomainError | undefined =>
  isSupervisor(actor) ? undefined : onlyTheDispatchedEngineer(state, actor);

/** The visit, from setting out to the service report (R14, R17, R18). */
export const SERVICE_RULES: RuleBook<
  | 'depart'
  | 'arrive'
  | 'diagnose'
  | 'repair'
  | 'verify'
  | 'leaveUnfinished'
  | 'attributeRepeat'
  | 'resolveRemotely'
  | 'report'
  | 'amendReport'
> = {
  depart: {
    at: ['dispatched'],
    unless: (state, actor) =>
      state.visit?.departedAt === undefined
        ? noneOfTheirs(state, actor)
        : new DomainError('CASE.ALREADY_DEPARTED'),
    events: () => [{ type: 'EngineerDeparted', data: {} }],
  },
  arrive: {
    at: ['dispatched'],
    unless: noneOfTheirs,
    events: (state, { keepsEntry }, { at, now }) => [
      { type: 'EngineerArrived', data: keepsEntry && at < now ? { enteredAt: now } : {} },
      ...meetClock(state.clocks, 'arrival', at),
    ],
  },
  diagnose: {
    at: ['on-site'],
    unless: onlyTheDispatchedEngineer,
    events: diagnose,
  },
  repair: {
    at: ['on-site'],
    unless: (state, actor) =>
      onlyTheDispatchedEngineer(state, actor) ??
      planRefusal(state) ??
      undecided(state) ??
      quoteMissing(state),
    events: repair,
  },
  verify: {
    at: ['repaired'],
    unless: (state, actor) => onlyTheDispatchedEngineer(state, actor) ?? verifiedAlready(state),
    events: verify,
  },
  leaveUnfinished: {
    at: ['on-site'],
    unless: onlyTheDispatchedEngineer,
    events: (state, data, { at }) => {
      const [waiting] = openOrders(state);
      return [...leaveUnfinished(data), ...(waiting ? awaitParts(state, waiting.number, at) : [])];
    },
  },
  attributeRepeat: {
    at: 'always',
    whilePaused: true,
    unless: ({ repeatRepair, possibleRepeat }) =>
      (repeatRepair ?? possibleRepeat) ? undefined : new DomainError('CASE.NO_REPEAT_REPAIR'),
    events: attributeRepeat,
  },
  resolveRemotely: {
    at: ['classified'],
    events: (state, data, { at }) => [
      { type: 'CaseResolvedRemotely', data },
      ...withdrawal(state, { end: 'resolved' }, at),
      ...voidQuote(state, 'resolved-remotely', at),
      ...dropPlan(state, at),
      ...askSurvey(state, at),
    ],
  },
  report: {
    at: ['repaired'],
    unless: (state, actor) => noneOfTheirs(state, actor) ?? notVerified(state),
    events: (state, { accountsParts, acceptedOn, ...data }, { at, now }) => {
      refuseNonsense(data, 'data');
      refuseLeaving(data, state, now, 'data');
      return [
        { type: 'ServiceReported', data },
        ...(accountsParts === true ? accountReport(state, data, 'data') : []),
        ...(acceptedOn === undefined
          ? []
          : acceptInstallation(state, { acceptedOn, signedBy: data.signedBy })),
        ...chargeReport(state, data),
        ...askSurvey(state, at),
      ];
    },
  },
  amendReport: {
    at: ['after-service'],
    whilePaused: true,
    unless: notAmendableBy,
    events: (state, { changes, reason, accountsParts, acceptedOn }, { now }) => {
      refuseLeaving(changes, state, now, 'data.changes');
      const accepted = acceptedOn === undefined ? [] : correctInstallation(state, { acceptedOn, reason });
      // The day stands in the register of units and not on the paper.
      if (accepted.length > 0 && Object.keys(changes).length === 0) return accepted;
      const data = amendment(state, changes, reason);
      return [
        { type: 'ReportAmended', data },
        ...(accountsParts === true ? accountReport(state, data.report, 'data.changes') : []),
        ...chargeAmended(state, data.report),
        ...accepted,
      ];
    },
  },
};
