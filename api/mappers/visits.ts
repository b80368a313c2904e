import type { RegisteredCase } from '../../domain/case/state';
import { isFirstTimeFix } from '../../domain/case/visit';
import type { CaseDetail } from '../../schemas/case-detail';

type Visit = CaseDetail['visits'][number];

/** The trips of a case, what was found on them and whether that lasted. */
export const visitFields = (
  state: RegisteredCase,
): Pick<CaseDetail, 'visits' | 'diagnosis' | 'repeatRepair' | 'firstTimeFix'> => ({
  visits: [...(state.visits ?? []).map(endedVisit), ...visitUnderWay(state)],
  diagnosis: state.diagnosis ? diagnosisOf(state.diagnosis) : null,
  repeatRepair: state.repeatRepair ? repeatOf(state.repeatRepair) : null,
  firstTimeFix: isFirstTimeFix(state) ?? null,
});

const endedVisit = (visit: NonNullable<RegisteredCase['visits']>[number]): Visit => ({
  number: visit.number,
  engineer: engineerOf(visit.engineer),
  appointment: { ...visit.appointment },
  departedAt: visit.departedAt ?? null,
  arrivedAt: visit.arrivedAt ?? null,
  endedAt: visit.endedAt,
  outcome: visit.outcome,
  reason: visit.reason ?? null,
});

function visitUnderWay({ stage, dispatch, visit, visits = [] }: RegisteredCase): Visit[] {
  if (!dispatch || (stage !== 'dispatched' && stage !== 'on-site')) return [];
  return [
    {
      number: visits.length + 1,
      engineer: engineerOf(dispatch.engineer),
      appointment: { ...dispatch.appointment },
      departedAt: visit?.departedAt ?? null,
      arrivedAt: visit?.arrivedAt ?? null,
      endedAt: null,
      outcome: 'under-way',
      reason: null,
    },
  ];
}

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
