import type { Approval } from '../../approval/terms';
import { boundedRequests, boundedVersions, cutEarliest, shortened } from './bounded';
import type { DoneFollowUp } from '../after-service/follow-up-terms';
import type { NewProblem } from '../after-service/new-problem-terms';
import type { CaseQuote } from '../quote/terms';
import type { CaseState } from '../state';
import type { AttachedFile } from '../report/terms';
import type { FailedRepair } from '../flows/repair/verification-terms';

/**
 * Bounds lists that grow with repeated actions (ADR 37): each action is kept, its texts as far as there is
 * room.
 */

const LENGTH = 8_000;

const lengthOfTexts = (...texts: readonly (string | undefined)[]): number =>
  texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);

/** The lines of one that was accepted stay: an invoice rests on them. */
export const boundedQuotes = (quotes: readonly CaseQuote[]): readonly CaseQuote[] =>
  cutEarliest(quotes, LENGTH, {
    lengthOf: ({ lines, note, reason }) => JSON.stringify([lines, note ?? '', reason ?? '']).length,
    cut: (quote) => (quote.status === 'accepted' ? quote : cutQuote(quote)),
    keepsLatest: false,
  });

function cutQuote({ note: _note, reason, decided, ...quote }: CaseQuote): CaseQuote {
  return {
    ...quote,
    lines: [],
    ...(reason !== undefined && { reason: shortened(reason) }),
    ...(decided && { decided: { consent: decided.consent } }),
    isCut: true,
  };
}

/** The latest is the one that may be open: it stays whole. */
export const boundedApprovals = (approvals: readonly Approval[]): readonly Approval[] =>
  cutEarliest(approvals, LENGTH, {
    // A text that stays for good counts fully, so that one step and many steps give the same result.
    lengthOf: ({ what, decided }) => lengthOfTexts(what, decided?.reason),
    cut: cutApproval,
    keepsLatest: true,
  });

/** A needed scope is requested again. */
const cutApproval = ({
  reminders,
  delegated,
  decided,
  covers: _covers,
  ...approval
}: Approval): Approval => ({
  ...approval,
  what: shortened(approval.what),
  need: { ...approval.need, above: [] },
  ...(reminders && { reminders: reminders.slice(-1) }),
  ...(delegated && { delegated: { ...delegated, reason: shortened(delegated.reason) } }),
  ...(decided && { decided: { ...decided, reason: shortened(decided.reason) } }),
  isCut: true,
});

export const boundedFollowUps = (done: readonly DoneFollowUp[]): readonly DoneFollowUp[] =>
  cutEarliest(done, LENGTH, {
    lengthOf: ({ reason, note }) => lengthOfTexts(reason, note),
    cut: (one) => ({ ...one, reason: shortened(one.reason), note: shortened(one.note), isCut: true }),
    keepsLatest: false,
  });

/** One that is not in the register yet stays: the register takes its text from here. */
export const boundedProblems = (problems: readonly NewProblem[]): readonly NewProblem[] =>
  cutEarliest(problems, LENGTH, {
    lengthOf: ({ text }) => text.length,
    cut: (problem) =>
      problem.registered ? { ...problem, text: shortened(problem.text), isCut: true } : problem,
    keepsLatest: false,
  });

export const boundedFiles = (files: readonly AttachedFile[]): readonly AttachedFile[] =>
  cutEarliest(files, LENGTH, {
    lengthOf: ({ caption }) => lengthOfTexts(caption),
    cut: ({ caption, ...file }) => ({
      ...file,
      ...(caption !== undefined && { caption: shortened(caption) }),
      isCut: true,
    }),
    keepsLatest: false,
  });

export const boundedFailures = (failed: readonly FailedRepair[]): readonly FailedRepair[] =>
  cutEarliest(failed, LENGTH, {
    lengthOf: ({ repair, diagnosis, test }) => JSON.stringify([repair, diagnosis ?? '', test]).length,
    cut: cutFailure,
    keepsLatest: false,
  });

const cutFailure = ({ repair, diagnosis, test, ...failed }: FailedRepair): FailedRepair => ({
  ...failed,
  repair: { fault: shortened(repair.fault), cause: shortened(repair.cause), work: shortened(repair.work) },
  ...(diagnosis && {
    diagnosis: {
      fault: diagnosis.fault,
      cause: diagnosis.cause,
      finding: shortened(diagnosis.finding),
      plan: shortened(diagnosis.plan),
      parts: [],
    },
  }),
  test: { method: shortened(test.method), at: test.at, by: test.by },
  isCut: true,
});

/** A state as it would be written today: those of before kept everything. */
export function tidied(state: CaseState): CaseState {
  const { reportVersions, earlierReports, earlierQuotes, approvals } = state;
  const { doneFollowUps, newProblems, attachments, failedRepairs } = state;
  return {
    ...state,
    ...(reportVersions && { reportVersions: boundedVersions(reportVersions) }),
    ...(earlierReports && { earlierReports: earlierReports.map(boundedVersions) }),
    ...(earlierQuotes && { earlierQuotes: boundedQuotes(earlierQuotes) }),
    ...(approvals && { approvals: boundedApprovals(approvals) }),
    ...(doneFollowUps && { doneFollowUps: boundedFollowUps(doneFollowUps) }),
    ...(newProblems && { newProblems: boundedProblems(newProblems) }),
    ...(attachments && { attachments: boundedFiles(attachments) }),
    ...(failedRepairs && { failedRepairs: boundedFailures(failedRepairs) }),
    joinedRequests: boundedRequests(state.joinedRequests),
  };
}
