/** The languages of people who work with Aftercare. */
export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
/** Each language as its own speakers call it. */
export const OWN_NAMES: Bilingual = { zh: '中文', en: 'English' };
/** A text in both languages, as the API gives names. */
export type Bilingual = Readonly<Record<Language, string>>;
/** The texts of a screen by key. A text that lacks a language does not compile. */
export type Words = Readonly<Record<string, Bilingual>>;

const KEPT = 'aftercare.language';

const isLanguage = (value: unknown): value is Language => LANGUAGES.some((known) => known === value);

/** Chosen on this machine before, or else what the browser prefers. */
export function firstLanguage(): Language {
  const kept = readKept();
  if (isLanguage(kept)) return kept;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

export function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(KEPT, language);
  } catch {
    // Storage is refused in private windows: the choice then lasts as long as the page.
  }
}

function readKept(): string | null {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

/** Fills `{name}` of a text with what is given for it. */
export const filled = (text: string, values: Readonly<Record<string, string | number>> = {}): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole));

/** Locale of `Intl` for dates and numbers. */
export const localeOf = (language: Language): string => (language === 'zh' ? 'zh-CN' : 'en-GB');
