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

/** What the customer gives their word on, and since when they can have. */
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

interface Telling {
  /** When it is told. */
  readonly at: string;
  /** Who tells it; left out where only staff can. */
  readonly by?: Actor;
  readonly asked?: Asked;
}

/**
 * Refuses a word of the customer's that cannot have been given so. By the link the act itself is their word (R36), so nobody else can
 * claim that it was given there. @throws {DomainError}
 */
export function checkConsent(consent: Consent, { at, by, asked }: Telling): void {
  if ((by?.kind === 'customer') !== (consent.how === 'link'))
    throw invalid('data.consent.how', {
      en: 'the customer alone gives their word by the link',
      zh: '只有客户本人可通过链接确认',
    });
  if (consent.at > at)
    throw invalid('data.consent.at', {
      en: 'the customer cannot have given their word in the future',
      zh: '客户确认时间不得晚于当前时间',
    });
  if (asked && consent.at < asked.since)
    throw invalid('data.consent.at', {
      en: `the customer cannot have given their word before ${asked.what.en}`,
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
  /** What was told stays, whatever was agreed to: a raise is never due later than before. */
  readonly keeps?: boolean;
}

/**
 * Other facts for the promises of a case. With the customer's word they may put off what the customer was told, and never without (R4).
 * @throws {DomainError} for a word that cannot have been given so.
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
