import type { Bilingual, Language } from '../bilingual';

/** The company as its customers know it: headquarters of the organisation register. */
export interface Company {
  readonly names: Bilingual;
  /** The hotline as customers of each language dial it. */
  readonly hotline: Bilingual;
}

const SIGN_OFF: Bilingual = {
  en: '{name}, hotline {hotline}',
  zh: '{name} 服务热线：{hotline}',
};

/** The line that ends a message to a customer: who wrote it, and where to call (R1). */
export const signOff = ({ names, hotline }: Company, language: Language): string =>
  SIGN_OFF[language].replace('{name}', () => names[language]).replace('{hotline}', () => hotline[language]);
