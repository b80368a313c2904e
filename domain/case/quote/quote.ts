import { dropApproval } from '../../approval/approval';
import { DAY_MS } from '../../clock/instant';
import { meetClock, pauseClocks, resumeClocks, startClock, stopClocks } from '../../clock/clocks';
import { DomainError } from '../../errors';
import { priceQuote } from '../../quote/price';
import type { PricedLine } from '../../quote/terms';
import { askApproval } from '../approval/approvals';
import { byAnOffer, checkConsent } from '../common/consent';
import { coveredPercent, customerPays } from '../entitlement/customer-share';
import { undecidedRefusal } from '../entitlement/entitlement';
import type { CaseEvent } from '../events';
import { holdsOf } from '../common/holds';
import { factsOf } from '../intake/registration';
import type { QuoteDecision, QuoteInput, QuoteHeader, VoidReason } from './terms';
import { approvalOf, WITHDRAWAL_OF } from './approval';
import type { CaseState, RegisteredCase } from '../state';
import type { Entry } from '../rule';

export const QUOTE_CLOCK = 'quote';

type Quoted = Pick<CaseState, 'quote'>;

/** A quote that counts: on its way to the customer, with them, or accepted. */
const LIVE = ['in-approval', 'offered', 'accepted'] as const;
export const liveQuote = ({ quote }: Quoted): CaseState['quote'] =>
  quote && LIVE.some((status) => status === quote.status) ? quote : undefined;

/** R7: where the customer pays a share, the work waits for their word; once given, it is theirs until what they pay changes. */
export const isQuoteNeeded = (state: CaseState): boolean =>
  customerPays(state) && state.quote?.status !== 'accepted' && state.quote?.status !== 'nothing-to-pay';

/** Why a repair has to wait for the customer's word. */
export const missingQuoteRefusal = (state: CaseState): DomainError | undefined =>
  isQuoteNeeded(state)
    ? new DomainError('CASE.QUOTE_NEEDED', { quoteStatus: state.quote?.status ?? 'none' })
    : undefined;

/** A first quote, or the next after one that is void. @throws {DomainError} */
export const preparationRefusal = (state: RegisteredCase): DomainError | undefined => {
  const open = undecidedRefusal(state);
  if (open) return open;
  if (!customerPays(state)) return new DomainError('QUOTE.NOT_NEEDED');
  const { quote } = state;
  return quote && quote.status !== 'void' && quote.status !== 'nothing-to-pay'
    ? new DomainError('QUOTE.EXISTS', { number: quote.number, quoteStatus: quote.status })
    : undefined;
};

export const revisionRefusal = (state: RegisteredCase): DomainError | undefined => {
  const open = undecidedRefusal(state);
  if (open) return open;
  if (!customerPays(state)) return new DomainError('QUOTE.NOT_NEEDED');
  return state.quote && state.quote.status !== 'void' ? undefined : new DomainError('QUOTE.NONE');
};

export const decisionRefusal = ({ quote }: RegisteredCase): DomainError | undefined => {
  if (!quote) return new DomainError('QUOTE.NONE');
  return quote.status === 'offered'
    ? undefined
    : new DomainError('QUOTE.NOT_OFFERED', { number: quote.number, quoteStatus: quote.status });
};

/**
 * Priced and shared out by the entitlement in force, and offered to the customer; where a rule wants it approved, it waits for that first.
 * @param at when it happened. @param now when it is recorded. @throws {DomainError} CASE.APPROVAL_PENDING while its plan waits.
 */
export function prepareQuote(
  state: RegisteredCase,
  input: QuoteInput & { readonly reason?: string },
  { at, now }: Entry,
): readonly CaseEvent[] {
  const header = headerOf(state, input);
  const prepared: CaseEvent = { type: 'QuotePrepared', data: header };
  const isFree = header.totalCents === 0;
  if (isFree && (input.judgesZero !== true || isCovered(header))) return [prepared];
  const ask = approvalOf(state, header, input);
  if (ask) return [prepared, ...askApproval(state, ask, now)];
  return isFree ? [prepared] : [prepared, ...offer(state, header, at)];
}

/** The versions before stay on record; what is void can be accepted no more. */
export function reviseQuote(
  state: RegisteredCase,
  input: QuoteInput & { readonly reason: string },
  entry: Entry,
): readonly CaseEvent[] {
  const { at, ahead } = entry;
  const voided = voidQuote(state, 'revised', at);
  return [...voided, ...prepareQuote(ahead(state, voided, at), input, entry)];
}

/**
 * The customer's decision, reported to a clerk or given by the link; recorded with how and when (R36).
 * @throws {DomainError}
 */
