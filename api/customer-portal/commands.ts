import type { CaseCommand } from '../../domain/case/commands';
import { DomainError } from '../../domain/errors';
import type { Config } from '../../platform/config';
import type { Database } from '../../platform/database';
import type { CustomerWireCommand } from './schema';
import { appointmentFacts } from '../case-commands/appointment-facts';
import { readInstant } from '../http/instants';
import { ApiError, type ErrorCode } from '../http/problems';
import type { StoredCase } from '../cases/read-case';
import { offeredAppointments } from './appointments';

/**
 * Converts a customer's command to a case command. @throws {ApiError} APPOINTMENT.NOT_OFFERED for a time
 * outside the offered windows.
 */
export async function resolveCustomerCommand(
  { database, config }: { readonly database: Database; readonly config: Config },
  { state }: StoredCase,
  command: Exclude<CustomerWireCommand, { type: 'confirmReceipt' }>,
  now: Date,
): Promise<CaseCommand> {
  switch (command.type) {
    case 'moveAppointment': {
      const from = readInstant(command.data.appointment.from, 'data.appointment.from');
      const to = readInstant(command.data.appointment.to, 'data.appointment.to');
      const offered = await offeredAppointments(database, state, now.getTime());
      if (state.stage === 'dispatched' && !offered.some((one) => one.from === from && one.to === to))
        throw new ApiError('APPOINTMENT.NOT_OFFERED', {}, 'data.appointment');
      // The act itself is the consent (R4).
      const consent = { by: 'customer', how: 'link', at: now.toISOString() } as const;
      const place = { database, resolution: state.clocks.resolution, timeZone: config.AFTERCARE_TIME_ZONE };
      const facts = await appointmentFacts(place, state.dispatch?.engineer.outletId, { from, to });
      return { type: command.type, data: { appointment: { from, to }, consent, ...facts } };
    }
    case 'decideQuote': {
      const consent = { by: 'customer', how: 'link', at: now.toISOString() } as const;
      return { type: command.type, data: { ...command.data, consent } };
    }
    case 'recordMessage':
      return command;
    case 'recordSurvey':
      return { type: command.type, data: { ...command.data, how: 'link' } };
  }
}

/** Refusals whose words are for customers too; another's may tell what is the company's alone (who else is served, why it waits). */
const SHOWN_AS_THEY_ARE: readonly ErrorCode[] = [
  'APPOINTMENT.NOT_OFFERED',
  'SURVEY.ANSWERED_ALREADY',
  'SURVEY.OVER',
  'LINK.USED',
  'CASE.ENGINEER_ON_THE_WAY',
  'QUOTE.REVISED',
  'QUOTE.NOT_OFFERED',
  'RECEIPT.NOTHING_SAID',
  'PARTS_ORDER.NO_SUCH',
  'PARTS_ORDER.TOO_MANY',
  'REQUEST.REFERENCE_UNKNOWN',
  'CASE.BUSY',
  'COMMAND.ID_RESERVED',
  'COMMAND.ID_REUSED',
  'COMMAND.OUTCOME_UNKNOWN',
  'ATTACHMENT.TOO_MANY',
  'ATTACHMENT.QUOTA_EXCEEDED',
  'ATTACHMENT.TYPE_MISMATCH',
  'TEMPORAL.UNAVAILABLE',
  'DATABASE.UNAVAILABLE',
];

export function forCustomers(error: unknown): unknown {
  if (error instanceof DomainError) return new ApiError('CUSTOMER.NOT_NOW', {}, error.field);
  if (!(error instanceof ApiError) || SHOWN_AS_THEY_ARE.includes(error.code)) return error;
  // The engineer was promised to somebody else a moment ago.
  if (error.code === 'ENGINEER.NOT_FREE')
    return new ApiError('APPOINTMENT.NOT_OFFERED', {}, 'data.appointment');
  return new ApiError('CUSTOMER.NOT_NOW', {}, error.field);
}
