import type { Recorded } from '../process/decider';
import type { CaseEffect } from './common/call-terms';
import type { CaseEvent } from './events';
import { learnContacts } from './intake/identification';
import { askToJoin, requestsOf } from './intake/joining';
import { registerRequest } from './after-service/new-problems';
import { redirectOrder, startOrder, tellUse } from './parts/orders';
import { recordInstallation } from './report/installation';
import { creditInvoice, issueInvoice } from './quote/invoices';
import { accountCalls, lateHandBack } from './parts/account';
import { givenUpBy, isUsed, reserveParts } from './parts/reservations';
import { reportCost, tripCost } from './report/service-report';
import type { RegisteredCase } from './state';

/** What is asked of parts, finance and other processes because of an event, each with what takes it back. */
export function callsOf(state: RegisteredCase, event: Recorded<CaseEvent>): readonly CaseEffect[] {
  switch (event.type) {
    case 'EngineerDispatched':
      return event.data.parts.length > 0 ? [reserveParts(state, event.data.engineer, event.data.parts)] : [];
    case 'FaultDiagnosed':
      return [
        ...givenUpBy(state, event.seq),
        ...(state.dispatch && event.data.parts.length > 0
          ? [reserveParts(state, state.dispatch.engineer, event.data.parts)]
          : []),
      ];
    case 'PartsRedirected':
      // Put back first: what the old depot has is as good as any other's.
      return [...givenUpBy(state, event.seq), reserveParts(state, event.data.engineer, event.data.parts)];
    case 'OrdersRedirected':
      return event.data.orders.map((order) => redirectOrder(state, order, event.data.engineer));
    case 'CaseResolvedRemotely':
    case 'CaseLeftUnrepaired':
      return givenUpBy(state, event.seq);
    case 'VisitLeftUnfinished':
      return [tripCost(state, event.data)];
    case 'TripCostRecorded':
      return [tripCost(state, event.data, event.data.partsCostCents)];
    case 'PartsOrdered':
      return [startOrder(event.data)];
    case 'UnitRepaired':
      return (state.reservationIds ?? []).map(issueParts);
    case 'CallSettled':
      // The parts system was slower than the engineer. Cases that took back everything when they were cancelled have released them.
      return event.data.call === 'reserveParts' &&
        event.data.outcome.ok &&
        isUsed(state, event.data.key) &&
        (state.stage !== 'cancelled' || state.keepsWhatHappened === true)
        ? [issueParts(event.data.key), ...lateHandBack(state, event.data.key)]
        : [];
    case 'ServiceReported':
    case 'ReportAmended':
      return reportCost(state);
    case 'PartsAccounted':
      return [...accountCalls(state, event), ...tellUse(state, event.data)];
    case 'CaseClosed':
      return tellUse(state, 'over');
    case 'InstallationAccepted':
      return [recordInstallation(state, event.data, event.actor)];
    case 'InvoiceIssued':
      return [issueInvoice(state, event.data)];
    case 'InvoiceCredited':
      return creditInvoice(state, event.data);
    case 'RevisitMade':
      return event.data.outcome === 'new-problem' ? [registerRequest(state, event, state.stageSince)] : [];
    case 'CustomerIdentified': {
      const { customer, learned } = event.data;
      return learned ? [learnContacts(state, customer.id, { learned, by: event.actor })] : [];
    }
    case 'JoinRequested':
      return state.joining ? [askToJoin(state, state.joining)] : [];
    case 'CaseJoined':
      return [
        // The case that it is joined to has agreed, and has them.
        ...(event.data.agreed === true ? [] : requestsOf(state)).map((data): CaseEffect => ({
          kind: 'deliver',
          processType: 'serviceCase',
          processId: event.data.into,
          command: { type: 'recordJoinedRequest', data: { ...data } },
        })),
        ...givenUpBy(state, event.seq),
      ];
    default:
      return [];
  }
}

/** A release that is asked for meanwhile comes after it: the parts are in the machine. */
const issueParts = (reservationId: string): CaseEffect => ({
  kind: 'call',
  call: 'issueParts',
  input: { reservationId },
  about: reservationId,
});
