import { useState, type SubmitEvent } from 'react';
import { api, Refused } from '../api';
import { useWords } from '../language';
import { LanguageSwitch } from '../shell/language-switch';
import { faultText } from '../shell/faults';
import { SHELL_WORDS } from '../shell/words';
import { textOf } from './entered';
import './login.css';
import { NewPassword } from './new-password';
import { LOGIN_WORDS } from './words';

interface Entry {
  /** Why one who was in is asked again. */
  readonly note?: string;
  readonly onEntered: () => Promise<void>;
}

export function Login({ note, onEntered }: Entry) {
  const t = useWords(LOGIN_WORDS);
  const shell = useWords(SHELL_WORDS);
  const [fault, setFault] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  // A temporary password opens nothing: its person chooses their own by it.
  const [isChoosing, setChoosing] = useState(false);

  const enter = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const entered = new FormData(event.currentTarget);
    const newPassword = textOf(entered, 'newPassword');
    if (isChoosing && newPassword !== textOf(entered, 'repeated')) {
      setFault(t('differ'));
      return;
    }
    setBusy(true);
    setFault(undefined);
    try {
      const known = { login: textOf(entered, 'login'), password: textOf(entered, 'password') };
      await api.POST('/v1/login', { body: isChoosing ? { ...known, newPassword } : known });
      await onEntered();
    } catch (error) {
      if (error instanceof Refused && error.problem.code === 'AUTH.PASSWORD_CHANGE_REQUIRED') {
        setChoosing(true);
        setBusy(false);
        return;
      }
      setFault(error instanceof Refused ? error.problem.detail : faultText(error, shell));
      setBusy(false);
    }
  };

  return (
    <main className="login">
      <form className="login-card" onSubmit={(event) => void enter(event)} aria-labelledby="login-title">
        <div className="login-head">
          <img src="/icon.svg" width="36" height="36" alt="" />
          <strong>Aftercare</strong>
          <LanguageSwitch />
        </div>
        <h1 id="login-title">{t(isChoosing ? 'choose' : 'title')}</h1>
        <p className="login-note" role={isChoosing ? 'status' : undefined}>
          {isChoosing ? t('chooseNote') : (note ?? t('slogan'))}
        </p>
        <label>
          {t('login')}
          <input name="login" autoComplete="username" required autoFocus maxLength={200} />
        </label>
        <label>
          {t('password')}
          <input name="password" type="password" autoComplete="current-password" required maxLength={1000} />
        </label>
        {isChoosing && <NewPassword />}
        <p className="login-fault" role="alert">
          {fault}
        </p>
        <button type="submit" className="button-main" disabled={isBusy}>
          {t(isBusy ? 'entering' : isChoosing ? 'chosen' : 'enter')}
        </button>
      </form>
    </main>
  );
}
