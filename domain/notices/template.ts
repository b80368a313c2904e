import type { Bilingual } from '../bilingual';

/**
 * How a parameter is rendered: as it stands (`text`: a person's words, a number, a name), as a value present
 * in both languages (`name`, and `told` when a person may have written it), as an instant, as an organisation
 * by its id, or as a code with words of its own (`words.ts`). A link is created when the message is sent and
 * never stored; without a link its sentence is left out. So are sentences about optional parameters that
 * earlier messages lack: when an answer is due (`answerDue`, computed from the clock; left out once it is
 * over), and the number of pieces (`pieces`).
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

const OPTIONAL_KINDS = ['answerDue', 'pieces'] as const;
export type OptionalKind = (typeof OPTIONAL_KINDS)[number];
export const isOptional = (kind: ParameterKind): kind is OptionalKind =>
  OPTIONAL_KINDS.some((one) => one === kind);

export interface NoticeTemplate {
  readonly parameters: Readonly<Record<string, ParameterKind>>;
  readonly title: Bilingual;
  readonly text: Bilingual;
}

/** Parameters that every message about a case has. */
export const ABOUT_CASE = { caseNumber: 'text', subject: 'text' } as const;
