import { DAY_MS } from '../clock/instant';
import type { Language } from '../bilingual';
import type { Actor } from './actor';

/** Permissions of a link: all customer commands in one case, or one answer to its survey (R22, R36). */
export const LINK_PURPOSES = ['case', 'survey'] as const;
export type LinkPurpose = (typeof LINK_PURPOSES)[number];

/** Each message brings a new link, so that one need not outlast a case that is alive. */
const LIFETIME_DAYS: Readonly<Record<LinkPurpose, number>> = { case: 60, survey: 30 };

export const linkExpiry = (purpose: LinkPurpose, issuedAt: Date): Date =>
  new Date(issuedAt.getTime() + LIFETIME_DAYS[purpose] * DAY_MS);

/** Somebody who came by a link that holds: for that one case, and for nothing else. */
export interface LinkHolder {
  readonly linkId: string;
  /** The survey was answered by it: good for hearing so once more, and for nothing else. */
  readonly isUsed: boolean;
  readonly purpose: LinkPurpose;
  readonly caseNumber: string;
  readonly actor: Extract<Actor, { kind: 'customer' }>;
  readonly language: Language;
}
