import { useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { api, bodyOf, Refused, session } from '../api';
import { useCodes } from '../codes';
import { useLanguage, useName, useWords } from '../language';
import { textOf } from '../login/entered';
import '../login/login.css';
import { NewPassword } from '../login/new-password';
import { LOGIN_WORDS } from '../login/words';
import { useMe } from '../session';
import { faultText } from '../shell/faults';
import '../shell/pieces.css';
import { SHELL_WORDS } from '../shell/words';
import './account.css';
import { tellTabs } from '../tabs';
import { ACCOUNT_WORDS } from './words';

/** The reader's own account: name, roles, place and password. */
export function AccountPage() {
  const t = useWords(ACCOUNT_WORDS);
  const name = useName();
  const codes = useCodes();
  const { language } = useLanguage();
  const me = useMe();
  return (
    <>
      <h1>{t('title')}</h1>
      <section className="card account-card">
        <p>
          <strong>{name({ en: me.nameEn, zh: me.nameZh })}</strong> ·{' '}
          {name({ en: me.organisation.nameEn, zh: me.organisation.nameZh })}
        </p>
        <p>{me.roles.map((role) => codes.name('role', role)).join(language === 'zh' ? '、' : ', ')}</p>
        <p className="quiet">{t('others')}</p>
      </section>
      <PasswordForm />
    </>
  );
}

function PasswordForm() {
  const t = useWords(ACCOUNT_WORDS);
  const login = useWords(LOGIN_WORDS);
  const shell = useWords(SHELL_WORDS);
  const queries = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const [isDone, setDone] = useState(false);
  const [fault, setFault] = useState('');

  const change = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const entered = new FormData(form);
    const [oldPassword, newPassword] = [textOf(entered, 'oldPassword'), textOf(entered, 'newPassword')];
    setDone(false);
    if (newPassword !== textOf(entered, 'repeated')) {
      setFault(login('differ'));
      return;
    }
    setBusy(true);
    setFault('');
    try {
      const answer = await bodyOf(api.POST('/v1/me/password', { body: { oldPassword, newPassword } }));
      session.csrfToken = answer.csrfToken;
      // The pages in other tabs carry the token of the session before.
      if (session.staffId !== undefined) tellTabs(session.staffId);
      await queries.invalidateQueries({ queryKey: ['me'] });
      form.reset();
      setDone(true);
    } catch (error) {
      setFault(error instanceof Refused ? error.problem.detail : faultText(error, shell));
    }
    setBusy(false);
  };
  return (
    <section className="card account-card" aria-labelledby="password-title">
      <h2 id="password-title">{t('change')}</h2>
      <form onSubmit={(event) => void change(event)}>
        <p className="quiet">{t('what')}</p>
        <label>
          {t('old')}
          <input
            name="oldPassword"
            type="password"
            autoComplete="current-password"
            required
            maxLength={256}
          />
        </label>
        <NewPassword />
        <p className="fault" role="alert">
          {fault}
        </p>
        <p role="status">{isDone && t('done')}</p>
        <button type="submit" className="button-main" disabled={isBusy}>
          {shell('save')}
        </button>
      </form>
    </section>
  );
}
