import { Link } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { useWords } from '../language';
import { SHELL_WORDS } from '../shell/words';
import { CASE_WORDS } from './words';

export interface Key {
  readonly key: string;
  readonly label: string;
  readonly act: () => void;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, dialog, [contenteditable]') !== null;

/** Single keys of the page, and `?` for the list of them. They rest while somebody types. */
export function Keys({ keys }: { readonly keys: readonly Key[] }) {
  const t = useWords(CASE_WORDS);
  const shell = useWords(SHELL_WORDS);
  const list = useRef<HTMLDialogElement>(null);
  const [isShown, setShown] = useState(false);
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return;
    if (event.key === '?') {
      event.preventDefault();
      setShown(true);
      return;
    }
    const found = keys.find(({ key }) => key === event.key);
    if (!found) return;
    event.preventDefault();
    found.act();
  });
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => pressed(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  useEffect(() => {
    if (isShown) list.current?.showModal();
  }, [isShown]);
  return (
    <dialog ref={list} className="case-keys" aria-labelledby="keys-title" onClose={() => setShown(false)}>
      <h2 id="keys-title">{t('keys')}</h2>
      <dl>
        {[...keys, { key: '?', label: t('keys') }].map(({ key, label }) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>..</kbd>
          </dt>
          <dd>{t('keyCopyTitle')}</dd>
        </div>
        <div>
          <dt>
            <kbd>...</kbd>
          </dt>
          <dd>{t('keyCopyLink')}</dd>
        </div>
        <div>
          <dt>
            <kbd>/</kbd>
          </dt>
          <dd>
            {t('keyModules')} (<Link to="/text-modules">{t('keyModulesOwn')}</Link>)
          </dd>
        </div>
        <div>
          <dt>
            <kbd>Ctrl</kbd> <kbd>Enter</kbd>
          </dt>
          <dd>{t('keySend')}</dd>
        </div>
        <div>
          <dt>
            <kbd>Esc</kbd>
          </dt>
          <dd>{t('keyClose')}</dd>
        </div>
      </dl>
      <button type="button" className="button-main" onClick={() => list.current?.close()}>
        {shell('close')}
      </button>
    </dialog>
  );
}
