import type { RegisteredCase } from '../../domain/case/state';
import { arrivalEnteredLate, brokenArrival } from '../../domain/case/visit/arrivals';
import { tripsOf, type Trip } from '../../domain/case/visit/trips';
import { isFirstTimeFix } from '../../domain/case/flows/repair/diagnosis';
import type { TripCost } from '../../domain/case/visit/terms';
import type { CaseDetail } from './detail-schema';
import { readsCostOf, type Reading } from '../access/reading';

type Visit = CaseDetail['visits'][number];

/** The trips of a case, what was found on them and whether that lasted. */
export const visitFields = (
  state: RegisteredCase,
  now: Date,
  reading: Reading,
): Pick<CaseDetail, 'visits' | 'diagnosis' | 'repeatRepair' | 'possibleRepeat' | 'firstTimeFix'> => ({
  visits: tripsOf(state).map((trip) => visitView(trip, now.toISOString(), reading)),
  diagnosis: state.diagnosis ? diagnosisOf(state.diagnosis) : null,
  repeatRepair: state.repeatRepair ? repeatOf(state.repeatRepair) : null,
  possibleRepeat: state.possibleRepeat ? possibleRepeatOf(state.possibleRepeat) : null,
  firstTimeFix: isFirstTimeFix(state) ?? null,
});

const visitView = (visit: Trip, now: string, reading: Reading): Visit => ({
  number: visit.number,
  engineer: engineerOf(visit.engineer),
  appointment: { ...visit.appointment },
  departedAt: visit.departedAt ?? null,
  arrivedAt: visit.arrivedAt ?? null,
  breachedAt: brokenArrival(visit, now) ?? null,
  enteredLateAt: arrivalEnteredLate(visit) ?? null,
  endedAt: visit.endedAt ?? null,
  outcome: visit.outcome,
  reason: visit.reason ?? null,
  cost: visit.cost ? costOf(visit.cost, readsCostOf(reading, visit.engineer.id)) : null,
});

const costOf = ({ labourCostCents, travelCostCents, ...cost }: TripCost, isRead: boolean) => ({
  ...cost,
  ...(isRead && { labourCostCents, travelCostCents }),
});

const engineerOf = ({ id, name, outletId }: NonNullable<RegisteredCase['dispatch']>['engineer']) => ({
  id,
  name,
  outletId,
});

const diagnosisOf = ({ fault, cause, finding, plan, parts }: NonNullable<RegisteredCase['diagnosis']>) => ({
  fault: { code: fault.code, names: { en: fault.nameEn, zh: fault.nameZh } },
  cause: { code: cause.code, names: { en: cause.nameEn, zh: cause.nameZh }, category: cause.category },
  finding,
  plan,
  parts: [...parts],
});

const possibleRepeatOf = ({
  caseNumber,
  repairedAt,
  days,
  fault,
  attribution,
}: NonNullable<RegisteredCase['possibleRepeat']>) => ({
  caseNumber,
  repairedAt,
  days,
  fault: fault ? { code: fault.code, names: { en: fault.nameEn, zh: fault.nameZh } } : null,
  attribution: attribution ?? null,
});

const repeatOf = ({
  caseNumber,
  repairedAt,
  days,
  attribution,
}: NonNullable<RegisteredCase['repeatRepair']>) => ({
  caseNumber,
  repairedAt,
  days,
  attribution: attribution ?? null,
});
