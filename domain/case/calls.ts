import { HQ } from '../identity/scope';
import type { Recorded } from '../process/decider';
import type { CaseEffect } from './call-terms';
import type { Dispatch, JoinedRequest } from './commands';
import type { CaseEvent } from './events';
import { startOrder } from './parts-orders';
import { creditInvoice, issueInvoice } from './invoices';
import { givenUpBy } from './reservations';
import { reportCost, tripCost } from './service-report';
import type { RegisteredCase } from './state';

/** What is asked of parts, finance and other processes because of an event, each with what takes it back. */
export function callsOf(state: RegisteredCase, event: Recorded<CaseEvent>): readonly CaseEffect[] {
  switch (event.type) {
    case 'EngineerDispatched':
      return event.data.parts.length > 0 ? [reserveParts(state, event.data)] : [];
    case 'FaultDiagnosed':
      return [
        ...givenUpBy(state, event.seq),
        ...(state.dispatch && event.data.parts.length > 0
          ? [reserveParts(state, { engineer: state.dispatch.engineer, parts: event.data.parts })]
          : []),
      ];
    case 'CaseResolvedRemotely':
    case 'CaseLeftUnrepaired':
      return givenUpBy(state, event.seq);
    case 'VisitLeftUnfinished':
    case 'TripCostRecorded':
      return [tripCost(state, event.data)];
    case 'PartsOrdered':
      return [startOrder(event.data)];
    case 'UnitRepaired':
      return (state.reservationIds ?? []).map(issueParts);
    case 'CallSettled':
      // The parts system was slower than the engineer; for a case cancelled meanwhile the parts have been released.
      return event.data.call === 'reserveParts' &&
        event.data.outcome.ok &&
        state.repair !== undefined &&
        state.stage !== 'cancelled'
        ? [issueParts(event.data.key)]
        : [];
    case 'ServiceReported':
    case 'ReportAmended':
      return reportCost(state);
    case 'InvoiceIssued':
      return [issueInvoice(state, event.data)];
    case 'InvoiceCredited':
      return creditInvoice(state, event.data);
    case 'CaseJoined':
      return [
        ...requestsOf(state).map((data): CaseEffect => ({
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

/** The request of the case, and those that had been joined to it. */
const requestsOf = ({ registration, joinedRequests }: RegisteredCase): readonly JoinedRequest[] => [
  {
    requestNumber: registration.requestNumber,
    fromCase: registration.caseNumber,
    text: registration.text,
  },
  ...joinedRequests,
];

function reserveParts(
  state: RegisteredCase,
  { engineer, parts }: Pick<Dispatch, 'engineer' | 'parts'>,
): CaseEffect {
  return {
    kind: 'call',
    call: 'reserveParts',
    input: {
      reference: state.registration.caseNumber,
      lines: parts.map(({ partNumber, quantity }) => ({ partNumber, quantity })),
      preferredDepots: [engineer.outletId, engineer.regionId, HQ],
    },
    undo: { call: 'releaseParts', input: {} },
  };
}

const issueParts = (reservationId: string): CaseEffect => ({
  kind: 'call',
  call: 'issueParts',
  input: { reservationId },
});
