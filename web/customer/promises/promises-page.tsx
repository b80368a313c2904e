import { useEffect, useState } from 'preact/hooks';
import { read, type Schemas } from '../api';
import { useLanguage, useWords } from '../language';
import { Failed, Loading } from '../states';
import { timeText } from '../texts';
import { PROMISES_WORDS } from './words';

type Published = Schemas['PublicPromises'];

/** The published promises, each with its measured figure (R37). */
export function PromisesPage() {
  const t = useWords(PROMISES_WORDS);
  const { language } = useLanguage();
  const [published, setPublished] = useState<Published>();
  const [error, setError] = useState<unknown>();
  const load = (): void => {
    setError(undefined);
    read('/v1/public/promises', { language: 'zh' }).then(setPublished, setError);
  };
  useEffect(load, []);
  if (!published) return error === undefined ? <Loading /> : <Failed error={error} retry={load} />;
  return (
    <>
      <h1>{t('title')}</h1>
      <p class="quiet">{t('measured', { time: timeText(published.asOf, language) })}</p>
      <ul class="figures">
        {published.items.map(({ key, text, percent, due }) => (
          <li key={key} class="card">
            <p>{text[language]}</p>
            {percent === null ? (
              <p class="quiet">{t('none')}</p>
            ) : (
              <>
                <meter min={0} max={100} value={percent} aria-label={t('kept', { percent })} />
                <p>
                  <strong>{t('kept', { percent })}</strong> <span class="quiet">{t('of', { due })}</span>
                </p>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
