import type { CustomerCase } from '../api';
import { useLanguage, useWords } from '../language';
import { timeText } from '../texts';
import type { OfCase } from './act';
import { CASE_WORDS } from './words';

type Promised = CustomerCase['promises'][number];

/** Shows each promise with its time and its outcome. */
export function Promises({ it: { promises } }: OfCase) {
  const t = useWords(CASE_WORDS);
  const shown = promises.filter(({ state }) => state !== 'stopped');
  if (shown.length === 0) return null;
  return (
    <section class="card">
      <h2>{t('promised')}</h2>
      <ul class="promises">
        {shown.map((promise) => (
          <li key={promise.name} class={promise.state}>
            <span>{t(promise.name)}</span>
            <Standing {...promise} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Standing({ state, dueAt }: Promised) {
  const t = useWords(CASE_WORDS);
  const { language } = useLanguage();
  const time = dueAt === null ? '' : timeText(dueAt, language);
  if (state === 'met') return <span class="chip good">{t('met')}</span>;
  if (state === 'paused') return <span class="chip">{t('pausedUntil')}</span>;
  if (time === '') return <span class="chip">{t('noTime')}</span>;
  if (state === 'breached') return <span class="chip bad">{t('breached', { time })}</span>;
  return <span class="chip">{t('running', { time })}</span>;
}
