import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useLanguage, useWords } from '../language';
import { logOut, useMe } from '../session';
import { faultText } from './faults';
import { LanguageSwitch } from './language-switch';
import { SHELL_WORDS } from './words';

/** Shows the person's name, the choice of language, and the button that logs out. */
export function Account() {
  const t = useWords(SHELL_WORDS);
  const { language } = useLanguage();
  const me = useMe();
  const [fault, setFault] = useState('');
  return (
    <div className="account">
      <LanguageSwitch />
      <Link to="/account" className="who" title={t('account')}>
        {language === 'zh' ? me.nameZh : me.nameEn}
      </Link>
      <button
        type="button"
        className="button-plain"
        onClick={() => void logOut().catch((error: unknown) => setFault(faultText(error, t)))}
      >
        {t('logOut')}
      </button>
      <span role="alert" className="fault">
        {fault}
      </span>
    </div>
  );
}
