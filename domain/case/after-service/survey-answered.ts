import type { SurveyAnswer } from './terms';
import type { CaseState } from '../state';

/** Source of the survey's answer: the customer, or staff on the customer's behalf. */
export type AnsweredBy = 'answered-by-customer' | 'answered-by-staff';

export interface AnsweredBefore {
  /** The answer says the same as the one that is there. */
  readonly isSame: boolean;
  readonly by: AnsweredBy;
  /** ISO-8601; unknown of answers from before it was kept. */
  readonly at?: string;
}

/** Refusal of a second answer to a survey; undefined before the first (R22: one answer for each service). */
export function answeredBefore(
  { survey }: Pick<CaseState, 'survey'>,
  { productScore, serviceScore, comment = '' }: SurveyAnswer,
): AnsweredBefore | undefined {
  if (survey === undefined || survey === 'lapsed') return undefined;
  return {
    isSame:
      survey.productScore === productScore &&
      survey.serviceScore === serviceScore &&
      (survey.comment ?? '') === comment,
    by: survey.how === 'link' ? 'answered-by-customer' : 'answered-by-staff',
    ...(survey.takenBy && { at: survey.takenBy.at }),
  };
}
