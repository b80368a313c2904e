import { useState } from 'preact/hooks';
import type { CustomerCase } from '../api';
import { useLanguage, useWords } from '../language';
import { timeText, zoneText } from '../texts';
import { SHARED_WORDS } from '../words';
import type { OfCase } from './act';
import { Appointment } from './appointment';
import { Papers, Parts, Photos, Quote, Survey, Wish } from './later-parts';
import { Message } from './message';
import { Promises } from './promises';
import { CASE_WORDS, type DoneKey } from './words';

interface Shown {
  readonly it: CustomerCase;
  readonly token: string;
  readonly readAt: string | undefined;
  readonly isStale: boolean;
  readonly reload: () => Promise<void>;
}

/** The case in its customer's words: where it stands first, then what is theirs to decide, then the rest. */
export function CaseView({ it, token, readAt = '', isStale, reload }: Shown) {
  const t = useWords(CASE_WORDS);
  const shared = useWords(SHARED_WORDS);
  const { language } = useLanguage();
  const [done, setDone] = useState<DoneKey>();
  const onDone = (key: DoneKey): void => {
    setDone(key);
    scrollTo({ top: 0 });
    void reload();
  };
  const own: OfCase = { it, token, onDone };
  return (
    <>
      {isStale && <p class="stale">{shared('stale', { time: timeText(readAt, language) })}</p>}
      <p role="status" class={done ? 'done' : ''}>
        {done && t(done)}
      </p>
      <p class="quiet">
        {t('case', { number: it.number })} · {t('received', { time: timeText(it.receivedAt, language) })}
      </p>
      <h1 lang={it.language}>{it.subject}</h1>
      {it.unit && (
        <p class="quiet">
          {it.unit.productName[language]} · {it.unit.serial}
        </p>
      )}
      <section class="card now">
        <h2>{t('now')}</h2>
        <p class="stage">{it.stageNames[language]}</p>
        <Appointment {...own} />
        {it.needsAppointment && <Wish {...own} />}
      </section>
      {it.quote && <Quote {...own} quote={it.quote} />}
      {it.actions.includes('recordSurvey') && (
        <Survey number={it.number} token={token} onDone={() => onDone('surveyed')} />
      )}
      {it.partsOrders.length > 0 && <Parts {...own} />}
      <Promises {...own} />
      {it.answer !== null && (
        <section class="card">
          <h2>{t('ourAnswer')}</h2>
          <p class="written" lang={it.language}>
            {it.answer}
          </p>
        </section>
      )}
      {it.actions.includes('recordMessage') && (
        <>
          <Message {...own} />
          <Photos {...own} />
        </>
      )}
      {it.reports.length + it.visits.length > 0 && <Papers {...own} />}
      <Tested {...own} />
      <section class="card">
        <h2>{t('history')}</h2>
        <ol class="history">
          {it.timeline.map(({ at, type, names }, n) => (
            <li key={`${type}${n}`}>
              <time dateTime={at}>{timeText(at, language)}</time>
              {names[language]}
            </li>
          ))}
        </ol>
      </section>
      <section class="card">
        <h2>{t('yourRequest')}</h2>
        <p class="written" lang={it.language}>
          {it.text}
        </p>
      </section>
      <p class="quiet">{t('zone', { zone: zoneText(it.receivedAt, language) })}</p>
    </>
  );
}

function Tested({ it: { verification } }: OfCase) {
  const t = useWords(CASE_WORDS);
  if (!verification) return null;
  return (
    <section class="card">
      <h2>{t('tested')}</h2>
      <p>{verification.method}</p>
      <ul>
        {verification.readings.map(({ what, value }) => (
          <li key={what}>
            {what}: {value}
          </li>
        ))}
      </ul>
      {verification.witnessedBy !== null && (
        <p class="quiet">{t('witnessed', { name: verification.witnessedBy })}</p>
      )}
    </section>
  );
}
