import {
  changeFacts,
  changeFactsAgreed,
  type ClockEvent,
  type ClockFacts,
  type Clocks,
} from '../../clock/clocks';
import { invalid } from '../../invalid';
import type { Actor } from '../../identity/actor';
import type { Consent } from '../facts';
import type { Bilingual } from '../../bilingual';

/** Subject of a consent, and its earliest possible time. */
export interface Asked {
  readonly since: string;
  readonly what: Bilingual;
}

/** @param receivedAt of their request. */
export const byTheirRequest = ({ receivedAt }: { readonly receivedAt: string }): Asked => ({
  since: receivedAt,
  what: { en: 'they asked', zh: '提出请求' },
});

export const byAnOffer = (since: string): Asked => ({
  since,
  what: { en: 'the quote was offered', zh: '报价' },
});

interface ConsentContext {
  /** Time of the report. */
  readonly at: string;
  /** Author of the report; omitted when only staff can report it. */
  readonly by?: Actor;
  readonly asked?: Asked;
}

/**
 * Refuses an impossible consent. A command by the link is itself the customer's consent (R36), so staff
 * cannot claim that consent was given there. @throws {DomainError}
 */
export function checkConsent(consent: Consent, { at, by, asked }: ConsentContext): void {
  if ((by?.kind === 'customer') !== (consent.how === 'link'))
    throw invalid('data.consent.how', {
      en: 'only the customer can agree through the link',
      zh: '只有客户本人可通过链接确认',
    });
  if (consent.at > at)
    throw invalid('data.consent.at', {
      en: 'the customer agreement is dated in the future',
      zh: '客户确认时间不得晚于当前时间',
    });
  if (asked && consent.at < asked.since)
    throw invalid('data.consent.at', {
      en: `the customer cannot have agreed before ${asked.what.en}`,
      zh: `客户确认时间不得早于${asked.what.zh}的时间`,
    });
}

/** The case, as far as its promises go. */
interface Promising {
  readonly registration: { readonly receivedAt: string };
  readonly clocks: Clocks;
}

interface Word {
  readonly consent: Consent | undefined;
  readonly at: string;
  readonly by: Actor;
  /** The earlier promise stays, whatever was agreed: a raised level is never due later than before. */
  readonly keeps?: boolean;
}

/**
 * Changes the facts of a case's promises. Only the customer's consent may postpone a promise that they know
 * (R4).
 * @throws {DomainError} for an impossible consent.
 */
export function withTheirWord(
  { registration, clocks }: Promising,
  facts: ClockFacts,
  { consent, at, by, keeps = false }: Word,
): readonly ClockEvent[] {
  if (!consent) return changeFacts(clocks, facts);
  checkConsent(consent, { at, by, asked: byTheirRequest(registration) });
  return keeps ? changeFacts(clocks, facts) : changeFactsAgreed(clocks, facts);
}