export function decideQuote(
  state: RegisteredCase,
  { version, decision, consent, reason }: QuoteDecision,
  { at, by }: Entry,
): readonly CaseEvent[] {
  const { quote } = state;
  if (!quote) throw new DomainError('QUOTE.NONE');
  const { number } = quote;
  if (version !== quote.version) throw new DomainError('QUOTE.REVISED', { number }, 'data.version');
  checkConsent(consent, { at, by, asked: byAnOffer(quote.statusSince) });
  const decided: CaseEvent =
    decision === 'accept'
      ? { type: 'QuoteAccepted', data: { number, consent } }
      : { type: 'QuoteRefused', data: { number, consent, ...(reason !== undefined && { reason }) } };
  return [decided, ...meetClock(state.clocks, QUOTE_CLOCK, at), ...resumed(state, at)];
}

/** The quote has expired: it can no longer be accepted, and a person decides how to go on. */
export const lapseQuote = (state: RegisteredCase, at: string): CaseEvent[] =>
  state.quote?.status === 'offered'
    ? [
        ...stopClocks(state.clocks, [QUOTE_CLOCK], at),
        { type: 'QuoteLapsed', data: { number: state.quote.number } },
        ...resumed(state, at),
      ]
    : [];

/** Takes a quote that counts back, with the approval that it waits for. Nothing where none does. */
export function voidQuote(state: RegisteredCase, reason: VoidReason, at: string): readonly CaseEvent[] {
  const quote = liveQuote(state);
  if (!quote) return [];
  return [
    { type: 'QuoteVoided', data: { number: quote.number, reason } },
    ...stopClocks(state.clocks, [QUOTE_CLOCK], at),
    ...(quote.status === 'offered' ? resumed(state, at) : []),
    ...dropApproval(state, WITHDRAWAL_OF[reason], { at, kinds: ['quote'] }),
  ];
}

/** A plan that has to be approved takes the place of a quote that the customer has not seen yet: that was for another plan. */
export const voidUnseen = (state: RegisteredCase, at: string): readonly CaseEvent[] =>
  state.quote?.status === 'in-approval' ? voidQuote(state, 'plan-changed', at) : [];

/** The same for a case that ends, whose clocks all stop. */
export function withdrawQuote(state: RegisteredCase, reason: VoidReason): readonly CaseEvent[] {
  const quote = liveQuote(state);
  return quote ? [{ type: 'QuoteVoided', data: { number: quote.number, reason } }] : [];
}

/**
 * Events for the quote when the entitlement changes (R6): a quote with other shares is void, and may no
 * longer be needed. @param after the case as it is once the change is recorded.
 */
export function quoteAfter(state: RegisteredCase, after: CaseState, at: string): readonly CaseEvent[] {
  const { quote } = state;
  const isWaived = quote?.status === 'nothing-to-pay' && quote.judgesZero === true;
  if (!quote || (!isWaived && !liveQuote(state))) return [];
  const isSame =
    customerPays(after) && quote.lines.every((line) => coveredOf(after)(line) === line.coveredPercent);
  if (isSame) return [];
  return isWaived
    ? [{ type: 'QuoteVoided', data: { number: quote.number, reason: 'entitlement-changed' } }]
    : voidQuote(state, 'entitlement-changed', at);
}

/** While the customer makes up their mind the resolution's promise waits, as far as its policy lets it. */
export function offer(
  state: RegisteredCase,
  { number, validDays }: QuoteHeader,
  at: string,
): readonly CaseEvent[] {
  const validUntil = new Date(Date.parse(at) + validDays * DAY_MS).toISOString();
  return [
    { type: 'QuoteOffered', data: { number, validUntil } },
    startClock(QUOTE_CLOCK, at, factsOf(state), validUntil),
    ...(state.paused ? [{ type: 'ClockPaused', data: { clock: QUOTE_CLOCK, at } } as const] : []),
    ...pauseClocks(state.clocks, ['resolution'], at),
  ];
}

/** The resolution's promise goes on, unless something else holds it. */
const resumed = (state: RegisteredCase, at: string): readonly CaseEvent[] =>
  state.paused || holdsOf(state).some((hold) => hold !== 'quote')
    ? []
    : resumeClocks(state.clocks, at, ['resolution']);

function headerOf(
  state: RegisteredCase,
  { lines, terms, note, reason, judgesZero }: QuoteInput & { readonly reason?: string },
): QuoteHeader {
  const { validDays, ...rest } = terms;
  const version = ((state.quote ?? state.earlierQuotes?.at(-1))?.version ?? 0) + 1;
  const priced = priceQuote(lines, rest, coveredOf(state));
  return {
    ...priced,
    number: `${state.registration.caseNumber}-Q${version}`,
    version,
    validDays,
    ...(note !== undefined && { note }),
    ...(reason !== undefined && { reason }),
    ...(priced.totalCents === 0 && judgesZero && { judgesZero }),
  };
}

/** Nothing is to be paid because the entitlement says so, not because somebody asks nothing for it. */
const isCovered = ({ lines }: QuoteHeader): boolean =>
  lines.every(({ coveredPercent: percent }) => percent === 100);

export const coveredOf =
  (state: CaseState) =>
  (line: PricedLine): number =>
    coveredPercent(state, line) ?? 100;
