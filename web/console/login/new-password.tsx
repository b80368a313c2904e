import { useWords } from '../language';
import { LOGIN_WORDS } from './words';

/** Two fields for a password that somebody chooses: typed twice, since they do not see it. */
export function NewPassword() {
  const t = useWords(LOGIN_WORDS);
  return (
    <>
      <label>
        {t('newPassword')}
        <input
          name="newPassword"
          type="password"
          autoComplete="new-password"
          required
          maxLength={256}
          aria-describedby="new-password-help"
        />
      </label>
      <p id="new-password-help" className="login-note">
        {t('newPasswordHelp')}
      </p>
      <label>
        {t('repeat')}
        <input name="repeated" type="password" autoComplete="new-password" required maxLength={256} />
      </label>
    </>
  );
}
