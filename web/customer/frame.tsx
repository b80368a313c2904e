import type { ComponentChildren } from 'preact';
import { Hotline, useCompany } from './company';
import { LanguageSwitch, useLanguage, useWords } from './language';
import { SHARED_WORDS } from './words';

/** Around every page: the company, the language, the ways on. */
export function Frame({ children }: { readonly children: ComponentChildren }) {
  const t = useWords(SHARED_WORDS);
  const { language } = useLanguage();
  const company = useCompany();
  return (
    <>
      <header>
        <strong>{company?.names[language] ?? 'Aftercare'}</strong>
        <LanguageSwitch />
      </header>
      <main>{children}</main>
      <footer>
        <Hotline />
        <p>
          <a href="/c/promises">{t('promises')}</a>
          <a href="/c/request">{t('newRequest')}</a>
        </p>
      </footer>
    </>
  );
}
