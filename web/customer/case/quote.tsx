import { useState } from 'preact/hooks';
import type { Schemas } from '../api';
import { Confirm } from '../confirm';
import { useDraft } from '../kept';
import { useLanguage, useWords } from '../language';
import { Fault } from '../states';
import { moneyText, timeText } from '../texts';
import { SHARED_WORDS } from '../words';
import { useCommand, type OfCase } from './act';
import { PricedLine, Totals } from './priced';
import { QUOTE_WORDS } from './quote-words';

type QuoteOfCase = OfCase & { readonly quote: Schemas['Quote'] };

/** Shows the quote line by line, with what is free and what is left to pay, and asks for the decision. */
export function Quote(own: QuoteOfCase) {
  const t = useWords(QUOTE_WORDS);
  const { language } = useLanguage();
  const { quote, it } = own;
  const isOpen = it.actions.includes('decideQuote');
  return (
    <section class={isOpen ? 'card todo' : 'card'}>
      <h2>{t(isOpen ? 'decide' : 'title')}</h2>
      <p class="quiet">
        {quote.number} · {quote.statusNames[language]}
        {isOpen &&
          quote.validUntil !== null &&
          ` · ${t('validUntil', { time: timeText(quote.validUntil, language) })}`}
      </p>
      <ul class="lines">
        {quote.lines.map((line, n) => (
          <PricedLine
            key={n}
            {...line}
            currency={quote.currency}
            covered={
              line.coveredPercent === 100
                ? t('free')
                : line.coveredPercent > 0
                  ? t('covered', { percent: line.coveredPercent })
                  : ''
            }
          />
        ))}
      </ul>
      <Totals {...quote} />
      {quote.note !== null && <p class="written">{quote.note}</p>}
      {isOpen && <Decision {...own} />}
    </section>
  );
}

function Decision({ quote, token, it, onDone }: QuoteOfCase) {
  const t = useWords(QUOTE_WORDS);
  const shared = useWords(SHARED_WORDS);
  const { language } = useLanguage();
  const [asked, setAsked] = useState<'accept' | 'refuse'>();
  const reason = useDraft(`${it.number} refusal`);
  const { isBusy, error, send } = useCommand(token);
  const decide = (decision: 'accept' | 'refuse'): void => {
    const why = reason.value.trim();
    const data = {
      version: quote.version,
      decision,
      ...(decision === 'refuse' && why !== '' && { reason: why }),
    };
    void send({ type: 'decideQuote', data }).then((isDone) => {
      if (!isDone) return;
      reason.clear();
      onDone(decision === 'accept' ? 'accepted' : 'refused');
    });
  };
  const total = moneyText(quote.totalCents, quote.currency, language);
  return (
    <>
      <div class="buttons">
        <button type="button" class="main" onClick={() => setAsked('accept')}>
          {t('accept')}
        </button>
        <button type="button" onClick={() => setAsked('refuse')}>
          {t('refuse')}
        </button>
      </div>
      {asked && (
        <Confirm
          title={t(asked === 'accept' ? 'acceptTitle' : 'refuseTitle')}
          yes={asked === 'accept' ? t('acceptYes', { total }) : t('refuseYes')}
          isBusy={isBusy}
          onYes={() => decide(asked)}
          onNo={() => setAsked(undefined)}
        >
          <p>{asked === 'accept' ? t('acceptThen', { total }) : t('refuseThen')}</p>
          {asked === 'refuse' && (
            <label>
              {t('reason')} <span class="quiet">({shared('optional')})</span>
              <textarea
                rows={3}
                maxLength={2000}
                value={reason.value}
                onInput={({ currentTarget }) => reason.set(currentTarget.value)}
              />
            </label>
          )}
          <Fault error={error} />
        </Confirm>
      )}
    </>
  );
}
