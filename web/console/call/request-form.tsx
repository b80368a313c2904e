import { useState, type KeyboardEvent, type RefObject, type SubmitEvent } from 'react';
import type { Schemas } from '../api';
import { useCodes } from '../codes';
import { DraftKept } from '../draft-kept';
import { useLanguage, useWords } from '../language';
import { useMe } from '../session';
import { faultText } from '../shell/faults';
import { SHELL_WORDS } from '../shell/words';
import { SnippetArea } from '../snippets/snippet-area';
import { AFTER_SAVING, type AfterSaving } from './after-saving';
import { callOf } from './call-of';
import type { CallerFile } from './caller';
import type { Drafting } from './draft';
import { HowItCame } from './how-it-came';
import { saveCall, type Call } from './save-call';
import { UnitChoice } from './unit-choice';
import { CALL_WORDS } from './words';

interface Form extends Drafting {
  readonly number: string;
  readonly file: CallerFile | undefined;
  readonly subject: RefObject<HTMLInputElement | null>;
  readonly after: AfterSaving;
  readonly onAfter: (after: AfterSaving) => void;
  readonly onSaved: (caseNumber: string) => void;
}

/** The request, its answer and its classification in one form: Ctrl+Enter saves all of it. */
export function RequestForm({ number, file, kept, draft, change, discard, subject, ...rest }: Form) {
  const t = useWords(CALL_WORDS);
  const shell = useWords(SHELL_WORDS);
  const codes = useCodes();
  const { language } = useLanguage();
  const { organisation } = useMe();
  const [fault, setFault] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const isRegistered = draft.registered !== undefined;
  const isLocked = isRegistered || draft.sent !== undefined;
  const call = callOf({ number, draft, file, language, organisation });

  const save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (isBusy) return;
    const missing = missingOf(call);
    if (missing) {
      setFault(t(missing));
      return;
    }
    setBusy(true);
    setFault(undefined);
    try {
      rest.onSaved(await saveCall(call, draft, change));
    } catch (error) {
      setFault(faultText(error, shell));
    } finally {
      setBusy(false);
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.currentTarget.requestSubmit();
  };

  return (
    <form
      className="card request"
      aria-labelledby="request-title"
      onSubmit={(event) => void save(event)}
      onKeyDown={onKeyDown}
    >
      <h2 id="request-title">{t('request')}</h2>
      <fieldset className="plain" disabled={isLocked}>
        <label>
          {t('subject')}
          <input
            ref={subject}
            required
            maxLength={300}
            value={draft.subject ?? ''}
            onChange={({ target }) => change({ subject: target.value })}
          />
        </label>
        <label>
          {t('text')}
          <textarea
            rows={3}
            maxLength={5000}
            value={draft.text ?? ''}
            onChange={({ target }) => change({ text: target.value })}
          />
        </label>
        <UnitChoice draft={draft} change={change} file={file} serial={call.request.unitSerial ?? ''} />
      </fieldset>
      <fieldset className="plain" disabled={draft.batch !== undefined || draft.joinInto !== undefined}>
        <SnippetArea
          label={t('answer')}
          rows={3}
          maxLength={20000}
          textLanguage={call.request.language}
          value={draft.answer ?? ''}
          onText={(answer) => change({ answer })}
        />
        <div className="pair">
          <label>
            {t('type')}
            <select
              value={draft.requestType ?? ''}
              onChange={({ target }) =>
                change({ requestType: (target.value || undefined) as Schemas['RequestType'] | undefined })
              }
            >
              <option value="">{t('later')}</option>
              {codes.all('requestType').map(({ code, name }, index) => (
                <option key={code} value={code}>
                  {`${(index + 1) % 10} ${name}`}
                </option>
              ))}
            </select>
          </label>
          <label>
            {t('priority')}
            <select
              value={draft.priority ?? 'normal'}
              onChange={({ target }) => change({ priority: target.value as Schemas['Priority'] })}
            >
              {codes.all('priority').map(({ code, name }, index) => (
                <option key={code} value={code}>
                  {`${index + 1} ${name}`}
                </option>
              ))}
            </select>
          </label>
        </div>
      </fieldset>
      {draft.registered && !isBusy && (
        <p className="chip chip-warn">{t('isRegistered', { number: draft.registered.caseNumber })}</p>
      )}
      {draft.sent && !isBusy && <p className="chip chip-warn">{t('isSent')}</p>}
      <p className="fault" role="alert">
        {fault}
      </p>
      <div className="save-row">
        <button type="submit" className="button-main" disabled={isBusy} title="Ctrl+Enter">
          {isBusy ? t('saving') : isLocked ? t('saveAgain') : t('save')} <kbd>Ctrl ↵</kbd>
        </button>
        <label className="inline">
          {t('after')}
          <select value={rest.after} onChange={({ target }) => rest.onAfter(target.value as AfterSaving)}>
            {AFTER_SAVING.map((one) => (
              <option key={one} value={one}>
                {t(one)}
              </option>
            ))}
          </select>
        </label>
        {Object.keys(draft).length > 0 && !draft.sent && !isBusy && (
          <button
            type="button"
            className="button-plain"
            onClick={() => {
              if (window.confirm(t('discardAsk'))) discard();
            }}
          >
            {t('discard')}
          </button>
        )}
        <DraftKept at={kept} />
      </div>
      <fieldset className="plain" disabled={isLocked}>
        <HowItCame draft={draft} change={change} request={call.request} />
      </fieldset>
    </form>
  );
}

/** The first thing that the call lacks before it can be classified. */
function missingOf({ classification, answer, newCustomer }: Call): 'answerFirst' | 'centreFirst' | undefined {
  if (!classification) return undefined;
  if (answer === '') return 'answerFirst';
  return newCustomer?.regionId === '' ? 'centreFirst' : undefined;
}
