import { createContext, type ComponentChildren } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import { read, type Schemas } from './api';
import { useLanguage, useWords } from './language';
import { SHARED_WORDS } from './words';

type Company = Schemas['PublicCompany'];

const Known = createContext<Company | undefined>(undefined);

/** Reads the company's name and hotline beside the page, which does not wait for them. */
export function CompanyProvider({ children }: { readonly children: ComponentChildren }) {
  const [company, setCompany] = useState<Company>();
  useEffect(() => {
    // Without it the page lacks its heading and the hotline, and is of use all the same.
    read('/v1/public/company', { language: 'zh' }).then(setCompany, () => undefined);
  }, []);
  return <Known.Provider value={company}>{children}</Known.Provider>;
}

export const useCompany = (): Company | undefined => useContext(Known);

/** Calls the hotline on a telephone. */
export function Hotline() {
  const t = useWords(SHARED_WORDS);
  const { language } = useLanguage();
  const company = useCompany();
  if (!company) return null;
  return (
    <a class="button hotline" href={`tel:${company.hotline.tel}`}>
      {t('call', { number: company.hotline[language] })}
    </a>
  );
}
