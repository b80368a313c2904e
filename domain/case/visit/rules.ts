import { meetClock } from '../../clock/clocks';
import { DomainError } from '../../errors';
import { otherThanEngineerRefusal, otherEngineerRefusal } from './dispatched-engineer';
import { acceptInstallation, correctInstallation } from '../report/installation';
import { awaitParts, openOrders } from '../parts/orders';
import { chargeAmended, chargeReport } from '../quote/invoices';
import { accountReport } from '../parts/account';
import type { RuleBook } from '../rule';
import { amendment, amendmentRefusal, refuseLeaving, refuseNonsense } from '../report/service-report';
import { unverifiedRefusal } from '../flows/repair/verification';
import { leaveUnfinished } from './trips';

/** The visit, from setting out to the service report (R14, R17, R18). */
export const SERVICE_RULES: RuleBook<'depart' | 'arrive' | 'leaveUnfinished' | 'report' | 'amendReport'> = {
  depart: {
    at: ['dispatched'],
    unless: (state, actor) =>
      state.visit?.departedAt === undefined
        ? otherThanEngineerRefusal(state, actor)
        : new DomainError('CASE.ALREADY_DEPARTED'),
    events: () => [{ type: 'EngineerDeparted', data: {} }],
  },
  arrive: {
    at: ['dispatched'],
    unless: otherThanEngineerRefusal,
    events: (state, { keepsEntry }, { at, now }) => [
      { type: 'EngineerArrived', data: keepsEntry && at < now ? { enteredAt: now } : {} },
      ...meetClock(state.clocks, 'arrival', at),
    ],
  },
  leaveUnfinished: {
    at: ['on-site'],
    unless: otherEngineerRefusal,
    events: (state, data, { at }) => {
      const [waiting] = openOrders(state);
      return [...leaveUnfinished(data), ...(waiting ? awaitParts(state, waiting.number, at) : [])];
    },
  },
  report: {
    at: ['repaired'],
    unless: (state, actor) => otherThanEngineerRefusal(state, actor) ?? unverifiedRefusal(state),
    finishes: true,
    events: (state, { accountsParts, acceptedOn, ...data }, { now }) => {
      refuseNonsense(data, 'data');
      refuseLeaving(data, state, now, 'data');
      return [
        { type: 'ServiceReported', data },
        ...(accountsParts === true ? accountReport(state, data, 'data') : []),
        ...(acceptedOn === undefined
          ? []
          : acceptInstallation(state, { acceptedOn, signedBy: data.signedBy })),
        ...chargeReport(state, data),
      ];
    },
  },
  amendReport: {
    at: ['after-service'],
    whilePaused: true,
    unless: amendmentRefusal,
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
