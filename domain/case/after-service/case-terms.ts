import type { CallOutcome } from '../../process/decider';
import type { LeavingRepeat } from '../flows/repair/facts';
import type { DoneFollowUp, FollowUpOutcome } from './follow-up-terms';
import type { NewProblem } from './new-problem-terms';
import type { FollowUp, RevisitOutcome, RevisitReason, SurveyAnswer, TakenBy } from './terms';

export interface AfterServiceCommands {
  readonly recordSurvey: SurveyAnswer;
  readonly recordRevisit: { readonly outcome: RevisitOutcome; readonly note: string };
  /** R22: the service did not satisfy; the case is served once more. */
  readonly reopen: { readonly reason: string };
  readonly close: LeavingRepeat;
  readonly completeFollowUp: {
    readonly key: string;
    readonly note: string;
    /** Present for a dissatisfied customer's follow-up only, and required there. */
    readonly outcome?: FollowUpOutcome;
  };
}

export interface AfterServiceEvents {
  readonly SurveyAsked: Record<string, never>;
  readonly SurveyAnswered: SurveyAnswer;
  readonly SurveyLapsed: Record<string, never>;
  readonly RevisitDecided: { readonly required: boolean; readonly reason: RevisitReason };
  /** The customer was not reached. */
  readonly RevisitAttempted: { readonly note: string; readonly nextFrom?: string };
  readonly RevisitMade: { readonly outcome: RevisitOutcome; readonly note: string };
  readonly CaseReopened: { readonly reason: string };
  readonly CaseClosed: Record<string, never>;
  readonly CallSettled: CallOutcome;
  readonly FollowUpOpened: FollowUp;
  readonly FollowUpDone: {
    readonly key: string;
    readonly note: string;
    readonly outcome?: FollowUpOutcome;
  };
}

export interface AfterServiceState {
  readonly surveyAskedAt?: string;
  readonly survey?: (SurveyAnswer & { readonly takenBy?: TakenBy }) | 'lapsed';
  readonly revisit?: {
    readonly required: boolean;
    /** Failed attempts so far. */
    readonly attempts?: number;
    /** The next attempt counts from then on. */
    readonly nextAttemptFrom?: string;
    readonly reason: RevisitReason;
    readonly outcome?: RevisitOutcome;
  };
  readonly followUps: readonly (FollowUp & { readonly openedAt: string })[];
  /** Completed follow-ups of a dissatisfied customer, in order (R22). */
  readonly doneFollowUps?: readonly DoneFollowUp[];
  /** Problems found on contact after the service, each a case of its own (R24). */
  readonly newProblems?: readonly NewProblem[];
}
