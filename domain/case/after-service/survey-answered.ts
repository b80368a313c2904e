import type { SurveyAnswer } from './terms';
import type { CaseState } from '../state';

/** Whose word it is that the survey is answered: the customer's own, or what staff took down for them. */
export type AnsweredBy = 'answered-by-customer' | 'answered-by-staff';

export interface AnsweredBefore {
  /** The answer says the same as the one that is there. */
  readonly isSame: boolean;
  readonly by: AnsweredBy;
  /** ISO-8601; unknown of answers from before it was kept. */
  readonly at?: string;
}

/** What an answer to a survey meets that is answered already; undefined where it is not (R22: one answer for each service). */
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
