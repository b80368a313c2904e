import { useState } from 'preact/hooks';
import { keep, kept, useDraft } from '../kept';
import { useLanguage, useWords } from '../language';
import { Sending } from '../states';
import { dayText, zoneText } from '../texts';
import { useCommand, type OfCase } from './act';
import { WISH_WORDS } from './wish-words';

const DAYS = 7;
const HALVES = ['morning', 'afternoon'] as const;

/** Days that can be wished for: tomorrow and those after it. */
const daysAhead = (): { readonly key: string; readonly noon: string }[] =>
  Array.from({ length: DAYS }, (_, n) => {
    const now = new Date();
    const noon = new Date(now.getFullYear(), now.getMonth(), now.getDate() + n + 1, 12);
    return { key: `${noon.getMonth() + 1}-${noon.getDate()}`, noon: noon.toISOString() };
  });

/** The first appointment is arranged by the desk: the customer tells it when a visit suits them, and it reaches the desk as a message. */
export function Wish({ it, token, onDone }: OfCase) {
  const t = useWords(WISH_WORDS);
  const { language } = useLanguage();
  const opened = `wish ${it.number}`;
  const [isOpen, setOpen] = useState(kept(opened) !== undefined);
  const open = (next: boolean): void => {
    keep(opened, next ? 'open' : undefined);
    setOpen(next);
  };
  const times = useDraft(`${it.number} times`);
  const note = useDraft(`${it.number} wish`);
  const [isEmpty, setEmpty] = useState(false);
  const { isBusy, error, send } = useCommand(token);
  const chosen = new Set(times.value.split(' '));
  const days = daysAhead();
  const choices = days.flatMap(({ key, noon }) =>
    HALVES.map((half) => ({ noon, half, key: `${key}/${half}` })),
  );
  const toggle = (key: string): void => {
    setEmpty(false);
    const next = chosen.has(key) ? [...chosen].filter((one) => one !== key) : [...chosen, key];
    times.set(next.join(' ').trim());
  };
  const submit = (): void => {
    const wished = choices.filter(({ key }) => chosen.has(key));
    const words = note.value.trim();
    setEmpty(wished.length === 0 && words === '');
    if (wished.length === 0 && words === '') return;
    const listed = wished
      .map(({ noon, half }) => `${dayText(noon, language)} ${t(half)}`)
      .join(language === 'zh' ? '、' : '; ');
    const first =
      wished.length > 0 ? t('text', { times: listed, zone: zoneText(it.receivedAt, language) }) : t('noTime');
    const text = [first, words].filter((line) => line !== '').join('\n');
    void send({ type: 'recordMessage', data: { kind: 'question', text } }).then((isDone) => {
      if (!isDone) return;
      times.clear();
      note.clear();
      open(false);
      onDone('wished');
    });
  };
  if (!isOpen)
    return (
      <button type="button" class="main" onClick={() => open(true)}>
        {t('open')}
      </button>
    );
  return (
    <form
      class="choice"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h3>{t('title')}</h3>
      <p class="quiet">{t('help')}</p>
      {days.map(({ key: day, noon }) => (
        <fieldset key={day} class="wish">
          <legend>{dayText(noon, language)}</legend>
          {choices
            .filter((choice) => choice.noon === noon)
            .map(({ half, key }) => (
              <label key={key} class="pick">
                <input type="checkbox" checked={chosen.has(key)} onChange={() => toggle(key)} />
                {t(half)}
              </label>
            ))}
        </fieldset>
      ))}
      <label>
        {t('note')}
        <textarea
          rows={2}
          maxLength={1000}
          value={note.value}
          onInput={({ currentTarget }) => {
            setEmpty(false);
            note.set(currentTarget.value);
          }}
        />
      </label>
      <p role="alert" class="fault">
        {isEmpty && t('none')}
      </p>
      <Sending error={error} isBusy={isBusy}>
        {t('send')}
      </Sending>
      <button type="button" onClick={() => open(false)}>
        {t('close')}
      </button>
    </form>
  );
}
