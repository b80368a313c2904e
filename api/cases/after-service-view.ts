import { reasonFields } from '../../domain/notices/reasons';
import type { RegisteredCase } from '../../domain/case/state';
import type { CaseDetail } from './detail-schema';

type Fields = Pick<
  CaseDetail,
  'survey' | 'revisit' | 'followUps' | 'doneFollowUps' | 'newProblems' | 'origin'
>;

/** After-service fields: survey, revisit, follow-ups, and the problems found (R22–R24). */
export function afterServiceFields(state: RegisteredCase): Fields {
  const { registration, revisit, followUps, doneFollowUps = [], newProblems = [] } = state;
  return {
    survey: surveyOf(state),
    revisit: revisit
      ? {
          ...revisit,
          attempts: revisit.attempts ?? 0,
          nextAttemptFrom: revisit.nextAttemptFrom ?? null,
          outcome: revisit.outcome ?? null,
        }
      : null,
    followUps: followUps.map((one) => ({
      key: one.key,
      kind: one.kind,
      ...reasonFields(one),
      openedAt: one.openedAt,
    })),
    doneFollowUps: [...doneFollowUps],
    newProblems: newProblems.map(({ text, foundAt, registered }) => ({
      text,
      foundAt,
      requestNumber: registered?.requestNumber ?? null,
      caseNumber: registered?.caseNumber ?? null,
    })),
    origin: registration.origin ?? null,
  };
}

function surveyOf({ survey, surveyAskedAt }: RegisteredCase): CaseDetail['survey'] {
  const asked = {
    askedAt: surveyAskedAt ?? null,
    productScore: null,
    serviceScore: null,
    comment: null,
    how: null,
    takenBy: null,
  };
  if (survey === 'lapsed') return { ...asked, state: 'lapsed' };
  if (survey)
    return {
      ...asked,
      state: 'answered',
      productScore: survey.productScore,
      serviceScore: survey.serviceScore,
      comment: survey.comment ?? null,
      how: survey.how ?? null,
      takenBy: survey.takenBy ?? null,
    };
  return surveyAskedAt === undefined ? null : { ...asked, state: 'asked' };
}
