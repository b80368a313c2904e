import { useDraft } from '../kept';
import { useLanguage, useWords } from '../language';
import { Sending } from '../states';
import { timeText } from '../texts';
import { useCommand, type OfCase } from './act';
import { MESSAGE_WORDS } from './message-words';

const KINDS = ['question', 'complaint'] as const;

/** The customer writes to the desk, or complains: the desk has it as a task. */
export function Message({ it, token, onDone }: OfCase) {
  const t = useWords(MESSAGE_WORDS);
  const { language } = useLanguage();
  const kind = useDraft(`${it.number} kind`, 'question');
  const text = useDraft(`${it.number} message`);
  const { isBusy, error, send } = useCommand(token);
  const submit = (): void => {
    const data = {
      kind: kind.value === 'complaint' ? ('complaint' as const) : ('question' as const),
      text: text.value.trim(),
    };
    if (data.text === '') return;
    void send({ type: 'recordMessage', data }).then((isDone) => {
      if (!isDone) return;
      text.clear();
      kind.clear();
      onDone(data.kind === 'complaint' ? 'complained' : 'wrote');
    });
  };
  return (
    <form
      class="card"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h2>{t('title')}</h2>
      {it.messages.length > 0 && (
        <details>
          <summary>
            {t('yours')} ({it.messages.length})
          </summary>
          <ol class="history">
            {it.messages.map(({ at, kind: sort, text: words }) => (
              <li key={at + words}>
                <time dateTime={at}>
                  {timeText(at, language)} · {t(sort)}
                </time>
                <span class="written">{words}</span>
              </li>
            ))}
          </ol>
        </details>
      )}
      <fieldset>
        <legend>{t('kind')}</legend>
        <div class="scores">
          {KINDS.map((one) => (
            <label key={one} class="pick">
              <input type="radio" name="kind" checked={kind.value === one} onChange={() => kind.set(one)} />
              {t(one)}
            </label>
          ))}
        </div>
      </fieldset>
      {kind.value === 'complaint' && <p class="quiet">{t('complaintHelp')}</p>}
      <label>
        {t('text')}
        <textarea
          required
          rows={3}
          maxLength={4000}
          value={text.value}
          onInput={({ currentTarget }) => text.set(currentTarget.value)}
        />
      </label>
      <Sending error={error} isBusy={isBusy}>
        {t('send')}
      </Sending>
    </form>
  );
}
