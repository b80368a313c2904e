import { changeFacts } from '../../clock/clocks';
import { judgeUnit } from '../../entitlement/judge';
import {
  COVERAGE_ITEMS,
  type Circumstances,
  type Verdict,
  type WarrantyState,
} from '../../entitlement/terms';
import { DomainError } from '../../errors';
import type { Agreed } from '../common/consent-terms';
import type { CaseEvent } from '../events';
import type { Registration } from '../intake/terms';
import type { UnitFacts } from '../facts';
import type { CaseState, RegisteredCase } from '../state';
import { flowTermsOf } from '../flows/all-terms';
import { sharesInForce } from './shares';
import type { Override, Shares } from './terms';

/** Warranty state that selects the case's promise policies. */
export const stateOfShares = (shares: Shares): WarrantyState =>
  COVERAGE_ITEMS.some((item) => shares[item] > 0) ? 'in-warranty' : 'out-of-warranty';

/** Whether the customer pays, as the flow of the request has it; undefined until a supervisor has decided what is covered. */
export const paysByFlow = (state: Pick<CaseState, 'requestType' | 'entitlement'>): boolean | undefined =>
  state.requestType === undefined ? false : flowTermsOf(state.requestType).isPaidByCustomer(state);

/** The refusal of what would charge the customer, or spare them, before a supervisor has decided. */
export const undecidedRefusal = (state: CaseState): DomainError | undefined =>
  paysByFlow(state) === undefined
    ? new DomainError('CASE.ENTITLEMENT_UNDECIDED', { onDay: state.entitlement?.judged?.basis.onDay ?? '' })
    : undefined;

/** The verdict on a unit by the day the customer asked; undefined for a unit recorded before its terms came along. */
const judgeOn = (
  registration: Pick<Registration, 'receivedOn'>,
  { entitlement }: UnitFacts,
  more: Omit<Circumstances, 'onDay'> = {},
): Verdict | undefined =>
  entitlement &&
  judgeUnit(entitlement, {
    ...more,
    onDay: entitlement.askedOn ?? registration.receivedOn ?? entitlement.readOn,
  });

/** The unit as it is recorded: with the state of its warranty on the day that counts. */
export interface Judged {
  readonly unit?: UnitFacts;
  readonly entitlement?: Verdict;
}

/** Entitlement facts recorded by a command, with or without a unit. */
export function judgedUnit(
  registration: Pick<Registration, 'receivedOn'>,
  unit: UnitFacts | undefined,
): Judged {
  const entitlement = unit && judgeOn(registration, unit);
  return {
    ...(unit && { unit: entitlement ? { ...unit, warranty: entitlement.state } : unit }),
    ...(entitlement && { entitlement }),
  };
}

/** The warranty of a case once its unit is known to be this one. */
export function warrantyWith(state: CaseState, { unit, entitlement }: Judged): WarrantyState {
  const override = overrideOf(state, unit);
  if (override) return stateOfShares(override);
  return entitlement?.state ?? unit?.warranty ?? state.warranty;
}

const overrideOf = ({ unit, entitlement }: CaseState, named: UnitFacts | undefined): Override | undefined =>
  named === undefined || unit === undefined || named.id === unit.id ? entitlement?.overruling : undefined;

/** The part of the state that a verdict changes. */
export function withVerdict(state: CaseState, judged: Judged): Partial<CaseState> {
  if (judged.unit === undefined && judged.entitlement === undefined) return {};
  const override = overrideOf(state, judged.unit);
  const entitlement = {
    ...(judged.entitlement && { judged: judged.entitlement }),
    ...(override && { overruling: override }),
  };
  return {
    ...(judged.unit && { unit: judged.unit }),
    ...((judged.entitlement ?? override ?? state.entitlement) && { entitlement }),
    warranty: warrantyWith(state, judged),
  };
}

/**
 * Entitlement events after new facts about the fault (R6): none when the verdict rests on the same facts, or
 * the terms are unknown. The rules of the diagnosis and the report use it.
 */
export function rejudge(state: RegisteredCase, more: Omit<Circumstances, 'onDay'>): readonly CaseEvent[] {
  const verdict = state.unit && judgeOn(state.registration, state.unit, more);
  const basis = state.entitlement?.judged?.basis;
  const isSame = basis?.cause === more.cause && basis?.parts?.join() === more.parts?.join();
  if (!verdict || (basis && isSame)) return [];
  const judged: CaseEvent = { type: 'EntitlementJudged', data: { entitlement: verdict } };
  return [judged, ...changeFacts(state.clocks, { warranty: warrantyWith(state, { entitlement: verdict }) })];
}

/** @throws {DomainError} where nothing would be overruled. */
export function overrideEntitlement(
  state: RegisteredCase,
  { verdict, reason, consent }: { readonly verdict: Shares; readonly reason: string } & Agreed,
): readonly CaseEvent[] {
  const before = sharesInForce(state.entitlement ?? {});
  if (before && COVERAGE_ITEMS.every((item) => before[item] === verdict[item]))
    throw new DomainError('CASE.SAME_ENTITLEMENT', {}, 'data.verdict');
  const judged = state.entitlement?.judged;
  return [
    {
      type: 'EntitlementOverruled',
      data: { verdict, reason, ...(consent && { consent }), ...(judged && { overruled: judged }) },
    },
  ];
}
