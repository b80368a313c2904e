import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { instantText } from '../../shared/instants';
import { useCommandName } from '../day/use-command-name';
import { useLanguage, useWords } from '../language';
import type { Entry } from './database';
import { discard } from './entries';
import './outbox.css';
import { useOutbox } from './use-outbox';
import { OUTBOX_WORDS } from './words';

/** Everything that has not arrived yet, in its order: each can be opened and discarded. */
export function OutboxPage() {
  const t = useWords(OUTBOX_WORDS);
  const { waiting, ofOthers, isSending, sendNow } = useOutbox();
  const stopped = new Set<string>();
  return (
    <section className="outbox">
      <h1>{t('title')}</h1>
      <p className="quiet">{t('help')}</p>
      {waiting.length === 0 && <p className="card">{t('none')}</p>}
      <ul>
        {waiting.map((entry) => {
          const isBehind = stopped.has(entry.caseNumber);
          if (entry.refusal) stopped.add(entry.caseNumber);
          return <Waiting key={entry.order} entry={entry} isBehind={isBehind} />;
        })}
      </ul>
      {ofOthers > 0 && <p className="quiet">{t('others', { count: ofOthers })}</p>}
      <div className="outbox-acts">
        {waiting.length > 0 && (
          <button type="button" className="button-main" disabled={isSending} onClick={sendNow}>
            {isSending ? t('sending') : t('sendNow')}
          </button>
        )}
        <Link to="/day" className="button-plain link-button">
          {t('toDay')}
        </Link>
      </div>
    </section>
  );
}

function Waiting({ entry, isBehind }: { readonly entry: Entry; readonly isBehind: boolean }) {
  const t = useWords(OUTBOX_WORDS);
  const nameOf = useCommandName();
  const { language } = useLanguage();
  const { caseNumber: number, command, refusal, fileIds, isUnclear } = entry;
  const what = nameOf(command.type);
  const state = refusal
    ? t('stateRefused')
    : isBehind
      ? t('stateBehind')
      : isUnclear
        ? t('stateUnclear')
        : t('stateWaiting');
  return (
    <li className="card">
      <h2>
        {what} · {number}
      </h2>
      <p>
        <span className={refusal ? 'chip chip-bad' : 'chip chip-warn'}>{state}</span>{' '}
        <span className="quiet">{command.occurredAt && instantText(command.occurredAt, language)}</span>
      </p>
      {refusal && <p role="alert">{refusal.detail}</p>}
      {fileIds.length > 0 && <p className="quiet">{t('files', { count: fileIds.length })}</p>}
      <div className="outbox-acts">
        <Link
          to="/day/$number/$command"
          params={{ number, command: command.type }}
          search={{ entry: entry.order }}
          className="button-plain link-button"
        >
          {t('open')}
        </Link>
        <Discard entry={entry} what={what} />
      </div>
    </li>
  );
}

/** Discards a command once the person has read what is lost. */
function Discard({ entry, what }: { readonly entry: Entry; readonly what: string }) {
  const t = useWords(OUTBOX_WORDS);
  const dialog = useRef<HTMLDialogElement>(null);
  const [isBusy, setBusy] = useState(false);
  const drop = async (): Promise<void> => {
    setBusy(true);
    await navigator.locks.request('aftercare.outbox', () => discard(entry));
    dialog.current?.close();
  };
  return (
    <>
      <button type="button" className="button-plain" onClick={() => dialog.current?.showModal()}>
        {t('discard')}
      </button>
      <dialog ref={dialog} aria-label={t('discard')}>
        <p>{t('discardSure', { what, number: entry.caseNumber })}</p>
        {entry.isUnclear && <p>{t('discardUnclear')}</p>}
        <div className="outbox-acts">
          <button type="button" className="button-main" disabled={isBusy} onClick={() => void drop()}>
            {t('discard')}
          </button>
          <button type="button" className="button-plain" onClick={() => dialog.current?.close()}>
            {t('keep')}
          </button>
        </div>
      </dialog>
    </>
  );
}
