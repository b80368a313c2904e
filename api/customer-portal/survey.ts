import { answeredBefore } from '../../domain/case/after-service/survey-answered';
import type { RegisteredCase } from '../../domain/case/state';
import { DomainError } from '../../domain/errors';
import type { ExecuteResult } from '../../domain/process/protocol';
import type { CustomerWireCommand, SURVEY_STATES } from './schema';
import { wallClock } from '../../platform/wall-clock';
import { ApiError } from '../http/problems';

type Answer = Extract<CustomerWireCommand, { type: 'recordSurvey' }>['data'];

export function surveyStateOf({
  stage,
  survey,
  surveyAskedAt,
}: RegisteredCase): (typeof SURVEY_STATES)[number] {
  if (survey !== undefined) return survey === 'lapsed' ? 'lapsed' : 'answered';
  if (surveyAskedAt === undefined) return 'not-asked';
  return stage === 'reported' ? 'open' : 'lapsed';
}

/**
 * Outcome of an answer to a survey that no longer accepts one: success when the stored answer is identical,
 * so that the second of two concurrent requests succeeds too.
 * @throws {ApiError} when the survey has another answer or has ended; otherwise the `refusal`.
 */
export function toAnsweredSurvey(
  state: RegisteredCase,
  answer: Answer,
  otherwise: { readonly timeZone: string; readonly refusal: () => Error },
): Pick<ExecuteResult, 'duplicate'> {
  const before = answeredBefore(state, answer);
  if (before?.isSame) return { duplicate: true };
  if (before) {
    const { by: answeredBy, at } = before;
    throw at === undefined
      ? new ApiError('LINK.USED')
      : new ApiError('SURVEY.ANSWERED_ALREADY', { answeredBy, at: wallClock(otherwise.timeZone)(at) });
  }
  if (surveyStateOf(state) === 'lapsed') throw new ApiError('SURVEY.OVER');
  throw otherwise.refusal();
}

/** Refused because the case has gone on: the survey may have been answered a moment ago. */
export const hasGoneOn = (error: unknown): error is Error =>
  (error instanceof ApiError || error instanceof DomainError) &&
  (error.code === 'CASE.WRONG_STAGE' || error.code === 'CASE.ENDED');
