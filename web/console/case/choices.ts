import { instantText } from '../../shared/instants';
import type { Language } from '../../shared/language';
import type { Choice } from '../forms/look-ups';
import type { TypedGroup } from '../forms/values';
import type { CaseDetail } from './queries';

/** Values that the case itself has for the fields of its commands, by the kind of field. */
export function choicesOf(
  detail: CaseDetail,
  language: Language,
): Readonly<Record<string, readonly Choice[]>> {
  const { approvals, followUps, visits, quote } = detail;
  return {
    approval: approvals
      .filter(({ status }) => status === 'open')
      .map(({ approvalId, kindNames, what }) => ({
        value: approvalId,
        name: `${kindNames[language]}: ${what}`,
      })),
    'follow-up': followUps.map(({ key, reasonNames }) => ({ value: key, name: reasonNames[language] })),
    visit: visits.map(({ number, engineer, appointment }) => ({
      value: String(number),
      name: `${number} · ${engineer.name} · ${instantText(appointment.from, language)}`,
    })),
    'quote-version': quote
      ? [{ value: String(quote.version), name: `${quote.number} (${quote.version})` }]
      : [],
  };
}

/** Filled in before somebody types: what the case says already, and where there is but one choice. */
export function filledOf(
  { priority, symptom, requestType, unit, tasks, quote }: CaseDetail,
  type: string,
  choices: Readonly<Record<string, readonly Choice[]>>,
): TypedGroup {
  const only = (kind: string): string | undefined =>
    choices[kind]?.length === 1 ? choices[kind][0]?.value : undefined;
  const trip = tasks.find(({ kind }) => kind === 'record-trip-cost')?.params;
  switch (type) {
    case 'classify':
      return {
        priority,
        ...(requestType !== null && { requestType }),
        ...(symptom !== null && { symptom }),
        ...(unit && { unitSerial: unit.serial }),
      };
    case 'decideApproval':
    case 'delegateApproval':
    case 'remindApproval':
      return { approvalId: only('approval') };
    case 'completeFollowUp':
      return { key: only('follow-up') };
    case 'decideQuote':
      return { version: only('quote-version') };
    case 'recordTripCost':
      return {
        trip: trip && 'trip' in trip ? String(trip.trip) : only('visit'),
        ...(quote && { currency: quote.currency }),
      };
    default:
      return {};
  }
}
