import { useEffect, useRef } from 'react';
import type { End } from '../api';
import { useLanguage, useWords } from '../language';
import type { Me } from '../session';
import { Login } from './login';
import { LOGIN_WORDS } from './words';

interface Over {
  /** The person whose page lies below. */
  readonly me: Me;
  readonly end: End;
  readonly onEntered: () => Promise<void>;
}

/** The login over a page that stays as it is: above its own dialogs too, and with nothing of it to be read meanwhile. */
export function LoginOver({ me, end, onEntered }: Over) {
  const t = useWords(LOGIN_WORDS);
  const { language } = useLanguage();
  const name = language === 'zh' ? me.nameZh : me.nameEn;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
    dialog.current?.querySelector('input')?.focus();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="login-over"
      aria-labelledby="login-title"
      onCancel={(event) => event.preventDefault()}
      // A browser closes it at the second Escape, whatever the first was answered.
      onClose={() => dialog.current?.showModal()}
    >
      <Login note={t(end === 'other' ? 'other' : 'again', { name })} onEntered={onEntered} />
    </dialog>
  );
}
