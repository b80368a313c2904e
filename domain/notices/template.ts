import type { Bilingual } from '../bilingual';

/**
 * How a parameter is read: as it stands (`text`: what a person wrote, a number, a name), as what is there in both languages (`name`, and
 * `told` where a person may have written it), as an instant, as an organisation by its
 * id, or as a code with words of its own (`words.ts`). A link is made when the message
 * is sent, and stands in no stored message; where there is none the sentence about it falls away. So does that about what is optional: by
 * when an answer is promised (`answerDue`, of the clock as it was reckoned; not told where that is over already), and how many pieces
 * (`pieces`), which messages of earlier days do not have.
 */
export type ParameterKind =
  | 'text'
  | 'told'
  | 'instant'
  | 'channel'
  | 'clock'
  | 'name'
  | 'organisation'
  | 'followUp'
  | 'unfinished'
  | 'offerEnd'
  | 'approvalKind'
  | 'approvalStatus'
  | 'withdrawal'
  | 'voidReason'
  | 'late'
  | OptionalKind
  | 'caseLink'
  | 'surveyLink';

export const OPTIONAL_KINDS = ['answerDue', 'pieces'] as const;
export type OptionalKind = (typeof OPTIONAL_KINDS)[number];
export const isOptional = (kind: ParameterKind): kind is OptionalKind =>
  OPTIONAL_KINDS.some((one) => one === kind);

export interface NoticeTemplate {
  readonly parameters: Readonly<Record<string, ParameterKind>>;
  readonly title: Bilingual;
  readonly text: Bilingual;
}

/** What every message about a case names. */
export const ABOUT_CASE = { caseNumber: 'text', subject: 'text' } as const;
