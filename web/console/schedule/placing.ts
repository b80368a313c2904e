import type { Schemas } from '../api';
import { keyOfDay } from './days';

export type CaseDetail = Schemas['CaseDetail'];
export type Candidate = Schemas['Candidate'];
export type ConsentWay = Schemas['Consent']['how'];
export type Act =
  | Pick<Schemas['DispatchCaseCommand'], 'type' | 'data'>
  | Pick<Schemas['AcceptOfferCaseCommand'], 'type' | 'data'>
  | Pick<Schemas['ReassignCaseCommand'], 'type' | 'data'>
  | Pick<Schemas['MoveAppointmentCaseCommand'], 'type' | 'data'>;

/** Fields that the dispatcher has filled in; the others stand as they are proposed. Times are the reader's, as inputs have them. */
export interface Draft {
  readonly caseNumber: string;
  readonly engineerId?: string;
  readonly from?: string;
  readonly to?: string;
  readonly reason?: string;
  readonly isAgreed?: boolean;
  readonly how?: ConsentWay;
  readonly agreedAt?: string;
  readonly isMeant?: boolean;
}

/** The form as it stands: filled in, or proposed. */
export interface Plan {
  readonly engineerId: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly isAgreed: boolean;
  readonly how: ConsentWay;
  readonly agreedAt: string;
  readonly isMeant: boolean;
}

const MINUTE_MS = 60_000;
const USUAL_MS = 120 * MINUTE_MS;

/** An instant as `datetime-local` has it, in the reader's zone. */
export function localText(at: string | number): string {
  const date = new Date(at);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${keyOfDay(date)}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

const isTime = (local: string): boolean => !Number.isNaN(Date.parse(local));
const instantOf = (local: string): string => new Date(local).toISOString();

/** A case before a visit is placed, an offer of it is taken, and a visit is changed until its engineer sets out. */
export const wayOf = ({
  stage,
  offer,
  dispatch,
}: CaseDetail): 'dispatch' | 'acceptOffer' | 'change' | undefined =>
  stage === 'classified'
    ? offer
      ? 'acceptOffer'
      : 'dispatch'
    : stage === 'dispatched' && dispatch
      ? 'change'
      : undefined;

export const lengthOf = ({ dispatch }: CaseDetail): number =>
  dispatch ? Date.parse(dispatch.appointment.to) - Date.parse(dispatch.appointment.from) : USUAL_MS;

/** Proposes what is not filled in: a visit as it stands, a job by its best candidate. */
export function planOf(draft: Draft, detail: CaseDetail, candidates: readonly Candidate[]): Plan {
  const current = wayOf(detail) === 'change' ? detail.dispatch : null;
  const engineerId = draft.engineerId ?? current?.engineer.id ?? candidates[0]?.engineer.id ?? '';
  const free = candidates.find(({ engineer }) => engineer.id === engineerId)?.nextFree;
  const proposed = current?.appointment.from ?? free?.from;
  const from = draft.from ?? (proposed === undefined ? '' : localText(proposed));
  const to = draft.to ?? (isTime(from) ? localText(Date.parse(from) + lengthOf(detail)) : '');
  return {
    engineerId,
    from,
    to,
    reason: draft.reason ?? '',
    isAgreed: draft.isAgreed ?? false,
    how: draft.how ?? 'phone',
    agreedAt: draft.agreedAt ?? localText(Date.now()),
    isMeant: draft.isMeant ?? false,
  };
}

export const isOtherEngineer = ({ dispatch }: CaseDetail, { engineerId }: Plan): boolean =>
  dispatch !== null && engineerId !== dispatch.engineer.id;

export const isOtherTime = ({ dispatch }: CaseDetail, { from, to }: Plan): boolean =>
  dispatch !== null &&
  (from !== localText(dispatch.appointment.from) || to !== localText(dispatch.appointment.to));

/** Commands that bring the plan about; undefined while something is missing, none where it is so already. */
export function actsOf(detail: CaseDetail, plan: Plan): readonly Act[] | undefined {
  const way = wayOf(detail);
  if (way === undefined || plan.engineerId === '' || !isTime(plan.from) || !isTime(plan.to)) return undefined;
  const { engineerId, isMeant } = plan;
  const appointment = { from: instantOf(plan.from), to: instantOf(plan.to) };
  const consent = consentOf(detail, plan);
  const outsideHours = isMeant && { outsideHours: true };
  if (way !== 'change')
    return [{ type: way, data: { engineerId, appointment, ...(consent && { consent }), ...outsideHours } }];
  const isMoved = isOtherTime(detail, plan);
  const isReassigned = isOtherEngineer(detail, plan);
  if ((isMoved && !consent) || (isReassigned && plan.reason.trim() === '')) return undefined;
  return [
    ...(isReassigned
      ? [
          {
            type: 'reassign' as const,
            data: { engineerId, reason: plan.reason.trim(), ...(consent && { consent }) },
          },
        ]
      : []),
    ...(isMoved && consent
      ? [{ type: 'moveAppointment' as const, data: { appointment, consent, ...outsideHours } }]
      : []),
  ];
}

/** Inputs have whole minutes: a word that was given in the minute of the request was not given before it. */
function consentOf(
  { receivedAt }: CaseDetail,
  { isAgreed, how, agreedAt }: Plan,
): Schemas['Consent'] | undefined {
  if (!isAgreed || !isTime(agreedAt)) return undefined;
  const atMs = Date.parse(agreedAt);
  const receivedMs = Date.parse(receivedAt);
  const isSameMinute = atMs < receivedMs && receivedMs - atMs < MINUTE_MS;
  return { by: 'customer', how, at: isSameMinute ? receivedAt : instantOf(agreedAt) };
}

/** The way back from a change, by the same word of the customer; a job that was placed has none. */
export function undoOf(before: CaseDetail, acts: readonly Act[], reason: string): readonly Act[] {
  const { dispatch } = before;
  if (!dispatch) return [];
  return acts.flatMap((act): readonly Act[] => {
    if (act.type === 'reassign')
      return [{ type: 'reassign', data: { ...act.data, engineerId: dispatch.engineer.id, reason } }];
    if (act.type === 'moveAppointment')
      return [
        {
          type: 'moveAppointment',
          data: { appointment: dispatch.appointment, consent: act.data.consent, outsideHours: true },
        },
      ];
    return [];
  });
}
