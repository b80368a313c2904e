import { useState } from 'preact/hooks';
import { ask, type CustomerCase } from '../api';
import { useLanguage, useWords } from '../language';
import { Fault } from '../states';
import { moneyText, timeText } from '../texts';
import type { OfCase } from './act';
import { PAPERS_WORDS } from './papers-words';
import { PricedLine, Totals } from './priced';

/** Reports to read and to keep, and what was charged for the work. */
export function Papers({ it, token }: OfCase) {
  const t = useWords(PAPERS_WORDS);
  const { language } = useLanguage();
  const visits = it.visits.filter(({ leftAt, arrivedAt }) => (leftAt ?? arrivedAt) !== null);
  if (it.reports.length + visits.length === 0) return null;
  return (
    <section class="card">
      <h2>{t('title')}</h2>
      {it.reports.map(({ report, number, reportedAt, correctedAt }) => (
        <div key={number} class="paper">
          <h3>
            {t('report')} {number}
          </h3>
          <p class="quiet">
            {timeText(reportedAt, language)}
            {correctedAt !== null && ` · ${t('corrected', { time: timeText(correctedAt, language) })}`}
          </p>
          {it.charges
            .filter((charge) => charge.report === report)
            .map((charge) => (
              <Charges key={charge.report} {...charge} />
            ))}
          <Download
            path={`/v1/customer/case/service-report.pdf?language=${language}&report=${report}`}
            name={number}
            token={token}
          />
        </div>
      ))}
      {visits.map(({ visit, number, engineer, leftAt, arrivedAt, outcome }) => (
        <div key={number} class="paper">
          <h3>
            {t('visit')} {visit}
          </h3>
          <p class="quiet">
            {engineer} · {timeText(leftAt ?? arrivedAt ?? '', language)} · {t(outcome)}
          </p>
          <Download
            path={`/v1/customer/case/visits/${visit}/report.pdf?language=${language}`}
            name={number}
            token={token}
          />
        </div>
      ))}
    </section>
  );
}

function Charges({ kind, currency, lines, invoiceNumber, ...sums }: CustomerCase['charges'][number]) {
  const t = useWords(PAPERS_WORDS);
  const { language } = useLanguage();
  if (kind !== 'priced' || currency === null) return <p>{t(kind === 'free' ? 'free' : 'none')}</p>;
  return (
    <>
      {invoiceNumber !== null && <p class="quiet">{t('invoice', { number: invoiceNumber })}</p>}
      <ul class="lines">
        {lines.map((line, n) => (
          <PricedLine
            key={n}
            {...line}
            currency={currency}
            covered={
              line.coveredCents > 0
                ? t('covered', { amount: moneyText(line.coveredCents, currency, language) })
                : ''
            }
          />
        ))}
      </ul>
      <Totals {...sums} currency={currency} />
    </>
  );
}

interface Paper {
  readonly path: string;
  readonly name: string;
  readonly token: string;
}

/** The token goes along in a header, which no plain link can carry: the file is fetched, then handed over. */
function Download({ path, name, token }: Paper) {
  const t = useWords(PAPERS_WORDS);
  const { language } = useLanguage();
  const [state, setState] = useState<{ readonly isBusy: boolean; readonly error?: unknown }>({
    isBusy: false,
  });
  const download = async (): Promise<void> => {
    setState({ isBusy: true });
    try {
      const answer = await ask(path, { language, token });
      const address = URL.createObjectURL(await answer.blob());
      const link = document.createElement('a');
      link.href = address;
      link.download = `${name}.pdf`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
      setState({ isBusy: false });
    } catch (error) {
      setState({ isBusy: false, error });
    }
  };
  return (
    <>
      <button type="button" disabled={state.isBusy} onClick={() => void download()}>
        {state.isBusy ? t('fetching') : t('download')}
        <span class="hidden"> {name}</span>
      </button>
      <Fault error={state.error} />
    </>
  );
}
