import { useState } from 'preact/hooks';
import { compressed } from '../../shared/photo';
import { ask } from '../api';
import { useLanguage, useWords } from '../language';
import { Fault } from '../states';
import { timeText } from '../texts';
import { SHARED_WORDS } from '../words';
import type { OfCase } from './act';
import { PHOTOS_WORDS } from './photos-words';

interface Adding {
  readonly isBusy: boolean;
  /** Files that are no pictures, by their names. */
  readonly odd: readonly string[];
  readonly error?: unknown;
}

/** Photos that the customer adds: each is sent as soon as it is chosen, so that a reload loses none. */
export function Photos({ it, token, onDone }: OfCase) {
  const t = useWords(PHOTOS_WORDS);
  const shared = useWords(SHARED_WORDS);
  const { language } = useLanguage();
  const [{ isBusy, odd, error }, setState] = useState<Adding>({ isBusy: false, odd: [] });
  const add = async (files: readonly File[]): Promise<void> => {
    const notRead: string[] = [];
    let sent = 0;
    setState({ isBusy: true, odd: [] });
    try {
      for (const file of files) {
        const body = await compressed(file).catch(() => undefined);
        if (body) {
          await ask(`/v1/customer/case/photos?name=${encodeURIComponent(nameOf(file))}`, {
            language,
            token,
            body,
          });
          sent++;
        } else notRead.push(file.name);
      }
      setState({ isBusy: false, odd: notRead });
    } catch (failed) {
      setState({ isBusy: false, odd: notRead, error: failed });
    }
    if (sent > 0) onDone('photographed');
  };
  return (
    <section class="card">
      <h2>{t('title')}</h2>
      {it.photos.length > 0 && (
        <ul>
          {it.photos.map(({ id, name, at }) => (
            <li key={id}>
              {name} <small>{timeText(at, language)}</small>
            </li>
          ))}
        </ul>
      )}
      <label class="button photo">
        {isBusy ? shared('sending') : t('add')}
        <input
          type="file"
          accept="image/*"
          multiple
          disabled={isBusy}
          aria-describedby="photos-help"
          onChange={({ currentTarget }) => {
            const files = [...(currentTarget.files ?? [])];
            currentTarget.value = '';
            void add(files);
          }}
        />
      </label>
      <small id="photos-help">{t('help')}</small>
      <p role="alert" class="fault">
        {odd.length > 0 && t('odd', { names: odd.join(', ') })}
      </p>
      <Fault error={error} />
    </section>
  );
}

/** The photo is a JPEG once it has been made smaller. */
const nameOf = ({ name }: File): string =>
  `${name
    .replace(/\.\w+$/, '')
    .replace(/[/\\]/g, '-')
    .slice(0, 100)}.jpg`;
